// The settings of the shop and of this PC.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function SettingsScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('settings')}>{null}</Page>;
}
