// A tag as the settings show it: with its group, and how many clients have it.

import type { Output } from '../../shared/contract';

export type ShopTag = Output<'clients.tags'>[number];
