// Changing a contact one has noted oneself; the old words stay in the history.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactDraft } from '../../shared/contacts/contract';
import { todayAt } from '../../shared/core/date';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { wording } from '../core/wording';
import { ContactForm } from './ContactForm';

export interface ContactDialogProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

export function ContactDialog({ contact: { id, channel, began, said, at }, onClose }: ContactDialogProps) {
  const { t } = useTranslation(['contacts', 'core']);
  const format = useFormat();
  const update = useCommand('contacts.update', { say: () => t('changed'), quiet: true });
  async function save(draft: ContactDraft): Promise<void> {
    if ((await update.run({ id, draft })).ok) onClose();
  }
  return (
    <Modal opened onClose={onClose} size={600} title={t('form.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <ContactForm
        start={{ channel, began, said, on: todayAt(new Date(at)), time: format.clock(at) }}
        changes
        busy={update.busy}
        problem={update.error ? wording(update.error) : undefined}
        onSave={(draft) => void save(draft)}
        onCancel={onClose}
      />
    </Modal>
  );
}
