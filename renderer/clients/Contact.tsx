// How to reach a client and where they come from: a label and a value a line, nothing for what was not given.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage, Phone } from '../../shared/clients/contract';
import { ageOn, nextOccurrence, readBirthday, type Birthday } from '../../shared/core/birthday';
import { HIDDEN } from '../../shared/core/marks';
import type { ChangedField } from '../../shared/history/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { Masked } from '../core/ui/Masked';
import { Num } from '../core/ui/parts';
import { RevealLine } from '../reveals/RevealLine';
import { useReveals } from '../reveals/RevealsProvider';
import { hidesContact } from '../reveals/shown-client';
import { FieldHistory, type FieldHistoryProps } from '../timeline/FieldHistory';
import classes from './ClientScreen.module.css';

export function Contact({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const past = (field: ChangedField): FieldHistoryProps => ({ clientId: client.id, field });
  const { phones, wechat, email, birthday, staff, source, referrer, address, occupation, firstSeenOn } = client;
  return (
    <dl className={classes.contact}>
      {phones.map((phone, index) => (
        <Line
          key={phone.id}
          label={phone.label ?? t(index === 0 ? 'fields.phone' : 'fields.secondPhone')}
          {...(index === 0 ? { past: past('phone') } : {})}
        >
          {phone.shown !== null && <PhoneNumber phone={phone} shown={phone.shown} />}
        </Line>
      ))}
      <Line label={t('fields.wechat')} past={past('wechat')}>
        {wechat !== null && <Masked text={wechat} />}
      </Line>
      <Line label={t('fields.email')} past={past('email')}>
        {email !== null && <Masked text={email} />}
      </Line>
      <Reveal client={client} />
      <Line label={t('fields.birthday')} past={past('birthday')}>
        {birthday !== null && <BirthdayLine birthday={birthday} />}
      </Line>
      <Line label={t('fields.staff')} past={past('staff')}>
        {staff?.name}
      </Line>
      <Line label={t('fields.source')} past={past('source')}>
        {source ?? (referrer === null ? null : '')}
        {referrer !== null && <span className={classes.aside}>{t('page.referrer', { referrer })}</span>}
      </Line>
      <Line label={t('fields.address')} past={past('address')}>
        {address !== null && <Masked text={address} />}
      </Line>
      <Line label={t('fields.occupation')} past={past('occupation')}>
        {occupation}
      </Line>
      <Line label={t('fields.firstSeen')} past={past('firstSeenOn')}>
        {firstSeenOn !== null && <Num>{format.day(firstSeenOn)}</Num>}
      </Line>
    </dl>
  );
}

/** Right under what it shows; the whole block at once. */
function Reveal({ client }: { readonly client: ClientPage }) {
  const { left } = useReveals();
  const hidden = hidesContact(client);
  if (!hidden && left('contact') === null) return null;
  return (
    <div>
      <dt />
      <dd>
        <RevealLine what="contact" hidden={hidden} />
      </dd>
    </div>
  );
}

interface LineProps {
  readonly label: string;
  /** Whose and which field's past can be looked up. */
  readonly past?: FieldHistoryProps;
  readonly children: ReactNode;
}

function Line({ label, past, children }: LineProps) {
  const known = Array.isArray(children) ? children.some(isGiven) : isGiven(children);
  if (!known) return null;
  return (
    <div>
      <dt title={label}>{label}</dt>
      <dd>
        {past && <FieldHistory {...past} />}
        {children}
      </dd>
    </div>
  );
}

function isGiven(value: ReactNode): boolean {
  return value !== null && value !== undefined && value !== false;
}

function PhoneNumber({ phone, shown }: { readonly phone: Phone; readonly shown: string }) {
  const { t } = useTranslation('clients');
  return (
    <>
      <Num>
        <Masked text={shown} />
      </Num>
      {phone.e164 === null && !shown.includes(HIDDEN) && <span className={classes.aside}>{t('page.phoneUnread')}</span>}
    </>
  );
}

/** Lunar birthdays with the solar day they fall on next; an age where the year is known. */
function BirthdayLine({ birthday }: { readonly birthday: Birthday }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const today = useToday();
  const next = nextOccurrence(birthday, today);
  const age = ageOn(birthday, today);
  const lunar = readBirthday(birthday).calendar === 'lunar';
  const more: string[] = [];
  if (lunar) more.push(t('page.nextOn', { day: format.shortDay(next, today) }));
  if (age !== null) more.push(t('page.age', { count: age }));
  return (
    <>
      <span className={`num ${classes.words}`}>{format.birthday(birthday)}</span>
      {more.length > 0 && <div className={`num ${classes.words} ${classes.below}`}>{format.list(more)}</div>}
    </>
  );
}
