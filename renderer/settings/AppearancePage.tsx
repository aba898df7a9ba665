// Theme and language of this PC.

import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../core/language';
import { Page } from '../core/ui/Page';
import { useAppearance } from '../core/useAppearance';
import classes from './Settings.module.css';

const THEMES = ['light', 'dark', 'auto'] as const;

export function AppearancePage() {
  const { t } = useTranslation('settings');
  const { t: words } = useTranslation('frame');
  const { appearance, change } = useAppearance();
  return (
    <Page title={t('pages.appearance')} lead={t('appearance.hint')}>
      {appearance && (
        <div className={classes.fields}>
          <Input.Wrapper label={t('appearance.theme')} labelElement="div">
            <SegmentedControl
              aria-label={t('appearance.theme')}
              fullWidth
              value={appearance.theme}
              data={THEMES.map((theme) => ({ value: theme, label: t(`appearance.${theme}`) }))}
              onChange={(theme) => change({ theme })}
            />
          </Input.Wrapper>
          <Input.Wrapper label={t('appearance.language')} labelElement="div">
            <SegmentedControl
              aria-label={t('appearance.language')}
              fullWidth
              value={appearance.language}
              data={LANGUAGES.map((language) => ({ value: language, label: words(`languages.${language}`) }))}
              onChange={(language) => change({ language })}
            />
          </Input.Wrapper>
        </div>
      )}
    </Page>
  );
}
