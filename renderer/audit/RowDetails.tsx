// What an open entry says besides its sentence: reason, purpose, what changed from what to what, and its place in the chain.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditChange, AuditEntry } from '../../shared/audit/contract';
import { isIsoDate, isIsoInstant } from '../../shared/core/date';
import { cents, formatMoney } from '../../shared/core/money';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import classes from './Audit.module.css';
import type { LogFilter } from './log-filter';
import { levelWord, number, rightChanges, text, type Names } from './sentence';
import { zh } from './words';

const MOST = 12;

export interface RowDetailsProps {
  readonly entry: AuditEntry;
  readonly names: Names;
  readonly only: (client: LogFilter['client']) => void;
}

export function RowDetails({ entry, names, only }: RowDetailsProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const facts = useFacts({ entry, names });
  const place =
    entry.previous === ''
      ? t('row.chainFirst', { own: entry.fingerprint })
      : t('row.chain', { own: entry.fingerprint, previous: entry.previous, id: format.count(entry.id - 1) });
  return (
    <dl className={classes.details}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {number(entry, 'rows') !== null && entry.event !== 'exported' && rightChanges(entry).length === 0 && <Changes id={entry.id} />}
      {rightChanges(entry).length > (entry.event === 'review-signed' ? 0 : 1) && <RightChanges entry={entry} names={names} />}
      <div>
        <dt>{t('row.fingerprint')}</dt>
        <dd className="num">{place}</dd>
      </div>
      <OnlyClient client={entry.client} only={only} />
    </dl>
  );
}

function OnlyClient({ client, only }: { readonly client: AuditEntry['client'] } & Pick<RowDetailsProps, 'only'>) {
  const { t } = useTranslation('audit');
  const name = client?.name ?? client?.number ?? null;
  if (client === null || name === null) return null;
  return (
    <div data-act>
      <dt className="visually-hidden">{t('filter.client')}</dt>
      <dd>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => only({ id: client.id, name })}>
          {t('row.only')}
        </Button>
      </dd>
    </div>
  );
}

function useFacts({ entry, names }: Omit<RowDetailsProps, 'only'>): readonly (readonly [string, string])[] {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const columns = entry.details['columns'];
  const approver = text(entry, 'approvedBy');
  const rows = number(entry, 'rows');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('row.reason'), entry.event === 'locked' ? null : text(entry, 'reason')],
    [t('row.purpose'), text(entry, 'purpose')],
    [t('row.file'), text(entry, 'fileName')],
    [t('row.rows'), entry.event === 'exported' && rows !== null ? format.count(rows) : null],
    [t('row.columns'), Array.isArray(columns) ? format.list(columns.filter((one) => typeof one === 'string')) : null],
    [t('row.password'), protection(entry.details['protected'])],
    [t('row.approved'), approver === null ? null : (names.account(approver) ?? names.words.somebody)],
    [t('row.counted'), entry.details['counted'] === true ? t('row.countedYes') : null],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));

  function protection(is: unknown): string | null {
    if (typeof is !== 'boolean') return null;
    return is ? t('row.withPassword') : t('row.withoutPassword');
  }
}

function RightChanges({ entry, names }: Omit<RowDetailsProps, 'only'>) {
  const { t } = useTranslation('audit');
  const { words } = names;
  return (
    <div data-wide>
      <dt>{t('row.changed')}</dt>
      <dd>
        {rightChanges(entry).map(({ role, right, from, to }) => (
          <div key={`${role} ${right}`}>
            {`${names.role(role)} · ${words.rights[right] ?? right}　${levelWord(from, words)} → ${levelWord(to, words)}`}
          </div>
        ))}
      </dd>
    </div>
  );
}

function Changes({ id }: { readonly id: number }) {
  const { t } = useTranslation('audit');
  const { data } = useQuery('audit.changes', { id });
  if (!data) return null;
  const told = data.filter(({ from, to, hidden }) => hidden || from !== null || to !== null);
  return (
    <div data-wide>
      <dt>{t('row.changed')}</dt>
      <dd>
        {told.length === 0 && t('row.nothing')}
        {told.slice(0, MOST).map((change, index) => {
          // what an act changed never changes its order
          const key = `${index} ${change.table} ${change.column}`;
          return <Change key={key} change={change} />;
        })}
        {told.length > MOST && <div className={classes.quiet}>{t('row.more', { count: told.length - MOST })}</div>}
      </dd>
    </div>
  );
}

function Change({ change: { table, kind, column, from, to, hidden } }: { readonly change: AuditChange }) {
  const { t } = useTranslation('audit');
  const value = useValueWords(column);
  const where = isTable(table) ? t(`tables.${table}`) : t('tables.other');
  const what = column === '' ? '' : isColumn(column) ? t(`columns.${column}`) : column;
  return (
    <div>
      <span className={classes.quiet}>{what === '' ? where : `${where} · ${what}`}</span>
      {'　'}
      {hidden && <span className={classes.quiet}>{t('row.hidden')}</span>}
      {!hidden && kind === 'insert' && value(to)}
      {!hidden && kind !== 'insert' && (
        <>
          {value(from)}
          {` → ${kind === 'delete' ? t('row.removed') : value(to)}`}
        </>
      )}
    </div>
  );
}

function useValueWords(column: string): (value: AuditChange['from']) => string {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (value) => {
    if (value === null || value === '') return t('row.empty');
    if (typeof value === 'number' && column.endsWith('_cents')) return formatMoney(cents(value));
    if (typeof value !== 'string') return JSON.stringify(value);
    if (isIsoDate(value)) return format.day(value);
    return isIsoInstant(value) ? format.moment(value) : value;
  };
}

function isTable(table: string): table is keyof typeof zh.tables {
  return Object.hasOwn(zh.tables, table);
}

function isColumn(column: string): column is keyof typeof zh.columns {
  return Object.hasOwn(zh.columns, column);
}
