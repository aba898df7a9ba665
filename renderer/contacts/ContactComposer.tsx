// A contact written down on the client page (C): now, unless somebody says otherwise. What was left unfinished is still there next time.

import { useTranslation } from 'react-i18next';
import type { ContactDraft } from '../../shared/contacts/contract';
import { useNow, useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useDraft } from '../core/draft';
import { useFormat } from '../core/format';
import { wording } from '../core/wording';
import { ContactForm, readContact } from './ContactForm';
import classes from './Contacts.module.css';

export interface ContactComposerProps {
  readonly clientId: string;
  readonly name: string;
  readonly onDone: () => void;
}

export function ContactComposer({ clientId, name, onDone }: ContactComposerProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const draft = useDraft(`contact:${clientId}`, readContact);
  const record = useCommand('contacts.record', { say: () => t('saved', { name }), quiet: true });
  const today = useToday();
  const time = format.clock(useNow());
  if (!draft.ready) return null;
  async function save(value: ContactDraft): Promise<void> {
    if (!(await record.run({ clientId, draft: value })).ok) return;
    await draft.drop();
    onDone();
  }
  return (
    <div className={classes.composer}>
      <ContactForm
        start={draft.found?.value ?? { channel: 'wechat', began: 'us', said: '', on: today, time }}
        busy={record.busy}
        problem={record.error ? wording(record.error) : undefined}
        onChange={draft.keep}
        onSave={(value) => void save(value)}
        onCancel={onDone}
      />
    </div>
  );
}
