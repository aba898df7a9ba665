// What insights say while there is no visit to count, in this period or at all.

import { Button } from '@mantine/core';
import { IconChartHistogram, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../core/ui/states';

export function NoVisits({ ever }: { readonly ever: boolean }) {
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
    <EmptyState icon={IconChartHistogram} title={ever ? t('empty.noVisits') : t('empty.noVisitsInPeriod')} actions={actions}>
      {t('empty.noVisitsBody')}
    </EmptyState>
  );
}
