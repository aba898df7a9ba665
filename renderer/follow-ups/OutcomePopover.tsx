// What came of a follow-up: by which way it was done, an outcome by number, and a few words if there are any. Wraps the button it belongs to.

import { Popover, SegmentedControl, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Channel, CHANNELS } from '../../shared/contacts/channel';
import type { Outcome } from '../../shared/follow-ups/contract';
import type { FollowUpId } from '../../shared/ids';
import { useKeptText } from '../core/draft';
import { useRights } from '../core/rights';
import { useShortcuts } from '../core/ui/shortcuts';
import classes from './FollowUps.module.css';
import { lastWay } from './last-way';
import { OUTCOMES, OutcomeButton } from './OutcomeButton';

export interface OutcomePopoverProps {
  readonly id: FollowUpId;
  readonly name: string;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** True when it is done. */
  readonly onPick: (outcome: Outcome, note: string, channel: Channel) => Promise<boolean>;
  readonly children: ReactElement;
}

export function OutcomePopover({ id, name, opened, onChange, onPick, children }: OutcomePopoverProps) {
  const { t } = useTranslation('followUps');
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={468} trapFocus returnFocus withRoles={false}>
      <Popover.Target>{children}</Popover.Target>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a floating panel placed by its button; the roles Mantine gives would name it after that button */}
      <Popover.Dropdown role="dialog" aria-label={t('finish.title', { name })}>
        <Choices id={id} title={t('finish.title', { name })} onPick={onPick} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ id, title, onPick }: { readonly title: string } & Pick<OutcomePopoverProps, 'id' | 'onPick'>) {
  const { t } = useTranslation(['followUps', 'contacts']);
  const { can } = useRights();
  const { text: note, change, drop } = useKeptText(`outcome:${id}`);
  const [channel, setChannel] = useState(lastWay);
  async function pick(outcome: Outcome): Promise<void> {
    if (await onPick(outcome, note, channel)) await drop();
  }
  useShortcuts(OUTCOMES.map(({ outcome, key }) => ({ keys: key, label: t(`outcomes.${outcome}`), run: () => void pick(outcome) })));
  return (
    <div className={classes.finish}>
      <div className={classes.finishTitle}>{title}</div>
      {can('clients.change') && (
        <SegmentedControl
          size="xs"
          aria-label={t('form.channel', { ns: 'contacts' })}
          data={CHANNELS.map((one) => ({ value: one, label: t(`channels.${one}`, { ns: 'contacts' }) }))}
          value={channel}
          onChange={(one) => setChannel(Channel.parse(one))}
        />
      )}
      <div className={classes.buttons}>
        {OUTCOMES.map(({ outcome }, index) => (
          <OutcomeButton key={outcome} outcome={outcome} onClick={() => void pick(outcome)} firstFocus={index === 0} />
        ))}
      </div>
      <Textarea
        label={t('finish.note')}
        placeholder={t('finish.notePlaceholder')}
        value={note}
        maxLength={2000}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
