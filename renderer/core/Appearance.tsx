// Light or dark, Chinese or English, and how large: as chosen on this PC, also when it is changed in the settings or by the PC itself.

import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from './data';
import { setLanguage } from './i18n';
import { theme } from './theme';

export interface AppearanceProviderProps {
  readonly children: ReactNode;
  readonly env: 'default' | 'test';
}

export function AppearanceProvider({ children, env }: AppearanceProviderProps) {
  const { data } = useQuery('appearance.get', null);
  const darkPc = useMediaQuery('(prefers-color-scheme: dark)') ?? false;
  const chosen = data?.theme ?? 'auto';
  const language = data?.language;
  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);
  const textSize = data?.textSize ?? 100;
  useEffect(() => {
    // every size of text is a multiple of this one
    document.documentElement.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  }, [textSize]);
  return (
    <MantineProvider
      theme={theme}
      env={env}
      forceColorScheme={chosen === 'auto' ? (darkPc ? 'dark' : 'light') : chosen}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
