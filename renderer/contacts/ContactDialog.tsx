// Changing a contact one has noted oneself; the old words stay in the history.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ContactDraft, type Contact } from '../../shared/contacts/contract';
import { todayAt } from '../../shared/core/date';
import { useCommand } from '../core/data';
import { useChangeForm } from '../core/change-form';
import { useFormat } from '../core/format';
import { ChangeNotices } from '../core/ui/ChangeNotices';
import { wording } from '../core/wording';
import { ContactForm, ContactValue } from './ContactForm';

export interface ContactDialogProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

export function ContactDialog({ contact: { id, channel, began, said, at }, onClose }: ContactDialogProps) {
  const { t } = useTranslation(['contacts', 'core']);
  const format = useFormat();
  const update = useCommand('contacts.update', { say: () => t('changed'), quiet: true });
  const now = { channel, began, said, on: todayAt(new Date(at)), time: format.clock(at) };
  const form = useChangeForm(`contact-change:${id}`, ContactValue, now);
  if (!form.ready) return null;
  async function save(draft: ContactDraft): Promise<void> {
    if (!(await update.run({ id, draft, began: ContactDraft.parse(form.began) })).ok) return;
    await form.drop();
    onClose();
  }
  return (
    <Modal opened onClose={onClose} size={600} title={t('form.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <ChangeNotices
        form={form}
        saving={update}
        now={[t(`channels.${channel}`), t(`began.${began}`), format.day(now.on), now.time, said]}
      />
      <ContactForm
        key={form.round}
        start={form.start}
        onChange={form.keep}
        changes
        busy={update.busy}
        problem={update.error ? wording(update.error) : undefined}
        onSave={(draft) => void save(draft)}
        onCancel={onClose}
      />
    </Modal>
  );
}
