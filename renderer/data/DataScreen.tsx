// Data in and out.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function DataScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('data')}>{null}</Page>;
}
