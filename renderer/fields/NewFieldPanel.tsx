// A new field of the shop's own.

import { Button, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FieldKind } from '../../shared/fields/contract';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import { FieldFields, NO_FIELD, takesChoices, TypedField } from './FieldFields';

const TypedNewField = TypedField.extend({ kind: FieldKind });
const NO_NEW_FIELD: z.infer<typeof TypedNewField> = { ...NO_FIELD, kind: 'text' };

export function NewFieldPanel({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('fields');
  const say = useWording();
  const create = useCommand('fields.create', { say: (_, { name }) => t('page.added', { name }), quiet: true });
  const { typed: all, set, drop, ...kept } = useKeptFields('field-new', TypedNewField, NO_NEW_FIELD);
  const { kind, ...typed } = all;
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (typed.name.trim() === '') return document.getElementById('field-name')?.focus();
    if (takesChoices(kind) && typed.choices.length === 0) return document.getElementById('field-choices')?.focus();
    const choices = takesChoices(kind) ? typed.choices : [];
    const result = await create.run({ ...typed, choices, kind, purpose: typed.purpose.trim() || null });
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={t('page.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <FieldFields
          typed={typed}
          kind={kind}
          set={set}
          leave={() => undefined}
          complains={tried}
          nameError={create.error && say(create.error)}
        >
          <Select
            label={t('page.kind')}
            description={t('page.kindFixed')}
            allowDeselect={false}
            data={FieldKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={kind}
            onChange={(chosen) => set({ kind: FieldKind.catch('text').parse(chosen) })}
          />
        </FieldFields>
        <Button type="submit" loading={create.busy}>
          {t('page.create')}
        </Button>
      </form>
    </Panel>
  );
}
