// The board of follow-ups.

import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function FollowUpsScreen() {
  const { t } = useTranslation('frame');
  return <Page title={t('followUps')}>{null}</Page>;
}
