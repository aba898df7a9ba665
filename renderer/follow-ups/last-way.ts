// By which way somebody last got in touch from a follow-up: what the next outcome is noted under unless another is chosen.

import type { Channel } from '../../shared/contacts/channel';

let last: Channel = 'phone';

export function lastWay(): Channel {
  return last;
}

export function rememberWay(channel: Channel): void {
  last = channel;
}
