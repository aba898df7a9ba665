// A new client, or an old one edited.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function ClientFormScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('newClient')}>{null}</Page>;
}
