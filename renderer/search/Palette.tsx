// The palette.

export function Palette() {
  return null;
}
