// A client's page with what is shown for half a minute put in the places where it was hidden.

import type { ClientPage } from '../../shared/clients/contract';
import { HIDDEN } from '../../shared/core/marks';
import type { Reveals } from './RevealsProvider';

export function shownClient(client: ClientPage, { contact, money, health }: Reveals): ClientPage {
  let page = client;
  if (contact) {
    const { wechat, email, address } = contact;
    // in the same order as they were hidden
    const phones = page.phones.map((phone, index) => ({ ...phone, ...contact.phones[index] }));
    page = { ...page, phones, wechat, email, address };
  }
  if (money) page = { ...page, spentCents: money.spentCents };
  if (health) page = { ...page, preferences: [...health.alerts, ...page.preferences.filter(({ kind }) => kind !== 'hidden')] };
  return page;
}

/** What of this page is hidden and could be shown for a reason. */
export function hidesContact({ phones, wechat, email, address }: ClientPage): boolean {
  return [...phones.map(({ shown }) => shown), wechat, email, address].some((text) => text?.includes(HIDDEN));
}

export function hidesAlerts({ preferences }: ClientPage): boolean {
  return preferences.some(({ kind }) => kind === 'hidden');
}
