// The board: overdue, today, this week. One row is current and answers to C, W, S and D.

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardLine } from '../../shared/follow-ups/contract';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { KeyHint } from '../core/ui/Kbd';
import { useListCursor } from '../core/ui/listCursor';
import { SectionTitle } from '../core/ui/parts';
import { useShortcuts } from '../core/ui/shortcuts';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { CallDialog } from '../follow-ups/CallDialog';
import { useFollowUpActs } from '../follow-ups/useFollowUpActs';
import { useReach } from '../follow-ups/useReach';
import { boardParts, endOfBoard, type BoardPart } from './board-parts';
import { BoardRow, type OpenPart } from './BoardRow';
import classes from './Today.module.css';

/** Of each part; a day with hundreds of promises must not make the first one wait. */
const LINES_AT_FIRST = 40;

export function Board() {
  const today = useToday();
  const { data, error, refetch } = useQuery('followUps.board', { until: endOfBoard(today), staffId: null }, { keep: true });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} height={44} />;
  if (data.lines.length === 0) return <AllDone nextDueOn={data.nextDueOn} />;
  return <Lines lines={data.lines} />;
}

function Lines({ lines }: { readonly lines: readonly BoardLine[] }) {
  const { t } = useTranslation('followUps');
  const { t: tToday } = useTranslation('today');
  const today = useToday();
  const navigate = useNavigate();
  const acts = useFollowUpActs();
  const reach = useReach();
  const [open, setOpen] = useState<{ readonly id: string; readonly what: OpenPart } | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<BoardPart['part']>>(new Set());
  const parts = boardParts(lines, today).map((part) => ({
    ...part,
    shown: whole.has(part.part) ? part.lines : part.lines.slice(0, LINES_AT_FIRST),
  }));
  // as they stand on the page, whatever order they came in
  const rows = parts.flatMap((part) => part.shown);
  const firstToday = rows.findIndex(({ dueOn }) => dueOn === today);
  const cursor = useListCursor({
    count: rows.length,
    start: Math.max(firstToday, 0),
    onOpen: (index) => openClient(rows[index]),
  });
  const current = rows[cursor.index];
  const openOn = (what: OpenPart) => (): void => setOpen(current ? { id: current.id, what } : null);
  function openClient(line: BoardLine | undefined): void {
    if (line) void navigate({ to: '/clients/$id', params: { id: line.clientId } });
  }
  useShortcuts(
    [
      { keys: 'C', label: t('call'), run: openOn('call') },
      { keys: 'W', label: t('wechat'), run: () => void (current && acts.copyWechat(current)) },
    ],
    { enabled: reach.contact },
  );
  useShortcuts(
    [
      { keys: 'S', label: t('snooze'), run: openOn('snooze') },
      { keys: 'D', label: t('done'), run: openOn('finish') },
    ],
    { enabled: reach.change },
  );
  const called = open?.what === 'call' ? rows.find(({ id }) => id === open.id) : undefined;
  return (
    <div>
      {parts.map(({ part, lines: partLines, shown }, index) => (
        <section key={part} aria-labelledby={`board-${part}`} className={classes.part}>
          <SectionTitle
            id={`board-${part}`}
            tone={part === 'overdue' ? 'danger' : 'plain'}
            count={partLines.length}
            aside={index === 0 ? <Hints /> : undefined}
          >
            {t(`group.${part}`)}
          </SectionTitle>
          <ul className={classes.list}>
            {shown.map((line) => (
              <BoardRow
                key={line.id}
                line={line}
                part={part}
                current={line === current}
                rowProps={cursor.rowProps(rows.indexOf(line))}
                open={open?.id === line.id ? open.what : null}
                setOpen={(what) => setOpen(what === null ? null : { id: line.id, what })}
                acts={acts}
              />
            ))}
          </ul>
          {shown.length < partLines.length && (
            <button type="button" className={classes.more} onClick={() => setWhole(new Set([...whole, part]))}>
              {tToday('moreLines', { count: partLines.length - shown.length })}
            </button>
          )}
        </section>
      ))}
      {called && <CallDialog client={called.client} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Hints() {
  const { t } = useTranslation('followUps');
  const { t: core } = useTranslation('core');
  return (
    <span className={classes.hints}>
      <KeyHint keys={['ArrowUp', 'ArrowDown']}>{t('move')}</KeyHint>
      <KeyHint keys={['?']}>{core('shortcuts.hint')}</KeyHint>
    </span>
  );
}

function AllDone({ nextDueOn }: { readonly nextDueOn: BoardLine['dueOn'] | null }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const navigate = useNavigate();
  const { change } = useReach();
  const promise = change && (
    <Button variant="default" onClick={() => void navigate({ to: '/follow-ups' })}>
      {t('allDone.promise')}
    </Button>
  );
  return (
    <EmptyState title={t('allDone.title')} actions={promise}>
      {nextDueOn === null ? t('allDone.none') : t('allDone.next', { day: format.dueDay(nextDueOn) })}
    </EmptyState>
  );
}
