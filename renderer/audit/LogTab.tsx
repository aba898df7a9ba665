// The log by day: filters, the list, and the keys it is moved through with.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditBreak } from '../../shared/audit/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { isEmpty, NO_FILTER, questionOf, type LogFilter } from './log-filter';
import { LogFilters } from './LogFilters';
import { LogList } from './LogList';
import { linesOf, useAuditLog } from './useAuditLog';

export interface LogTabProps {
  readonly filter: LogFilter;
  readonly setFilter: (filter: LogFilter) => void;
  readonly broken: AuditBreak | null;
}

export function LogTab({ filter, setFilter, broken }: LogTabProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const log = useAuditLog(questionOf(filter, useToday()));
  const first = log.pages?.[0];
  const [matching, all] = [format.count(first?.matching ?? 0), format.count(first?.all ?? 0)];
  const summary = !first ? '' : isEmpty(filter) ? t('all', { all }) : t('of', { matching, all });
  return (
    <>
      <LogFilters filter={filter} setFilter={setFilter} summary={summary} />
      {log.error && !log.pages && <ErrorState error={log.error} retry={log.retry} />}
      {!log.error && !log.pages && <LoadingRows rows={10} height={44} />}
      {first?.matching === 0 && (
        <EmptyState
          title={t('empty')}
          actions={
            !isEmpty(filter) && (
              <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
                {t('filter.all')}
              </Button>
            )
          }
        >
          {t('emptyBody')}
        </EmptyState>
      )}
      {log.pages && first && first.matching > 0 && (
        // another question begins at its top
        <LogList
          key={JSON.stringify(filter)}
          lines={linesOf(log.pages, broken)}
          more={log.next}
          only={(client) => setFilter({ ...filter, client })}
        />
      )}
    </>
  );
}
