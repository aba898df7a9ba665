// The ? sheet is opened by key, from the user menu and from the settings.

import { createToggle } from '../core/ui/toggle';

export const shortcutSheet = createToggle();
export const openShortcuts = shortcutSheet.open;
