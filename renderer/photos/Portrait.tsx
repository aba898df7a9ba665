// The client's face at the head of their page; the first character of the name while there is none.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { Avatar } from '../core/ui/parts';
import { PhotoDialog } from './PhotoDialog';
import classes from './Photos.module.css';
import { Small } from './Thumbnail';

export interface PortraitProps {
  readonly clientId: string;
  readonly name: string;
}

export function Portrait({ clientId, name }: PortraitProps) {
  const { t } = useTranslation('photos');
  const { can } = useRights();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery('photos.of', { clientId }, { enabled: can('photos.see') });
  const portrait = data?.find(({ kind, deletedAt }) => kind === 'portrait' && deletedAt === null);
  if (!portrait) return <Avatar name={name} size={56} />;
  return (
    <>
      <button type="button" className={classes.portrait} onClick={() => setOpened(true)} aria-label={t('portrait', { name })}>
        <Small id={portrait.id} />
      </button>
      {opened && <PhotoDialog clientId={clientId} id={portrait.id} onClose={() => setOpened(false)} />}
    </>
  );
}
