// A visit on the timeline: what was done, by whom, for how much; can be changed and struck out.

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconScissors, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import type { Visit, VisitItem } from '../../shared/visits/contract';
import { takenOff } from '../../shared/visits/taken-off';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Money } from '../core/ui/Masked';
import { Num } from '../core/ui/parts';
import { usePaymentText } from '../visits/usePaymentText';
import { useReveals } from '../reveals/RevealsProvider';
import { EntryFrame, Meta } from './EntryFrame';
import classes from './Timeline.module.css';
import { StaffMark } from '../staff/StaffMark';
import { VisitChanges } from './VisitChanges';
import { VoidDialog } from './VoidDialog';

export function VisitEntry({ visit: stored, edit }: { readonly visit: Visit; readonly edit: () => void }) {
  const visit = useShownAmount(stored);
  const { t } = useTranslation(['timeline', 'visits']);
  const format = useFormat();
  const { on, time, items, staff, amountCents, note, formula, number, voided } = visit;
  const paid = usePaymentText();
  const off = takenOff(visit);
  const names = items.map((item) => item.name);
  const aside = (
    <>
      <span className={classes.price}>
        {voided ? (
          <s>
            <Money amount={amountCents} />
          </s>
        ) : (
          <Money amount={amountCents} />
        )}
      </span>
      <More visit={visit} what={names.length > 0 ? format.list(names) : t('noService')} edit={edit} />
    </>
  );
  return (
    <EntryFrame
      on={on}
      time={time}
      icon={IconScissors}
      aside={aside}
      title={
        voided ? (
          <s>
            <Services items={items} />
          </s>
        ) : (
          <Services items={items} />
        )
      }
    >
      <Meta
        parts={[
          voided && t('voided', { reason: voided.reason }),
          staff && <Staff key="staff" {...staff} />,
          amountCents !== null && amountCents < 0 && t('refund'),
          paid(visit),
          off > 0 && t('discount', { amount: format.money(cents(off)) }),
          number !== null && t('number', { number }),
        ]}
      />
      {note !== null && <p className={classes.note}>{note}</p>}
      {formula !== null && (
        <p className={classes.note}>
          <span className={classes.formula}>{t('formula')}</span>
          {formula}
        </p>
      )}
    </EntryFrame>
  );
}

/** With its amount, while that is shown for a reason. */
function useShownAmount(visit: Visit): Visit {
  const { money } = useReveals();
  const known = money?.visits.find(({ id }) => id === visit.id);
  return known ? { ...visit, amountCents: known.amountCents } : visit;
}

/** The mark of their colour before the name, as on the board. */
function Staff({ id, name }: NonNullable<Visit['staff']>) {
  return (
    <>
      <StaffMark id={id} name={name} />
      {name}
    </>
  );
}

function Services({ items }: { readonly items: readonly VisitItem[] }) {
  const { t } = useTranslation('timeline');
  if (items.length === 0) return <b>{t('noService')}</b>;
  return items.map((item, index) => (
    // the same service may stand on a visit twice
    // oxlint-disable-next-line react/no-array-index-key -- items of a stored visit have no identity but their place
    <span key={index} className={classes.service}>
      <b>{item.name}</b>
      {item.quantity !== 1 && <Num>{t('times', { count: item.quantity })}</Num>}
      {item.staff !== null && (
        <span className={classes.quiet}>
          <Staff {...item.staff} />
        </span>
      )}
      {item.minutes !== null && <span className={classes.quiet}>{t('minutes', { count: item.minutes })}</span>}
    </span>
  ));
}

interface MoreProps {
  readonly visit: Visit;
  readonly what: string;
  readonly edit: () => void;
}

function More({ visit, what, edit }: MoreProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const { can } = useRights();
  const [asked, setAsked] = useState(false);
  const [looked, setLooked] = useState(false);
  const remove = useCommand('visits.remove', { say: () => t('removed', { day: format.day(visit.on) }) });
  // to correct or take back a visit is to change what was paid
  const correctable = visit.voided === null && can('visits.change') && can('money.change');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} className={classes.dots ?? ''} aria-label={t('actions', { what })}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {correctable && (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={edit}>
              {t('changeVisit')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={() => setLooked(true)}>
            {t('visitChanges')}
          </Menu.Item>
          {correctable && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setAsked(true)}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {looked && <VisitChanges visit={visit} onClose={() => setLooked(false)} />}
      {asked && (
        <VoidDialog
          visitId={visit.id}
          day={format.day(visit.on)}
          onClose={() => setAsked(false)}
          onVoid={async (reason) => (await remove.run({ id: visit.id, reason })).ok}
        />
      )}
    </>
  );
}
