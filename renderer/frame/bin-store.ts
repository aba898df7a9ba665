// The bin is opened from the menu of the person and from the palette.

import { createToggle } from '../core/ui/toggle';

export const bin = createToggle();
export const openBin = bin.open;
