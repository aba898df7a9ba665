// The sample salon 示例店 as the interface reaches it; the doors between the two books are the house's.

import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import type { SampleState } from '../../shared/sample/contract';
import type { Services } from '../core/context';

/** Between the shop's own book and the sample salon; never both are open. */
export interface SampleDoor {
  state(): SampleState;
  open(progress: (stage: string, done: number, total: number | null) => void): Promise<void>;
  leave(remove: boolean): Promise<void>;
}

export function createSampleService({ door, isSample }: { readonly door: SampleDoor; readonly isSample: boolean }) {
  return {
    state: () => door.state(),
    async open(_input, { progress }) {
      await door.open(progress);
      return null;
    },
    async leave({ remove }) {
      await door.leave(remove);
      return null;
    },
    async fill({ language }, { writeInThread, signal, progress }) {
      // Nothing invented ever gets into the shop's own book.
      if (!isSample) throw refuse('sample.not-here');
      await writeInThread('sample', { language }, { signal, onProgress: progress });
      return null;
    },
  } satisfies Services<AppContract>['sample'];
}
