// What a row of a list becomes before it is written: a client or a visit with typed values, still outside the book.

import type { Birthday } from '../../../shared/core/birthday';
import type { IsoDate } from '../../../shared/core/date';
import type { Cents } from '../../../shared/core/money';
import type { E164 } from '../../../shared/core/phone';
import type { ClientFieldId } from '../../../shared/ids';
import type { ALERT_KINDS } from '../../../shared/preferences/contract';
import type { Problem, Remark } from './findings';

export type AlertKind = (typeof ALERT_KINDS)[number];

export interface CandidatePhone {
  readonly typed: string;
  readonly e164: E164;
  readonly label: string | null;
  readonly extension: string | null;
}

export interface CandidateAlert {
  readonly kind: AlertKind;
  readonly text: string;
}

export interface BroughtOver {
  readonly balanceCents: Cents | null;
  readonly bonusCents: Cents | null;
  readonly package: string | null;
  readonly sessions: number | null;
  readonly spentCents: Cents | null;
  readonly visits: number | null;
  readonly lastVisitOn: IsoDate | null;
  readonly firstVisitOn: IsoDate | null;
}

/** What goes into a field of the shop's own, as it is kept. */
export interface OwnCell {
  readonly id: ClientFieldId;
  readonly value: string;
}

export interface ClientCandidate {
  readonly row: number;
  /** Null: the book gives one. */
  readonly number: string | null;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly nickname: string | null;
  readonly gender: 'female' | 'male' | null;
  readonly birthday: Birthday | null;
  readonly phones: readonly CandidatePhone[];
  readonly wechat: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly source: string | null;
  readonly referrer: string | null;
  readonly occupation: string | null;
  readonly staff: string | null;
  readonly tier: string | null;
  readonly tags: readonly string[];
  readonly preferences: string | null;
  readonly allergies: string | null;
  /** The list says in so many words that there are none. */
  readonly askedNoAlerts: boolean;
  readonly alerts: readonly CandidateAlert[];
  readonly broughtOver: BroughtOver;
  readonly own: readonly OwnCell[];
  readonly remarks: readonly Remark[];
}

/** Whose visit a row says it was. */
export interface ClientReference {
  readonly number: string | null;
  readonly phones: readonly E164[];
  readonly name: string | null;
}

export interface VisitCandidate {
  readonly row: number;
  readonly number: string | null;
  readonly on: IsoDate;
  readonly time: string | null;
  readonly client: ClientReference;
  readonly service: string | null;
  readonly staff: string | null;
  readonly quantity: number;
  readonly amountCents: Cents;
  /** As the list writes it: 微信, 储值卡, Visa. */
  readonly payment: string | null;
  readonly note: string | null;
  readonly remarks: readonly Remark[];
}

/** `checked` rows with a null record make none; why is in the problems. */
export interface CheckedRow<Record> {
  readonly row: number;
  readonly record: Record | null;
  readonly problems: readonly Problem[];
}
