// One promise on the board. The current row is taller and has its buttons written out; the others have two quiet icons.

import { ActionIcon, Button } from '@mantine/core';
import { IconBrandWechat, IconCheck, IconCircle, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../shared/core/date';
import type { BoardLine } from '../../shared/follow-ups/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { AlertChips } from '../core/ui/Alerts';
import { Kbd } from '../core/ui/Kbd';
import type { RowProps } from '../core/ui/listCursor';
import { TierLabel } from '../core/ui/TierLabel';
import { OutcomePopover } from '../follow-ups/OutcomePopover';
import { ReachIcons } from '../follow-ups/ReachIcons';
import { SnoozeButton } from '../follow-ups/SnoozeButton';
import { useReach } from '../follow-ups/useReach';
import type { FollowUpActs } from '../follow-ups/useFollowUpActs';
import type { BoardPart } from './board-parts';
import { StaffMark } from '../staff/StaffMark';
import classes from './Today.module.css';

export type OpenPart = 'call' | 'snooze' | 'finish';

export interface BoardRowProps {
  readonly line: BoardLine;
  readonly part: BoardPart['part'];
  readonly current: boolean;
  readonly rowProps: RowProps;
  readonly open: OpenPart | null;
  readonly setOpen: (what: OpenPart | null) => void;
  readonly acts: FollowUpActs;
}

export function BoardRow(props: BoardRowProps) {
  const { line, current, rowProps, setOpen } = props;
  const { t } = useTranslation('followUps');
  const { client, note, kind } = line;
  const reach = useReach();
  return (
    <li className={classes.row} {...rowProps}>
      {reach.change ? (
        <ActionIcon
          className={classes.quiet}
          size={28}
          aria-label={t('doneOf', { name: client.name })}
          onClick={() => setOpen('finish')}
          tabIndex={-1}
        >
          <IconCircle size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      ) : (
        <span />
      )}
      <div className={classes.who}>
        <Link to="/clients/$id" params={{ id: line.clientId }} className={classes.name} tabIndex={-1} title={client.name}>
          {client.name}
        </Link>
        <TierLabel tier={client.tier} />
        {current && <AlertChips kinds={client.alerts} />}
      </div>
      <div className={classes.reason} title={note}>
        {!current && <AlertChips kinds={client.alerts} />}
        <span className={classes.note}>{note || t(`kinds.${kind}`)}</span>
      </div>
      {current ? <CurrentActs {...props} /> : <QuietActs {...props} />}
    </li>
  );
}

function QuietActs({ line, part, setOpen, acts }: BoardRowProps) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const { name } = line.client;
  const due =
    part === 'overdue' ? t('overdueBy', { count: daysBetween(line.dueOn, today) }) : part === 'today' ? '' : format.dueDay(line.dueOn);
  return (
    <>
      <span className={classes.person}>
        {line.staff && <StaffMark id={line.staff.id} name={line.staff.name} />}
        {line.staff?.name}
      </span>
      <span className={`num ${classes.due}`} data-late={part === 'overdue' || undefined}>
        {due}
      </span>
      <ReachIcons name={name} onCall={() => setOpen('call')} onWechat={() => void acts.copyWechat(line)} />
    </>
  );
}

function CurrentActs({ line, open, setOpen, acts }: BoardRowProps) {
  const { t } = useTranslation('followUps');
  const reach = useReach();
  return (
    <div className={classes.acts}>
      {reach.contact && (
        <>
          <Act icon={IconPhone} label={t('call')} keys="C" onClick={() => setOpen('call')} />
          <Act icon={IconBrandWechat} label={t('wechat')} keys="W" onClick={() => void acts.copyWechat(line)} />
        </>
      )}
      {reach.change && <Closing line={line} open={open} setOpen={setOpen} acts={acts} />}
    </div>
  );
}

function Closing({ line, open, setOpen, acts }: Pick<BoardRowProps, 'line' | 'open' | 'setOpen' | 'acts'>) {
  const { t } = useTranslation('followUps');
  const { name } = line.client;
  const toggle = (what: OpenPart) => (opened: boolean) => setOpen(opened ? what : null);
  return (
    <>
      <SnoozeButton opened={open === 'snooze'} onChange={toggle('snooze')} onPick={(until) => void acts.snooze(line, until)} />
      <OutcomePopover
        id={line.id}
        name={name}
        opened={open === 'finish'}
        onChange={toggle('finish')}
        onPick={(outcome, note, way) => {
          setOpen(null);
          return acts.complete(line, outcome, note, way);
        }}
      >
        <Button
          size="compact-sm"
          leftSection={<IconCheck size={16} stroke={1.8} aria-hidden="true" />}
          rightSection={<Kbd keys="D" />}
          onClick={() => setOpen('finish')}
        >
          {t('done')}
        </Button>
      </OutcomePopover>
    </>
  );
}

interface ActProps {
  readonly icon: typeof IconPhone;
  readonly label: string;
  readonly keys: string;
  readonly onClick: () => void;
}

function Act({ icon: ActIcon, label, keys, onClick }: ActProps) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<ActIcon size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys={keys} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
