// All photos of a client by day, and below them what was deleted in the last 30 days.

import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/photos/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import classes from './Photos.module.css';
import { Small, Thumbnail } from './Thumbnail';

export interface GalleryDialogProps {
  readonly clientId: string;
  readonly name: string;
  readonly open: (id: string) => void;
  readonly onClose: () => void;
}

export function GalleryDialog({ clientId, name, open, onClose }: GalleryDialogProps) {
  const { t } = useTranslation(['photos', 'core']);
  const format = useFormat();
  const { data } = useQuery('photos.of', { clientId });
  const photos = data?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const binned = data?.filter(({ deletedAt }) => deletedAt !== null) ?? [];
  const days = [...new Set(photos.map(({ takenOn }) => takenOn))];
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('gallery.title', { name })}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}
    >
      {days.map((day) => (
        <section key={day} aria-label={format.day(day)} className={classes.day}>
          <h3>
            <Num>{format.day(day)}</Num>
          </h3>
          <div className={classes.grid}>
            {photos
              .filter(({ takenOn }) => takenOn === day)
              .map((photo) => (
                <Thumbnail key={photo.id} {...photo} open={() => open(photo.id)} />
              ))}
          </div>
        </section>
      ))}
      {binned.length > 0 && <Bin photos={binned} />}
    </Modal>
  );
}

function Bin({ photos }: { readonly photos: readonly Photo[] }) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const { can } = useRights();
  const putBack = useCommand('photos.putBack', { say: () => t('putBack') });
  return (
    <section aria-label={t('gallery.bin')} className={classes.day}>
      <h3>{t('gallery.bin')}</h3>
      <p className={classes.none}>{t('gallery.binNote')}</p>
      <ul className={classes.grid}>
        {photos.map(({ id, kind, takenOn }) => {
          const what = t('what', { kind: t(`kinds.${kind}`), day: format.day(takenOn) });
          return (
            <li key={id} className={classes.binned}>
              <Small id={id} alt={what} />
              {can('photos.change') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('gallery.putBack')} ${what}`}
                  onClick={() => void putBack.run({ id })}
                >
                  {t('gallery.putBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
