// An address inside the app that leads nowhere.

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <Page title={t('notFound')} lead={t('notFoundBody')}>
      <Button component={Link} to="/today" mt={16}>
        {t('goTo', { page: t('today') })}
      </Button>
    </Page>
  );
}
