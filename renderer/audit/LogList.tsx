// The list of entries: grouped by day, drawn only where one looks, moved through by arrows; the break of the chain is a dashed line.

import { IconUnlink } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditBreak } from '../../shared/audit/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { useListCursor } from '../core/ui/listCursor';
import classes from './Audit.module.css';
import type { LogFilter } from './log-filter';
import { LogRow } from './LogRow';
import { useNames } from './useNames';
import type { LogLine } from './useAuditLog';

const ROW = 45;

export interface LogListProps {
  readonly lines: readonly LogLine[];
  readonly more: () => void;
  /** Narrows the log to one client. */
  readonly only: (client: LogFilter['client']) => void;
}

export function LogList({ lines, more, only }: LogListProps) {
  const { t } = useTranslation('audit');
  const names = useNames();
  const box = useRef<HTMLDivElement | null>(null);
  const places = lines.flatMap((line, index) => (line.kind === 'entry' ? [index] : []));
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, nothing is memoised behind our back
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const cursor = useListCursor({ count: places.length, start: 0, scrollTo: (row) => virtual.scrollToIndex(places[row] ?? 0) });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const askMore = useEffectEvent(more);
  useEffect(() => {
    if (last >= lines.length - 10) askMore();
  }, [last, lines.length]);
  return (
    <div className={classes.box} ref={box}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the rows are placed by the virtual list */}
      <div role="list" aria-label={t('row.list')} className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines[index];
          const row = places.indexOf(index);
          return (
            <div
              key={index}
              data-index={index}
              ref={virtual.measureElement}
              role="presentation"
              className={classes.placed}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line?.kind === 'day' && <DayLine line={line} />}
              {line?.kind === 'break' && <BreakLine broken={line.broken} />}
              {line?.kind === 'entry' && (
                <LogRow
                  entry={line.entry}
                  names={names}
                  open={row === cursor.index}
                  rowProps={cursor.rowProps(row)}
                  choose={() => cursor.set(row)}
                  only={only}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function DayLine({ line: { on, entries } }: { readonly line: Extract<LogLine, { kind: 'day' }> }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const today = useToday();
  const relative = on >= today || format.relative(on, today) === format.relative(on, on) ? format.relative(on, today) : null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list holds nothing but its items
    <div role="listitem" className={classes.day}>
      <b>
        {relative !== null && `${relative} `}
        <span className="num">{on.slice(0, 4) === today.slice(0, 4) ? format.dueDay(on) : format.fullDay(on)}</span>
      </b>
      <span className={`num ${classes.dayCount}`}>{t('entries', { count: entries })}</span>
    </div>
  );
}

function BreakLine({ broken: { id, expected, found } }: { readonly broken: AuditBreak }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list holds nothing but its items
    <div role="listitem" className={classes.break}>
      <IconUnlink size={17} stroke={1.6} aria-hidden="true" />
      <b>{t('broken.line', { id: format.count(id) })}</b>
      {expected !== null && (
        <span className="num">{found === null ? t('broken.gone', { expected }) : t('broken.expected', { expected, found })}</span>
      )}
    </div>
  );
}
