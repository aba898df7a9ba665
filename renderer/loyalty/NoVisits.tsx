// What insights say while no visit has been recorded.

import { Button } from '@mantine/core';
import { IconChartHistogram, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../core/ui/states';

export function NoVisits() {
  const { t } = useTranslation('loyalty');
  const actions = (
    <>
      <Button component={Link} to="/data" leftSection={<IconTableImport size={16} stroke={1.7} aria-hidden="true" />}>
        {t('empty.import')}
      </Button>
      <Button component={Link} to="/clients" variant="default">
        {t('empty.clients')}
      </Button>
    </>
  );
  return (
    <EmptyState icon={IconChartHistogram} title={t('empty.noClients')} actions={actions}>
      {t('empty.noClientsBody')}
    </EmptyState>
  );
}
