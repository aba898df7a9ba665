// The palette is opened from the top bar, by key and from the menu.

import { createToggle } from '../core/ui/toggle';

export const palette = createToggle();
export const openPalette = palette.open;
