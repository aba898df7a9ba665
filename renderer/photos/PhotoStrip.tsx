// The latest photos on the client page, and how new ones come in: by the file dialog, dropped, or pasted.

import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { AddPhoto } from './AddPhoto';
import { GalleryDialog } from './GalleryDialog';
import { PhotoDialog } from './PhotoDialog';
import classes from './Photos.module.css';
import { Thumbnail } from './Thumbnail';
import { usePreparing } from './usePreparing';

const SHOWN = 4;

export interface PhotoStripProps {
  readonly clientId: string;
  readonly name: string;
  /** Nothing new is written about a client in the bin. */
  readonly inBin: boolean;
}

export function PhotoStrip({ clientId, name, inBin }: PhotoStripProps) {
  const { t } = useTranslation('photos');
  const { can } = useRights();
  const changes = can('photos.change') && !inBin;
  const { data } = useQuery('photos.of', { clientId }, { enabled: can('photos.see') });
  const [opened, setOpened] = useState<string | null>(null);
  const [gallery, setGallery] = useState(false);
  const preparing = usePreparing(changes);
  if (!can('photos.see') || !data) return null;
  const photos = data.filter(({ deletedAt }) => deletedAt === null);
  return (
    <section aria-label={t('title')}>
      <div className={classes.head}>
        <h2>{t('title')}</h2>
        {data.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setGallery(true)}>
            {t('all', { count: photos.length })}
          </Button>
        )}
      </div>
      {photos.length > 0 && (
        <div className={classes.strip}>
          {photos.slice(0, SHOWN).map((photo) => (
            <Thumbnail key={photo.id} {...photo} open={() => setOpened(photo.id)} />
          ))}
        </div>
      )}
      {photos.length === 0 && <p className={classes.none}>{t('addFirst')}</p>}
      {changes && (
        <Button
          variant="default"
          size="compact-sm"
          loading={preparing.busy}
          leftSection={<IconPhotoPlus size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void preparing.choose()}
        >
          {t('add')}
        </Button>
      )}
      {opened !== null && <PhotoDialog clientId={clientId} id={opened} onClose={() => setOpened(null)} />}
      {gallery && <GalleryDialog clientId={clientId} name={name} open={setOpened} onClose={() => setGallery(false)} />}
      {preparing.prepared && <AddPhoto clientId={clientId} prepared={preparing.prepared} onClose={preparing.forget} />}
    </section>
  );
}
