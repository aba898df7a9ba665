// Theme, size of the text and language of this PC.

import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TEXT_SIZES } from '../../shared/settings/contract';
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
          <Input.Wrapper label={t('appearance.textSize')} labelElement="div">
            <SegmentedControl
              aria-label={t('appearance.textSize')}
              fullWidth
              value={String(appearance.textSize)}
              data={TEXT_SIZES.map((size) => ({ value: String(size), label: `${size}%` }))}
              onChange={(chosen) => change({ textSize: TEXT_SIZES.find((size) => String(size) === chosen) ?? 100 })}
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
