// The fields of the shop's own, and which of the standard ones it insists on.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import type { ClientField } from '../../shared/fields/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ListPage } from '../settings/ListPage';
import classes from '../settings/Settings.module.css';
import { movedIds, useChosen, type Chosen } from '../settings/useChosen';
import { FieldPanel } from './FieldPanel';
import { NewFieldPanel } from './NewFieldPanel';
import { RequiredFields } from './RequiredFields';

export function FieldsPage() {
  const { t } = useTranslation('fields');
  const { t: settings } = useTranslation('settings');
  const query = useQuery('fields.list', null);
  const arrange = useCommand('fields.arrange');
  const [text, setText] = useState('');
  const [past, setPast] = useState(false);
  const all = query.data?.fields ?? [];
  const shelf = all.filter(({ removedAt }) => (removedAt !== null) === past);
  const rows = shelf.filter(({ name, purpose }) => fold(`${name} ${purpose ?? ''}`).includes(fold(text)));
  const chosen = useChosen({ rows, add: t('page.add'), arrange: move });
  function move(field: ClientField, by: -1 | 1): void {
    const ids = movedIds(all, shelf, field, by);
    if (ids) void arrange.run({ ids: [...ids] });
  }
  return (
    <ListPage
      words={{
        title: settings('pages.fields'),
        search: t('page.search'),
        current: t('page.active'),
        past: t('page.removed'),
        add: t('page.add'),
        choose: t('page.keys'),
      }}
      count={query.data && shelf.length}
      pastCount={all.filter(({ removedAt }) => removedAt !== null).length}
      text={text}
      setText={setText}
      past={past}
      setPast={setPast}
      add={() => chosen.choose('new')}
      panel={<ChosenPanel chosen={chosen} move={move} />}
    >
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {query.data && rows.length === 0 && (
        <EmptyState title={all.length === 0 ? t('page.emptyTitle') : t('page.nobody')}>{all.length === 0 && t('page.empty')}</EmptyState>
      )}
      {rows.length > 0 && <FieldTable rows={rows} chosen={chosen} />}
      {query.data && !past && text === '' && <RequiredFields required={query.data.required} />}
    </ListPage>
  );
}

interface ChosenPanelProps {
  readonly chosen: Chosen<ClientField>;
  readonly move: (field: ClientField, by: -1 | 1) => void;
}

function ChosenPanel({ chosen: { chosen, choose }, move }: ChosenPanelProps) {
  const close = (): void => choose(null);
  if (chosen === null) return null;
  if (chosen === 'new') return <NewFieldPanel close={close} />;
  return <FieldPanel key={chosen.id} field={chosen} close={close} move={(by) => move(chosen, by)} />;
}

function FieldTable({ rows, chosen: { choose, cursor } }: { readonly rows: readonly ClientField[]; readonly chosen: Chosen<ClientField> }) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th style={{ width: '24%' }}>{t('page.name')}</th>
          <th style={{ width: 120 }}>{t('page.kind')}</th>
          <th>{t('page.choices')}</th>
          <th style={{ width: '28%' }}>{t('page.purpose')}</th>
          <th style={{ width: 80 }}>{t('page.required')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((field, index) => (
          <tr key={field.id} {...cursor.rowProps(index)} onClick={() => choose(field)}>
            <td className={classes.name}>{field.name}</td>
            <td>{t(`kinds.${field.kind}`)}</td>
            <td className={classes.quiet}>{format.list(field.choices)}</td>
            <td className={classes.quiet}>{field.purpose ?? t('page.noPurpose')}</td>
            <td>{field.required && t('dictionary.yes')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
