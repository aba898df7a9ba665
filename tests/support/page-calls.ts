// The bridge as the page itself uses it, for what an end-to-end test must arrange before it looks.

import type { Page } from '@playwright/test';
import type { Input, Output, Path } from '../../shared/contract';
import { firstStart } from '../demo/day';
import { OWNER } from './app';

interface Answer<T> {
  readonly ok: boolean;
  readonly value?: T;
  readonly act?: string | null;
  readonly error?: { readonly code: string };
}

export async function askPage<P extends Path>(page: Page, path: P, input: Input<P>, callId?: string): Promise<Answer<Output<P>>> {
  const answer = await page.evaluate(([where, what, id]) => window.shuke.call(where, what, id), [path, input, callId] as const);
  return answer as Answer<Output<P>>;
}

export async function callPage<P extends Path>(page: Page, path: P, input: Input<P>): Promise<Output<P>> {
  const answer = await askPage(page, path, input);
  if (!answer.ok) throw new Error(`${path}: ${answer.error?.code}`);
  return answer.value as Output<P>;
}

/** As a person does it: the page prepares a recovery key of its own, and only one can be prepared at a time. */
export async function createBookIn(page: Page): Promise<void> {
  await firstStart({ page, shot: async () => undefined }, 'today');
  await page.getByRole('link', { name: '今日' }).waitFor();
}

/** Until the pages are there: whoever comes after somebody else begins at the first of them, wherever the address pointed before. */
export async function signInTo(page: Page): Promise<void> {
  const { accounts } = await callPage(page, 'book.status', null);
  await callPage(page, 'book.unlock', { accountId: accounts[0]!.id, password: OWNER.password });
  await page.getByRole('navigation').first().waitFor();
}

/** Chooses a list (the open dialog must be answered before), matches its columns as guessed, and gives what a commit needs. */
export async function readList(page: Page): Promise<Input<'imports.commit'>> {
  const chosen = await callPage(page, 'imports.choose', null);
  const list = await callPage(page, 'imports.read', { token: chosen!.token, sheet: null, encoding: null, large: false });
  const fields = list.columns.map(({ index, field }) => ({ column: index, field }));
  return { token: chosen!.token, kind: list.kind, sheet: list.sheet, fields, fixes: [], skipRows: [] };
}
