// `scale`: the same on a large book and on one of a tenth, turn by turn; what grows with the book, and what must not.

import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { profileOf } from './profile';
import { searcherOf } from './search';
import { recorderOf } from './visit';

/** The floor's column is the small book. */
export async function measureScale(
  large: Desk,
  small: Desk,
): Promise<Readonly<Record<'scale' | 'scale_profile' | 'scale_visit', Measurement>>> {
  const [inLarge, inSmall] = [searcherOf(large), searcherOf(small)];
  const runs = Math.min(inLarge.count, inSmall.count) - 50;
  return {
    scale: await sideBySide({ runs, warmUp: 50, quantile: 0.95, ours: inLarge.press, floor: inSmall.press }),
    scale_profile: await sideBySide({ runs: 200, warmUp: 20, ours: profileOf(large), floor: profileOf(small) }),
    scale_visit: await sideBySide({ runs: 200, warmUp: 20, ours: recorderOf(large), floor: recorderOf(small) }),
  };
}
