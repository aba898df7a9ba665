// One photo in full, with what stands with it; from here it is compared, changed or deleted.

import { Button, Modal } from '@mantine/core';
import { IconArrowsHorizontal, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoDraft, type Photo } from '../../shared/photos/contract';
import { useCommand, useQuery } from '../core/data';
import { useChangeForm } from '../core/change-form';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { ChangeNotices } from '../core/ui/ChangeNotices';
import { Num } from '../core/ui/parts';
import { useWording } from '../core/wording';
import { Compare } from './Compare';
import { PhotoForm, TypedPhoto } from './PhotoForm';
import classes from './Photos.module.css';
import { usePicture } from './picture-urls';

export interface PhotoDialogProps {
  readonly clientId: string;
  readonly id: string;
  readonly onClose: () => void;
}

type Mode = 'look' | 'compare' | 'edit';

export function PhotoDialog({ clientId, id, onClose }: PhotoDialogProps) {
  const { t } = useTranslation(['photos', 'core']);
  const format = useFormat();
  const [mode, setMode] = useState<Mode>('look');
  const { data } = useQuery('photos.of', { clientId });
  const photos = data?.filter(({ deletedAt }) => deletedAt === null) ?? [];
  const photo = photos.find((one) => one.id === id);
  if (!photo) return null;
  const titles = {
    look: t('what', { kind: t(`kinds.${photo.kind}`), day: format.day(photo.takenOn) }),
    compare: t('compare.title'),
    edit: t('form.editTitle'),
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={mode === 'edit' ? 480 : 920}
      title={titles[mode]}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}
    >
      {mode === 'look' && <Look photo={photo} show={setMode} onClose={onClose} />}
      {mode === 'compare' && <Compare photos={photos} photo={photo} />}
      {mode === 'edit' && <Edit clientId={clientId} photo={photo} onDone={() => setMode('look')} />}
    </Modal>
  );
}

interface LookProps {
  readonly photo: Photo;
  readonly show: (mode: Mode) => void;
  readonly onClose: () => void;
}

function Look({ photo, show, onClose }: LookProps) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const say = useWording();
  const { can } = useRights();
  const { address, error } = usePicture(photo.id);
  const remove = useCommand('photos.remove', { say: () => t('removed') });
  const { caption, visit, width, height, author } = photo;
  async function throwAway(): Promise<void> {
    if ((await remove.run({ id: photo.id })).ok) onClose();
  }
  return (
    <>
      <div className={classes.picture} style={{ aspectRatio: `${width} / ${height}` }}>
        {error && <p role="alert">{say(error)}</p>}
        {address === null && !error && <output aria-label={t('view.loading')} />}
        {address !== null && <img src={address} alt={caption === '' ? t('title') : caption} draggable={false} />}
      </div>
      {caption !== '' && <p className={classes.caption}>{caption}</p>}
      <div className={classes.foot}>
        <span className={classes.facts}>
          {visit && <span>{t('form.visit') + ' ' + format.day(visit.on)}</span>}
          <Num>{t('view.size', { width, height })}</Num>
          <span>{t('view.by', { name: author })}</span>
        </span>
        <Button variant="default" leftSection={<IconArrowsHorizontal size={16} stroke={1.6} />} onClick={() => show('compare')}>
          {t('view.compare')}
        </Button>
        {can('photos.change') && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => show('edit')}>
              {t('view.edit')}
            </Button>
            <Button variant="default" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void throwAway()}>
              {t('view.remove')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Edit({ clientId, photo, onDone }: { readonly clientId: string; readonly photo: Photo; readonly onDone: () => void }) {
  const { t } = useTranslation('photos');
  const say = useWording();
  const format = useFormat();
  const update = useCommand('photos.update', { say: () => t('changed'), quiet: true });
  const { id, kind, takenOn, visit, caption } = photo;
  const form = useChangeForm(`photo-change:${id}`, TypedPhoto, { kind, takenOn, visitId: visit?.id ?? null, caption });
  if (!form.ready) return null;
  async function save(draft: PhotoDraft): Promise<void> {
    if (!(await update.run({ id, draft, began: PhotoDraft.parse(form.began) })).ok) return;
    await form.drop();
    onDone();
  }
  return (
    <>
      <ChangeNotices form={form} saving={update} now={[t(`kinds.${kind}`), format.day(takenOn), visit && format.day(visit.on), caption]} />
      <PhotoForm
        key={form.round}
        clientId={clientId}
        start={form.start}
        onChange={form.keep}
        changes
        busy={update.busy}
        problem={update.error ? say(update.error) : undefined}
        onSave={(draft) => void save(draft)}
        onCancel={onDone}
      />
    </>
  );
}
