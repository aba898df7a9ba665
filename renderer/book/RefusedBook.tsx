// RefusedBook.

import type { BookState } from './state';

export function RefusedBook({ status }: { readonly status: BookState }) {
  return <main>{status.shopName}</main>;
}
