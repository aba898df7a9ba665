// Changing one note or preference, or putting it away: the old wording is kept in both cases.

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preference } from '../../shared/preferences/contract';
import { useCommand } from '../core/data';
import { useKeptForm, useKeptText } from '../core/draft';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { fieldWordings, wording } from '../core/wording';
import { PreferenceForm, readWritten, WRITTEN_KINDS, type PreferenceValue } from './PreferenceForm';
import classes from './Preferences.module.css';

export interface PreferenceDialogProps {
  readonly preference: Preference;
  readonly onClose: () => void;
}

export function PreferenceDialog({ preference, onClose }: PreferenceDialogProps) {
  const { t } = useTranslation(['preferences', 'core']);
  const edit = useCommand('preferences.edit', { say: () => t('said.changed'), quiet: true });
  const kind = WRITTEN_KINDS.find((one) => one === preference.kind) ?? 'note';
  const form = useKeptForm(`preference:${preference.id}`, readWritten, { kind, text: preference.text });
  if (!form.ready) return null;
  async function save(value: PreferenceValue): Promise<void> {
    const result = await edit.run({ id: preference.id, draft: { ...value, detail: preference.detail } });
    if (!result.ok) return;
    await form.drop();
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title={t('form.title.edit')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <KeptNotice form={form} />
      <PreferenceForm
        key={form.round}
        start={form.start}
        changes
        onChange={(value) => form.keep({ ...value })}
        busy={edit.busy}
        problem={edit.error ? (fieldWordings(edit.error)['draft.text'] ?? wording(edit.error)) : undefined}
        onSave={(value) => void save(value)}
        onCancel={onClose}
      />
      <End preference={preference} onDone={onClose} />
    </Modal>
  );
}

function End({ preference, onDone }: { readonly preference: Preference; readonly onDone: () => void }) {
  const { t } = useTranslation('preferences');
  const [asking, setAsking] = useState(false);
  if (asking) return <Ending preference={preference} onDone={onDone} onKeep={() => setAsking(false)} />;
  return (
    <Button variant="subtle" color="gray" size="compact-sm" className={classes.end} onClick={() => setAsking(true)}>
      {t('end.button')}
    </Button>
  );
}

interface EndingProps {
  readonly preference: Preference;
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

function Ending({ preference, onDone, onKeep }: EndingProps) {
  const { t } = useTranslation('preferences');
  const { text: reason, change, drop } = useKeptText(`preference-end:${preference.id}`);
  const field = useFirstFocus<HTMLInputElement>();
  const end = useCommand('preferences.end', { say: () => t('said.ended') });
  return (
    <form
      className={classes.ending}
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await end.run({ id: preference.id, reason })).ok) return;
        await drop();
        onDone();
      }}
    >
      <TextInput
        ref={field}
        label={t('end.reason')}
        value={reason}
        maxLength={400}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" size="compact-sm" onClick={onKeep}>
          {t('end.keep')}
        </Button>
        <Button type="submit" variant="outline" color="brick" size="compact-sm" loading={end.busy}>
          {t('end.act')}
        </Button>
      </Group>
    </form>
  );
}
