// Each phone of the form, looked at while it is typed: is it a number, and who has it already?

import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Output } from '../../shared/contract';
import { invoke } from '../core/api';
import { givenPhones, type FormValues, type PhoneValue } from './form-values';

const WAIT_MS = 250;

type Answer = Output<'clients.withPhone'>;

export interface PhoneCheck {
  readonly state: 'none' | 'checking' | 'valid' | 'wrong' | 'known' | 'shared' | 'duplicate';
  readonly problem: string | null;
  readonly by: number | null;
  readonly e164: string | null;
  readonly clients: Answer['clients'];
}

const NONE: PhoneCheck = { state: 'none', problem: null, by: null, e164: null, clients: [] };

export interface PhoneChecks {
  of(phone: PhoneValue): PhoneCheck;
  /** Waits for the answers that are still out; then `of` would say the same. */
  settle(): Promise<readonly { readonly phone: PhoneValue; readonly check: PhoneCheck }[]>;
}

/** `known`: numbers an import brought that could not be understood; they may stay as they are. */
export function usePhoneChecks(values: FormValues, self: string | null, known: readonly string[]): PhoneChecks {
  const queries = useQueryClient();
  const phones = givenPhones(values);
  const [asked] = useDebouncedValue([...new Set(phones.map((phone) => phone.typed))].join('\n'), WAIT_MS);
  const typed = asked === '' ? [] : asked.split('\n');
  const answers = useQueries({ queries: typed.map((one) => question(one, self)) });
  const check = (phone: PhoneValue, answer: Answer | undefined): PhoneCheck => checkOf(phone, answer, values.shared, known);
  return {
    of: (phone) => (phone.typed.trim() === '' ? NONE : check(phone, answers[typed.indexOf(phone.typed)]?.data)),
    settle: () =>
      Promise.all(phones.map(async (phone) => ({ phone, check: check(phone, await queries.fetchQuery(question(phone.typed, self))) }))),
  };
}

function question(typed: string, self: string | null) {
  const input = { typed: typed.slice(0, 60), self };
  return { queryKey: ['clients.withPhone', input], queryFn: async () => (await invoke('clients.withPhone', input)).value };
}

function checkOf(phone: PhoneValue, answer: Answer | undefined, shared: readonly string[], known: readonly string[]): PhoneCheck {
  if (!answer) return { ...NONE, state: 'checking' };
  const { problem, by, e164, clients } = answer;
  const told = { problem, by, e164, clients };
  if (problem !== null) return { ...told, state: known.includes(phone.typed) ? 'known' : 'wrong' };
  if (clients.length === 0) return { ...told, state: 'valid' };
  return { ...told, state: e164 !== null && shared.includes(e164) ? 'shared' : 'duplicate' };
}
