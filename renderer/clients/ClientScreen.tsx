// The page of one client.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function ClientScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('clients')}>{null}</Page>;
}
