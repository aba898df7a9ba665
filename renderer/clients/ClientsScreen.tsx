// The client list: found as one types, filtered, sorted, and never losing its place.

import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSort, isFieldSort } from '../../shared/clients/filter';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { KeyHint } from '../core/ui/Kbd';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { ExportButton } from '../exports/ExportButton';
import { useFields } from '../fields/useFields';
import { BulkBar } from './BulkBar';
import { ClientFilters } from './ClientFilters';
import { ClientList } from './ClientList';
import classes from './ClientsScreen.module.css';
import { ColumnMenu } from './ColumnMenu';
import { isFiltered, type ListFilter, type ListQuestion } from './list-place';
import { NobodyFound } from './NobodyFound';
import { useClientList } from './useClientList';
import { useTypeToSearch } from './useTypeToSearch';

export function ClientsScreen() {
  const { t } = useTranslation('clients');
  const { t: words } = useTranslation('exports');
  const format = useFormat();
  const search = useRef<HTMLInputElement>(null);
  const list = useClientList(search);
  useTypeToSearch(list.box, search);
  const { question, rows, selection } = list;
  const counts = useQuery('clients.counts', null).data;
  const { filter } = question;
  const isEmpty = rows.total === 0;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>
          {t('title')}
          {counts && <span className={`num ${classes.total}`}>{format.count(counts[filter.shelf])}</span>}
        </h1>
        <div className={classes.aside}>
          <ColumnMenu />
          <ExportButton what={{ what: 'clients', ...question }} named={words('named.clients')} />
        </div>
      </div>
      <ClientFilters
        question={question}
        current={rows.at(list.cursor.index)?.id}
        total={rows.total}
        change={(change: Partial<ListFilter>) => list.ask({ ...question, filter: { ...filter, ...change } })}
        search={search}
        onSearchKeyDown={list.cursor.onInputKeyDown}
        summary={useSummary(question, rows.total)}
      />
      {rows.error && rows.total === null && <ErrorState error={rows.error} retry={rows.retry} />}
      {!rows.error && rows.total === null && <LoadingRows rows={12} height={48} />}
      {isEmpty && <NobodyFound filter={filter} show={(next) => list.ask({ ...question, filter: next })} />}
      {rows.total !== null && !isEmpty && (
        <>
          <ClientList
            box={list.box}
            question={question}
            rows={rows}
            items={list.items}
            height={list.height}
            cursor={list.cursor}
            cells={list.cells}
            selection={selection}
            sortBy={list.sortBy}
          />
          <Keys />
        </>
      )}
      {selection.count > 0 && <BulkBar selection={selection} shelf={filter.shelf} />}
    </div>
  );
}

const Keys = memo(() => {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  return (
    <div className={classes.keys}>
      <KeyHint keys={['ArrowUp', 'ArrowDown']}>{t('keys.move')}</KeyHint>
      <KeyHint keys={['ArrowLeft', 'ArrowRight']}>{t('keys.cells')}</KeyHint>
      <KeyHint keys={['Enter']}>{t('keys.open')}</KeyHint>
      {can('clients.change') && <KeyHint keys={['Space']}>{t('keys.choose')}</KeyHint>}
      {can('visits.change') && <KeyHint keys={['V']}>{t('keys.visit')}</KeyHint>}
      {can('follow-ups.change') && <KeyHint keys={['F']}>{t('keys.followUp')}</KeyHint>}
      <KeyHint keys={['/']}>{t('keys.search')}</KeyHint>
    </div>
  );
});

function useSummary({ filter, sort }: ListQuestion, total: number | null): string {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const field = useFields()?.own.find(({ id }) => sort === fieldSort(id));
  if (total === null || total === 0) return '';
  const order = isFieldSort(sort) ? t('sort.field', { name: field?.name ?? '' }) : t(`sort.${sort}`);
  return isFiltered(filter) ? t('found', { count: total, shown: format.count(total), order }) : t('ordered', { order });
}
