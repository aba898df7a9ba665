// One column of the list: its title, what stands in it, the field it goes to, and how sure that is.

import { Select } from '@mantine/core';
import { IconArrowRight, IconCheck, IconHelpCircle, IconMinus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReadColumn } from '../../shared/imports/contract';
import { ImportField } from '../../shared/imports/fields';
import { useFormat } from '../core/format';
import { useFields } from '../fields/useFields';
import { fieldGroups } from './field-groups';
import classes from './Imports.module.css';
import { setField, setOwn } from './steps';
import { useWizard } from './wizard';

export interface MatchRowProps {
  readonly column: ReadColumn;
  readonly columns: readonly ReadColumn[];
}

export function MatchRow({ column, columns }: MatchRowProps) {
  const { t } = useTranslation('imports');
  const { kind, fields, own } = useWizard();
  const shop = useFields()?.own ?? [];
  const mine = own.get(column.index);
  const field = fields.get(column.index) ?? null;
  const title = column.title || t('match.untitled', { column: column.index + 1 });
  const samples = column.samples.join(t('match.comma'));
  return (
    <tr data-row>
      <th scope="row" className={classes.columnTitle} data-left={(field === null && mine === undefined) || undefined} title={title}>
        {title}
      </th>
      <td className={classes.samples} title={samples}>
        {samples || t('match.empty')}
      </td>
      <td className={classes.arrow}>
        <IconArrowRight size={14} stroke={1.6} aria-hidden="true" />
      </td>
      <td className={classes.field}>
        <Select
          aria-label={t('match.choose', { title })}
          searchable
          nothingFoundMessage={t('match.nothing')}
          maxDropdownHeight={320}
          // a list has many columns: only the open choice stands in the page
          comboboxProps={{ keepMounted: false }}
          data={[
            { value: '', label: t('match.none') },
            ...fieldGroups(kind).map(({ group, fields: inGroup }) => ({
              group: t(`groups.${group}`),
              items: inGroup.map((value) => ({ value, label: t(`fields.${value}`) })),
            })),
            ...(kind === 'clients' && shop.length > 0
              ? [{ group: t('groups.own'), items: shop.map(({ id, name }) => ({ value: id, label: name })) }]
              : []),
          ]}
          value={mine ?? field ?? ''}
          onChange={(value) => {
            const chosen = shop.find(({ id }) => id === value);
            if (chosen) setOwn(column.index, chosen.id);
            else setField(column.index, value ? ImportField.parse(value) : null);
          }}
        />
      </td>
      <td className={classes.remark}>
        <MatchRemark column={column} columns={columns} field={field} />
      </td>
    </tr>
  );
}

interface RemarkProps extends MatchRowProps {
  readonly field: ImportField | null;
}

function MatchRemark({ column, columns, field }: RemarkProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { fields, own, chosen } = useWizard();
  if (field === null && !own.has(column.index)) {
    const why = column.filled === 0 ? t('match.emptyColumn') : chosen.has(column.index) ? t('match.left') : t('match.unknown');
    return <Remark icon={IconMinus} tone="left" text={why} />;
  }
  if (column.filled === 0) return <Remark icon={IconMinus} tone="left" text={t('match.emptyColumn')} />;
  const target = own.get(column.index) ?? field;
  const twin = columns.find(({ index }) => index < column.index && (own.get(index) ?? fields.get(index)) === target);
  if (twin && (field === null || !MANY.has(field)))
    return <Remark icon={IconHelpCircle} tone="look" text={t('match.twice', { title: twin.title })} />;
  if (chosen.has(column.index)) return <Remark icon={IconCheck} tone="sure" text={t('match.byHand')} />;
  if (!column.sure) return <Remark icon={IconHelpCircle} tone="look" text={t('match.unsure')} />;
  return <Remark icon={IconCheck} tone="sure" text={t('match.sure', { count: column.filled, shown: format.count(column.filled) })} />;
}

/** Fields that take the words of several columns. */
const MANY: ReadonlySet<ImportField> = new Set<ImportField>(['phone', 'phone2', 'tags', 'preferences', 'allergies', 'note']);

function Remark({ icon: RemarkIcon, tone, text }: { readonly icon: Icon; readonly tone: 'sure' | 'look' | 'left'; readonly text: string }) {
  return (
    <span className={classes.remarkText} data-tone={tone}>
      <RemarkIcon size={16} stroke={1.7} aria-hidden="true" />
      {text}
    </span>
  );
}
