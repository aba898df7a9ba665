// One follow-up of the list. The current row opens to its outcomes, each with its key.

import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconBan, IconCheck, IconNotes, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BoardLine, Outcome } from '../../shared/follow-ups/contract';
import { AlertChips } from '../core/ui/Alerts';
import { Kbd } from '../core/ui/Kbd';
import type { RowProps } from '../core/ui/listCursor';
import { TierLabel } from '../core/ui/TierLabel';
import classes from './FollowUps.module.css';
import { OutcomeButton, OUTCOMES } from './OutcomeButton';
import { OutcomePopover } from './OutcomePopover';
import { ReachIcons } from './ReachIcons';
import { SnoozeButton } from './SnoozeButton';
import type { FollowUpActs } from './useFollowUpActs';
import { useReach } from './useReach';

export type OpenPart = 'call' | 'snooze' | 'drop' | 'edit' | 'note' | 'finish';

export interface FollowUpRowProps {
  readonly line: BoardLine;
  readonly current: boolean;
  readonly rowProps: RowProps;
  readonly open: OpenPart | null;
  readonly setOpen: (what: OpenPart | null) => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly finish: (outcome: Outcome) => void;
  readonly acts: FollowUpActs;
}

export function FollowUpRow(props: FollowUpRowProps) {
  const { line, current, rowProps, open, setOpen, acts } = props;
  const { t } = useTranslation('followUps');
  const { client, kind, note, staff } = line;
  const { name } = client;
  const reach = useReach();
  return (
    <li className={classes.row} {...rowProps}>
      <div className={classes.rowLine}>
        <span className={classes.kind}>{t(`kinds.${kind}`)}</span>
        <span className={classes.who}>
          <Link to="/clients/$id" params={{ id: line.clientId }} className={classes.name} tabIndex={-1} title={name}>
            {name}
          </Link>
          <TierLabel tier={client.tier} />
        </span>
        <span className={classes.reason} title={note}>
          <AlertChips kinds={client.alerts} />
          <span className={classes.noteText}>{note || t(`kinds.${kind}`)}</span>
        </span>
        <span className={classes.person}>{staff?.name}</span>
        <ReachIcons name={name} onCall={() => setOpen('call')} onWechat={() => void acts.copyWechat(line)} />
        {reach.change && (
          <OutcomePopover
            id={line.id}
            name={name}
            opened={open === 'finish'}
            onChange={(opened) => setOpen(opened ? 'finish' : null)}
            onPick={(outcome, said, way) => {
              setOpen(null);
              return acts.complete(line, outcome, said, way);
            }}
          >
            <ActionIcon
              className={classes.quiet}
              size={28}
              tabIndex={-1}
              aria-label={t('doneOf', { name })}
              onClick={() => setOpen('finish')}
            >
              <IconCheck size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </OutcomePopover>
        )}
      </div>
      {current && reach.change && <Outcomes {...props} />}
    </li>
  );
}

function Outcomes({ line, open, setOpen, note, setNote, finish, acts, rowProps }: FollowUpRowProps) {
  const { t } = useTranslation('followUps');
  const { name } = line.client;
  return (
    <div className={classes.outcomes}>
      <span className={classes.outcomesLabel}>{t('result')}</span>
      {OUTCOMES.map(({ outcome }) => (
        <OutcomeButton key={outcome} outcome={outcome} onClick={() => finish(outcome)} />
      ))}
      <SnoozeButton
        opened={open === 'snooze'}
        onChange={(opened) => setOpen(opened ? 'snooze' : null)}
        onPick={(until) => void acts.snooze(line, until)}
      />
      <Quiet icon={IconBan} keys="X" onClick={() => setOpen('drop')}>
        {t('drop')}
      </Quiet>
      <Quiet icon={IconNotes} keys="N" onClick={() => setOpen('note')}>
        {t('note.add')}
      </Quiet>
      <Tooltip label={<Kbd keys="E" />}>
        <ActionIcon className={classes.quiet} size={28} aria-label={t('editOf', { name })} onClick={() => setOpen('edit')}>
          <IconPencil size={16} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {open === 'note' && (
        <TextInput
          className={classes.noteInput}
          aria-label={t('note.label')}
          placeholder={t('note.placeholder')}
          value={note}
          maxLength={2000}
          ref={focusOnce}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            // the row takes the keys again, and the numbers with them
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.closest('li')?.focus();
          }}
          {...(rowProps['data-current'] ? {} : { disabled: true })}
        />
      )}
    </div>
  );
}

interface QuietProps {
  readonly icon: typeof IconBan;
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: string;
}

function Quiet({ icon: QuietIcon, keys, onClick, children }: QuietProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<QuietIcon size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys={keys} />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
