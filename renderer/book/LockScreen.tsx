// LockScreen.

import type { BookState } from './state';

export function LockScreen({ status }: { readonly status: BookState }) {
  return <main>{status.shopName}</main>;
}
