// The clients in the columns of other programs: the titles in their order, and what of a client stands under each.

import { isBirthday } from '../../shared/core/birthday';
import { birthdayCell } from '../exports/cell';
import type { WholeClient } from '../exports/client-sheet';
import { VALUES, wordFor, type Language } from '../exports/words';
import type { CsvValue } from './csv';

export interface ClientList {
  readonly titles: readonly string[];
  line(client: WholeClient): readonly CsvValue[];
}

type Columns = readonly (readonly [title: string, value: (client: WholeClient) => CsvValue])[];

const none = () => null;
const no = () => 'No';

export function squareList(language: Language): ClientList {
  return listOf([
    ['Reference ID', ({ number }) => number],
    ['First Name', (client) => splitName(client.name).first],
    ['Last Name', (client) => splitName(client.name).last],
    ['Email Address', ({ email }) => email],
    ['Phone Number', ({ phones }) => phoneText(phones.slice(0, 1))],
    ['Nickname', ({ nickname }) => nickname],
    ['Company Name', none],
    ['Street Address 1', ({ address }) => address],
    ['Street Address 2', none],
    ['City', none],
    ['State', none],
    ['Postal Code', none],
    ['Birthday', birthdayOf],
    ['Memo', (client) => memoOf(client, client.phones.slice(1), language)],
    ['Square Customer ID', none],
    ['Creation Source', ({ source }) => source],
    ['First Visit', (client) => client.first_visit_on ?? client.first_seen_on],
    ['Last Visit', (client) => client.last_visit_on],
    ['Transaction Count', ({ visits }) => visits],
    ['Lifetime Spend', (client) => moneyText(client.spent_cents)],
    ['Email Subscription Status', none],
    ['Instant Profile', no],
    ['Blocked from online booking', no],
  ]);
}

export function freshaList(language: Language): ClientList {
  return listOf([
    ['Client ID', ({ number }) => number],
    ['First Name', (client) => splitName(client.name).first],
    ['Last Name', (client) => splitName(client.name).last],
    ['Gender', ({ gender }) => wordFor({ female: 'Female', male: 'Male' }, gender)],
    ['Mobile Number', ({ phones }) => phoneText(phones.slice(0, 1))],
    ['Telephone', ({ phones }) => phoneText(phones.slice(1))],
    ['Email', ({ email }) => email],
    ['Date of Birth', birthdayOf],
    ['Address', ({ address }) => address],
    ['Apartement Suite', none],
    ['City', none],
    ['State', none],
    ['Post Code', none],
    ['Accepts Marketing', no],
    ['Accepts SMS Marketing', no],
    ['Tags', ({ tags }) => tags.join(',')],
    ['Note', (client) => memoOf(client, [], language)],
    ['Referral Source', ({ source }) => source],
    ['Blocked', no],
    ['Block Reason', none],
  ]);
}

/** `turned`: names as 'Last, First'. A list in which only some stand so cannot be read by anybody. */
export function vagaroList(turned: boolean): ClientList {
  return listOf([
    ['Customer', ({ name }) => (turned ? turnedName(name) : name)],
    ['Email', ({ email }) => email],
    ['Mobile', ({ phones }) => phoneText(phones.slice(0, 1))],
    ['Day', ({ phones }) => phoneText(phones.slice(1))],
    ['Birthdate', birthdayOf],
    ['Customer Since', (client) => client.first_visit_on ?? client.first_seen_on],
    ['Last Visited', (client) => client.last_visit_on],
    ['Address', ({ address }) => address],
    ['Apt/Suite', none],
    ['City', none],
    ['State', none],
    ['Zip', none],
    ['Refered By', ({ referrer }) => referrer],
    ['Membership', ({ tier }) => tier],
    ['Tags', ({ tags }) => tags.join(',')],
    ['Appointments Booked', ({ visits }) => visits],
    ['No Shows/Cancellations', () => 0],
    ['Amount Paid', (client) => moneyText(client.spent_cents)],
    ['Points Earned', () => 0],
  ]);
}

/** More than half of the names, and none that has a comma of its own. */
export function standTurned(names: Iterable<string>): boolean {
  let all = 0;
  let turnable = 0;
  for (const name of names) {
    if (name.includes(',')) return false;
    all += 1;
    if (splitName(name).last !== null) turnable += 1;
  }
  return turnable >= 5 && turnable * 2 > all;
}

function listOf(columns: Columns): ClientList {
  return { titles: columns.map(([title]) => title), line: (client) => columns.map(([, value]) => value(client)) };
}

/** A Chinese name is one word, and no program may put a blank into it. */
function splitName(name: string): { readonly first: string; readonly last: string | null } {
  const at = name.lastIndexOf(' ');
  if (at < 0 || /\p{Script=Han}/u.test(name)) return { first: name, last: null };
  return { first: name.slice(0, at), last: name.slice(at + 1) };
}

function turnedName(name: string): string {
  const { first, last } = splitName(name);
  return last === null ? name : `${last}, ${first}`;
}

function phoneText(phones: WholeClient['phones']): string | null {
  return phones.map(({ typed, e164 }) => e164 ?? typed).join(' / ') || null;
}

/** The day itself with its year first, whatever order of day and month the other program is used to: no reader can confuse it. */
function birthdayOf({ birthday }: WholeClient): string | null {
  if (birthday === null || !isBirthday(birthday)) return null;
  return /^\d/.test(birthday) ? birthday : String(birthdayCell(birthday, birthday.startsWith('lunar:') ? 'zh-CN' : 'en'));
}

function memoOf({ preferences }: WholeClient, phones: WholeClient['phones'], language: Language): string | null {
  const { preference, colon } = VALUES[language];
  const lines = preferences.map(({ kind, text, detail }) =>
    [`${kind === 'note' ? '' : (wordFor(preference, kind) ?? '') + colon}${text}`, detail]
      .filter((part) => part !== null && part !== '')
      .join('\n'),
  );
  const further = phoneText(phones);
  return [...(further === null ? [] : [further]), ...lines].join('\n') || null;
}

function moneyText(cents: number): string {
  return (cents / 100).toFixed(2);
}
