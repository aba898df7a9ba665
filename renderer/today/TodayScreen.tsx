// Today 今日.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function TodayScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('today')}>{null}</Page>;
}
