// Says when every page of the book was last checked.

import type { AppContract } from '../../shared/contract';
import type { Services } from '../core/context';
import { readHealth } from './health-file';

export function createHealthService({ folder }: { readonly folder: string }) {
  return { state: () => ({ checked: readHealth(folder) }) } satisfies Services<AppContract>['health'];
}
