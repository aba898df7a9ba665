// Loyal clients.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function InsightsScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('insights')}>{null}</Page>;
}
