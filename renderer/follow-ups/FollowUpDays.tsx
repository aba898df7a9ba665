// The list of follow-ups by day, its keys, and the dialogs a row can open.

import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween } from '../../shared/core/date';
import type { BoardLine } from '../../shared/follow-ups/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { useListCursor } from '../core/ui/listCursor';
import { SectionTitle } from '../core/ui/parts';
import { useShortcuts } from '../core/ui/shortcuts';
import { CallDialog } from './CallDialog';
import { byDay, type DayGroup } from './days';
import { DropDialog } from './DropDialog';
import { FollowUpForm } from './FollowUpForm';
import { FollowUpRow, type OpenPart } from './FollowUpRow';
import classes from './FollowUps.module.css';
import { OUTCOMES } from './OutcomeButton';
import { useFollowUpActs } from './useFollowUpActs';
import { useReach } from './useReach';

export interface FollowUpDaysProps {
  readonly lines: readonly BoardLine[];
  readonly doneToday: number;
}

export function FollowUpDays({ lines, doneToday }: FollowUpDaysProps) {
  const { t } = useTranslation('followUps');
  const today = useToday();
  const navigate = useNavigate();
  const acts = useFollowUpActs();
  const reach = useReach();
  const [open, setOpen] = useState<{ readonly id: string; readonly what: OpenPart } | null>(null);
  const [note, setNote] = useState('');
  const groups = byDay(lines, today);
  const rows = groups.flatMap((group) => group.lines);
  const cursor = useListCursor({
    count: rows.length,
    start: 0,
    onOpen: (index) => void (rows[index] && navigate({ to: '/clients/$id', params: { id: rows[index].clientId } })),
  });
  const current = rows[cursor.index];
  const openOn = (what: OpenPart) => (): void => setOpen(current ? { id: current.id, what } : null);
  const close = (): void => setOpen(null);
  function finish(line: BoardLine | undefined, outcome: (typeof OUTCOMES)[number]['outcome']): void {
    if (!line) return;
    const said = open?.id === line.id && open.what === 'note' ? note : '';
    void acts.complete(line, outcome, said).then((done) => done && setNote(''));
    close();
  }
  useShortcuts(
    [
      ...OUTCOMES.map(({ outcome, key }) => ({ keys: key, label: t(`outcomes.${outcome}`), run: () => finish(current, outcome) })),
      { keys: 'S', label: t('snooze'), run: openOn('snooze') },
      { keys: 'X', label: t('drop'), run: openOn('drop') },
      { keys: 'N', label: t('note.add'), run: openOn('note') },
      { keys: 'E', label: t('edit'), run: openOn('edit') },
    ],
    { enabled: reach.change },
  );
  useShortcuts(
    [
      { keys: 'C', label: t('call'), run: openOn('call') },
      { keys: 'W', label: t('wechat'), run: () => void (current && acts.copyWechat(current)) },
    ],
    { enabled: reach.contact },
  );
  return (
    <div className={classes.days}>
      {groups.map((group) => (
        <section key={group.day ?? 'overdue'} aria-label={group.day ?? t('group.overdue')} className={classes.day}>
          <DayTitle group={group} doneToday={group.day === today ? doneToday : 0} />
          <ul className={classes.list}>
            {group.lines.map((line) => (
              <FollowUpRow
                key={line.id}
                line={line}
                current={line === current}
                rowProps={cursor.rowProps(rows.indexOf(line))}
                open={open?.id === line.id ? open.what : null}
                setOpen={(what) => setOpen(what === null ? null : { id: line.id, what })}
                note={note}
                setNote={setNote}
                finish={(outcome) => finish(line, outcome)}
                acts={acts}
              />
            ))}
          </ul>
        </section>
      ))}
      <RowDialog line={rows.find(({ id }) => id === open?.id)} what={open?.what ?? null} onClose={close} acts={acts} />
    </div>
  );
}

interface RowDialogProps {
  readonly line: BoardLine | undefined;
  readonly what: OpenPart | null;
  readonly onClose: () => void;
  readonly acts: ReturnType<typeof useFollowUpActs>;
}

function RowDialog({ line, what, onClose, acts }: RowDialogProps) {
  const { t } = useTranslation('followUps');
  if (!line) return null;
  const { name } = line.client;
  if (what === 'call') return <CallDialog client={line.client} onClose={onClose} />;
  if (what === 'drop') {
    return <DropDialog id={line.id} name={name} onClose={onClose} onDrop={(reason) => acts.drop(line, reason)} />;
  }
  if (what !== 'edit') return null;
  const changes = { id: line.id, kind: line.kind, dueOn: line.dueOn, staffId: line.staff?.id ?? null, note: line.note };
  return (
    <Modal opened onClose={onClose} title={t('editOf', { name })} closeButtonProps={{ 'aria-label': t('phone.close') }}>
      <FollowUpForm clientId={line.clientId} clientName={name} changes={changes} onDone={onClose} />
    </Modal>
  );
}

function DayTitle({ group: { day, lines }, doneToday }: { readonly group: DayGroup; readonly doneToday: number }) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const count = lines.length;
  const people = doneToday > 0 ? t('group.todayPeople', { count, done: doneToday }) : t('group.people', { count });
  const first = lines[0]?.dueOn ?? today;
  const last = lines.at(-1)?.dueOn ?? today;
  if (day === null) {
    const from = format.shortDay(first, today);
    const range = first === last ? from : t('group.range', { from, to: format.shortDay(last, today) });
    return (
      <SectionTitle tone="danger" aside={people}>
        {t('group.overdue')}
        <span className={`num ${classes.dayNote}`}>{range}</span>
      </SectionTitle>
    );
  }
  const near = day === today ? t('group.today') : day === addDays(today, 1) ? t('group.tomorrow') : null;
  const soon = near === null && daysBetween(today, day) < 7 ? format.weekday(day) : near;
  return (
    <SectionTitle aside={people}>
      {soon ?? format.dueDay(day)}
      {soon !== null && (
        <span className={`num ${classes.dayNote}`}>{near === null ? format.shortDay(day, today) : format.dueDay(day)}</span>
      )}
    </SectionTitle>
  );
}
