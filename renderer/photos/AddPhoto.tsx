// The prepared picture, and what stands with it, before it is saved.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PhotoDraft } from '../../shared/photos/contract';
import { useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useKeptForm } from '../core/draft';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { PhotoForm, readPhoto, type TypedPhoto } from './PhotoForm';
import classes from './Photos.module.css';
import { useAddress } from './picture-urls';
import type { Prepared } from './prepare-picture';

export interface AddPhotoProps {
  readonly clientId: string;
  readonly prepared: Prepared;
  readonly onClose: () => void;
}

export function AddPhoto({ clientId, prepared, onClose }: AddPhotoProps) {
  const { t } = useTranslation(['photos', 'core']);
  const say = useWording();
  const today = useToday();
  const address = useAddress(prepared.picture);
  const add = useCommand('photos.add', { say: () => t('added'), quiet: true });
  const form = useKeptForm<TypedPhoto>(`photo:${clientId}`, readPhoto, { kind: 'before', takenOn: today, visitId: null, caption: '' });
  if (!form.ready) return null;
  async function save(draft: PhotoDraft): Promise<void> {
    if (!(await add.run({ clientId, draft, ...prepared })).ok) return;
    await form.drop();
    onClose();
  }
  return (
    <Modal opened onClose={onClose} size={760} title={t('form.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <div className={classes.adding}>
        <div className={classes.preview}>
          {address !== null && <img src={address} alt={t('form.preview')} />}
          <p>{t('form.private')}</p>
        </div>
        <div>
          <KeptNotice form={form} />
          <PhotoForm
            key={form.round}
            clientId={clientId}
            start={form.start}
            onChange={form.keep}
            busy={add.busy}
            problem={add.error ? say(add.error) : undefined}
            onSave={(draft) => void save(draft)}
            onCancel={onClose}
          />
        </div>
      </div>
    </Modal>
  );
}
