// The only place that touches what preload put on the window.

import type { Bridge } from '../../shared/core/envelope';

declare global {
  interface Window {
    readonly shuke: Bridge;
  }
}

export function bridge(): Bridge {
  return window.shuke;
}
