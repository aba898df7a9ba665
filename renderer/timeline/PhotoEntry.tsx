// The photos of one day on the timeline, small; each opens in full.

import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import type { Photo } from '../../shared/photos/contract';
import { PhotoDialog } from '../photos/PhotoDialog';
import { Thumbnail } from '../photos/Thumbnail';
import { EntryFrame } from './EntryFrame';
import classes from './Timeline.module.css';

export interface PhotoEntryProps {
  readonly on: IsoDate;
  readonly clientId: string;
  readonly photos: readonly Pick<Photo, 'id' | 'kind'>[];
}

export function PhotoEntry({ on, clientId, photos }: PhotoEntryProps) {
  const { t } = useTranslation('photos');
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <EntryFrame on={on} icon={IconPhoto} title={<b>{t('timeline', { count: photos.length })}</b>}>
      <div className={classes.photos}>
        {photos.map(({ id, kind }) => (
          <Thumbnail key={id} id={id} kind={kind} takenOn={on} open={() => setOpened(id)} />
        ))}
      </div>
      {opened !== null && <PhotoDialog clientId={clientId} id={opened} onClose={() => setOpened(null)} />}
    </EntryFrame>
  );
}
