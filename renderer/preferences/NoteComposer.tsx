// A note or preference written on the client page (N); what was left unfinished is still there next time.

import { useTranslation } from 'react-i18next';
import { useCommand } from '../core/data';
import { useDraft } from '../core/draft';
import { fieldWordings, wording } from '../core/wording';
import { PreferenceForm, readWritten, type PreferenceValue } from './PreferenceForm';
import classes from './Preferences.module.css';

const EMPTY: PreferenceValue = { kind: 'note', text: '' };

export interface NoteComposerProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

export function NoteComposer({ clientId, onDone }: NoteComposerProps) {
  const { t } = useTranslation('preferences');
  const draft = useDraft(`note:${clientId}`, readWritten);
  const add = useCommand('preferences.add', { say: () => t('said.added'), quiet: true });
  if (!draft.ready) return null;
  async function save({ kind, text }: PreferenceValue): Promise<void> {
    const result = await add.run({ clientId, draft: { kind, text, detail: null } });
    if (!result.ok) return;
    await draft.drop();
    onDone();
  }
  return (
    <div className={classes.composer}>
      <PreferenceForm
        start={draft.found?.value ?? EMPTY}
        busy={add.busy}
        problem={add.error ? (fieldWordings(add.error)['draft.text'] ?? wording(add.error)) : undefined}
        onChange={(value) => draft.keep({ ...value })}
        onSave={(value) => void save(value)}
        onCancel={onDone}
      />
    </div>
  );
}
