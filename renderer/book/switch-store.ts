// The dialog of changing over is opened by key, from the user menu and from the palette.

import { createToggle } from '../core/ui/toggle';

export const switchDialog = createToggle();
export const openSwitch = switchDialog.open;
