// One field of the shop's own: changed in place, removed and put back.

import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientField } from '../../shared/fields/contract';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import { useRecordDraft } from '../settings/useRecordDraft';
import { FieldFields, takesChoices, TypedField } from './FieldFields';

export interface FieldPanelProps {
  readonly field: ClientField;
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

export function FieldPanel({ field, close, move }: FieldPanelProps) {
  return field.removedAt === null ? <InUse field={field} close={close} move={move} /> : <Removed field={field} close={close} />;
}

function InUse({ field, close, move }: FieldPanelProps) {
  const { t } = useTranslation('fields');
  const say = useWording();
  const { id, name, kind, choices, purpose, required } = field;
  const update = useCommand('fields.update', { say: (_, { draft }) => t('page.saved', { name: draft.name }), quiet: true });
  const remove = useCommand('fields.remove', { say: () => t('page.removedSaid', { name }) });
  const saved = { name, choices, purpose: purpose ?? '', required };
  const { draft, set, save, drop, kept } = useRecordDraft(`field:${id}`, TypedField, saved, (next) => {
    if (next.name.trim() === '' || (takesChoices(kind) && next.choices.length === 0)) return undefined;
    return update.run({ id, draft: { ...next, purpose: next.purpose.trim() || null } });
  });
  async function takeAway(): Promise<void> {
    const result = await remove.run({ id });
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={name} close={close} move={move}>
      <KeptNotice {...kept} />
      <FieldFields typed={draft} kind={kind} set={set} leave={save} complains nameError={update.error && say(update.error)} />
      <Text size="xs" c="var(--sk-ink-3)">
        {`${t(`kinds.${kind}`)} · ${t(`kindHints.${kind}`)}`}
      </Text>
      <Button variant="default" loading={remove.busy} onClick={() => void takeAway()}>
        {t('page.remove')}
      </Button>
    </Panel>
  );
}

function Removed({ field: { id, name, removedAt }, close }: Omit<FieldPanelProps, 'move'>) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  const putBack = useCommand('fields.putBack', { say: () => t('page.putBackSaid', { name }) });
  async function back(): Promise<void> {
    const result = await putBack.run({ id });
    if (result.ok) close();
  }
  return (
    <Panel title={name} close={close}>
      <Text>{removedAt !== null && t('page.removedOn', { day: format.moment(removedAt) })}</Text>
      <Button loading={putBack.busy} onClick={() => void back()}>
        {t('page.putBack')}
      </Button>
    </Panel>
  );
}
