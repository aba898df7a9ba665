// A follow-up on the timeline: open ones can be finished, snoozed, changed or dropped where they stand.

import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconCheck, IconClock, IconDots, IconPencil, IconPhoneCall, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../shared/contacts/channel';
import type { IsoDate } from '../../shared/core/date';
import type { FollowUp } from '../../shared/follow-ups/contract';
import { useRights } from '../core/rights';
import { DropDialog } from '../follow-ups/DropDialog';
import { FollowUpForm } from '../follow-ups/FollowUpForm';
import { OutcomePopover } from '../follow-ups/OutcomePopover';
import { SnoozeMenu } from '../follow-ups/SnoozeMenu';
import { useFollowUpActs } from '../follow-ups/useFollowUpActs';
import { EntryFrame, Meta } from './EntryFrame';
import classes from './Timeline.module.css';

export interface FollowUpEntryProps {
  readonly on: IsoDate;
  readonly followUp: FollowUp;
  /** By which way it was done. */
  readonly channel: Channel | null;
  readonly name: string;
}

export function FollowUpEntry({ on, followUp, channel, name }: FollowUpEntryProps) {
  const { t } = useTranslation(['timeline', 'followUps', 'contacts']);
  const { kind, note, state, staff, outcome, outcomeNote, closedBy, snoozed } = followUp;
  const { can } = useRights();
  const open = state === 'open';
  const result = outcome === null ? (state === 'dropped' ? t('dropped') : null) : t(`outcomes.${outcome}`, { ns: 'followUps' });
  const title = (
    <>
      <b>{t('followUp')}</b>
      <span>{note === '' ? t(`kinds.${kind}`, { ns: 'followUps' }) : note}</span>
    </>
  );
  return (
    <EntryFrame
      on={on}
      icon={IconPhoneCall}
      open={open}
      title={title}
      aside={
        open && can('follow-ups.change') ? <Actions followUp={followUp} name={name} /> : <span className={classes.quiet}>{closedBy}</span>
      }
    >
      <Meta
        parts={[
          note !== '' && t(`kinds.${kind}`, { ns: 'followUps' }),
          staff?.name,
          channel !== null && t(`channels.${channel}`, { ns: 'contacts' }),
          snoozed > 0 && t('snoozed', { count: snoozed }),
          result,
        ]}
      />
      {outcomeNote !== null && <p className={classes.note}>{outcomeNote}</p>}
    </EntryFrame>
  );
}

type Asked = 'finish' | 'snooze' | 'drop' | 'change' | null;

function Actions({ followUp, name }: { readonly followUp: FollowUp; readonly name: string }) {
  const { t } = useTranslation(['timeline', 'followUps']);
  const acts = useFollowUpActs();
  const [asked, setAsked] = useState<Asked>(null);
  const line = { id: followUp.id, client: { name } };
  const close = (): void => setAsked(null);
  const toggle = (what: Asked) => (opened: boolean) => setAsked(opened ? what : null);
  return (
    <span className={classes.actions}>
      <OutcomePopover
        id={followUp.id}
        name={name}
        opened={asked === 'finish'}
        onChange={toggle('finish')}
        onPick={(outcome, note, way) => {
          close();
          return acts.complete(line, outcome, note, way);
        }}
      >
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCheck size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => setAsked('finish')}
        >
          {t('done', { ns: 'followUps' })}
        </Button>
      </OutcomePopover>
      <SnoozeMenu opened={asked === 'snooze'} onChange={toggle('snooze')} onPick={(until) => void acts.snooze(line, until).then(close)}>
        <Button variant="default" size="compact-sm" leftSection={<IconClock size={16} stroke={1.6} aria-hidden="true" />}>
          {t('snooze', { ns: 'followUps' })}
        </Button>
      </SnoozeMenu>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('actions', { what: t('followUp') })}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setAsked('change')}>
            {t('changeFollowUp')}
          </Menu.Item>
          <Menu.Item leftSection={<IconX size={16} stroke={1.6} />} onClick={() => setAsked('drop')}>
            {t('drop', { ns: 'followUps' })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'drop' && <DropDialog id={followUp.id} name={name} onClose={close} onDrop={(reason) => acts.drop(line, reason)} />}
      {asked === 'change' && <Change followUp={followUp} name={name} onDone={close} />}
    </span>
  );
}

function Change({ followUp, name, onDone }: { readonly followUp: FollowUp; readonly name: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['timeline', 'core']);
  const { id, clientId, kind, dueOn, note, staff } = followUp;
  return (
    <Modal opened onClose={onDone} title={t('changeFollowUp')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <FollowUpForm clientId={clientId} clientName={name} changes={{ id, kind, dueOn, note, staffId: staff?.id ?? null }} onDone={onDone} />
    </Modal>
  );
}
