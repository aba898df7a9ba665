// The theme: design tokens as Mantine's theme and as --sk-* variables, in one constructed style sheet.

import {
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
  type MantineThemeOverride,
} from '@mantine/core';
import tokens from './tokens.json';

/** Nothing behind a dialog scrolls here anyway, and the lock would need an inline style, which the page's policy forbids. */
const dialog = { defaultProps: { lockScroll: false } };

export const theme: MantineThemeOverride = createTheme({
  // the tokens are Mantine's theme as data; JSON cannot say that each colour is a tuple of ten
  ...(tokens.mantine as unknown as MantineThemeOverride),
  components: withDefaults(tokens.mantine.components, {
    // Mantine's own holder of the first focus is no allowed child of a menu
    // and the key that opened a menu would be its first one outside, which closes it
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, clickOutsideEvents: ['mousedown', 'touchstart'] } },
    Modal: dialog,
    Drawer: dialog,
  }),
});

type Scheme = 'light' | 'dark';

/** Variables go through the document's own sheets, not a <style> tag, so that the policy needs no exception. */
export function installTheme(): void {
  // jsdom, in which screens are tested, has no constructed sheets and does not look at colours
  if (!('adoptedStyleSheets' in document) || typeof CSSStyleSheet.prototype.replaceSync !== 'function') return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss());
  document.adoptedStyleSheets = [sheet];
}

export function themeCss(): string {
  const base = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const css = convertCssVariables({
    variables: base.variables,
    light: { ...base.light, ...schemeVariables('light'), '--mantine-color-scheme': 'light' },
    dark: { ...base.dark, ...schemeVariables('dark'), '--mantine-color-scheme': 'dark' },
  });
  return `${css}\n:root[lang='en'] { --mantine-font-family: ${tokens.fontStacks.en}; --mantine-font-family-headings: ${tokens.fontStacks.en}; }`;
}

function schemeVariables(scheme: Scheme): Record<string, string> {
  const own = Object.entries(tokens.semantic[scheme]).map(([name, value]) => [`--sk-${name}`, value]);
  const mantine = Object.entries(tokens.mantineVariables[scheme]).map(([name, value]) => [`--mantine-color-${name}`, value]);
  const tiers = Object.entries(tokens.tierMarks).map(([name, value]) => [`--sk-tier-${name}`, value ?? 'transparent']);
  return Object.fromEntries([...own, ...mantine, ...tiers]);
}

function withDefaults(
  components: Record<string, { defaultProps: object }>,
  extra: Record<string, { defaultProps: object }>,
): Record<string, { defaultProps: object }> {
  const merged = { ...components };
  for (const [name, { defaultProps }] of Object.entries(extra))
    merged[name] = { defaultProps: { ...components[name]?.defaultProps, ...defaultProps } };
  return merged;
}
