// Linking two clients, or changing what they are to each other; both see it, each in their own word.

import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ClientPage } from '../../shared/clients/contract';
import type { Known, Relation } from '../../shared/relations/contract';
import { RELATION_KINDS, RelationKind } from '../../shared/relations/kinds';
import { useCommand } from '../core/data';
import { useChangeForm, type ChangeForm } from '../core/change-form';
import { Kbd } from '../core/ui/Kbd';
import { ChangeNotices } from '../core/ui/ChangeNotices';
import { useShortcuts } from '../core/ui/shortcuts';
import { wording } from '../core/wording';
import { ClientChoice } from '../follow-ups/ClientChoice';
import classes from './Relations.module.css';

export interface RelationDialogProps {
  readonly client: Pick<ClientPage, 'id' | 'name'>;
  /** Changes this one instead of adding one. */
  readonly relation?: Relation;
  readonly onClose: () => void;
}

export function RelationDialog({ client, relation, onClose }: RelationDialogProps) {
  const { t } = useTranslation(['relations', 'core']);
  const [other, setOther] = useState<Pick<Known, 'id' | 'name'> | null>(relation?.client ?? null);
  const title = relation ? t('form.editTitle', { name: other?.name ?? t('somebody'), client: client.name }) : t('form.addTitle', client);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <div className={classes.form}>
        {!relation && <ClientChoice label={t('form.who')} except={client.id} onChoose={setOther} />}
        {other && <Fields key={other.id} client={client} other={other} relation={relation} onClose={onClose} />}
      </div>
    </Modal>
  );
}

interface FieldsProps {
  readonly client: RelationDialogProps['client'];
  readonly other: Pick<Known, 'id' | 'name'>;
  readonly relation: Relation | undefined;
  readonly onClose: () => void;
}

function Fields(props: FieldsProps) {
  const { other, relation } = props;
  const now: Typed = { kind: relation?.kind ?? 'friend', note: relation?.note ?? '' };
  const form = useChangeForm(`relation:${relation?.id ?? other.id}`, Typed, now);
  return form.ready ? <Typing key={form.round} {...props} form={form} /> : null;
}

const Typed = z.object({ kind: RelationKind, note: z.string() });
type Typed = z.infer<typeof Typed>;

function Typing({ client, other, relation, onClose, form }: FieldsProps & { readonly form: ChangeForm<Typed> }) {
  const { t } = useTranslation('relations');
  const [{ kind, note }, setTyped] = useState(form.start);
  const done = (): void => void form.drop().then(onClose);
  const { save, remove, busy, saving, problem } = useSave({ client, other, relation, onClose: done }, form.began);
  const submit = (): void => void save(kind, note.trim() === '' ? null : note);
  function change(part: Partial<Typed>): void {
    const next = { kind, note, ...part };
    setTyped(next);
    form.keep(next);
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('form.save'), run: submit }], { inDialog: true });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChangeNotices form={form} saving={saving} now={relation ? [t(`kinds.${relation.kind}`), relation.note] : []} />
      {!relation && <b>{other.name}</b>}
      <Select
        label={t('form.kind', client)}
        data={RELATION_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        value={kind}
        allowDeselect={false}
        searchable
        error={problem}
        onChange={(one) => change({ kind: RelationKind.parse(one) })}
      />
      <TextInput
        label={t('form.note')}
        placeholder={t('form.noteExample')}
        value={note}
        maxLength={80}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Group justify="flex-end" gap={8}>
        {relation && (
          <Button variant="subtle" color="gray" mr="auto" onClick={() => void remove(relation)}>
            {t('form.remove')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {relation ? t('form.keep') : t('form.cancel')}
        </Button>
        <Button type="submit" loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />}>
          {relation ? t('form.saveChange') : t('form.save')}
        </Button>
      </Group>
    </form>
  );
}

function useSave({ client, other, relation, onClose }: FieldsProps, began: Typed) {
  const { t } = useTranslation('relations');
  const add = useCommand('relations.add', { quiet: true, say: () => t('said.added', { name: client.name, other: other.name }) });
  const update = useCommand('relations.update', { quiet: true, say: () => t('said.changed') });
  const removing = useCommand('relations.remove', { say: () => t('said.removed') });
  const { error } = relation ? update : add;
  return {
    async save(kind: RelationKind, note: string | null): Promise<void> {
      const result = relation
        ? await update.run({ id: relation.id, clientId: client.id, kind, note, began: { kind: began.kind, note: began.note || null } })
        : await add.run({ clientId: client.id, otherId: other.id, kind, note });
      if (result.ok) onClose();
    },
    async remove({ id }: Relation): Promise<void> {
      if ((await removing.run({ id })).ok) onClose();
    },
    busy: add.busy || update.busy,
    saving: relation ? update : add,
    problem: error ? wording(error) : undefined,
  };
}
