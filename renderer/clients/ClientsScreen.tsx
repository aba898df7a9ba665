// The list of clients.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function ClientsScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('clients')}>{null}</Page>;
}
