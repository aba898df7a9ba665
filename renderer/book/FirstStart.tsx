// FirstStart.

import type { BookState } from './state';

export function FirstStart({ status }: { readonly status: BookState }) {
  return <main>{status.shopName}</main>;
}
