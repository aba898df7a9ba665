// What Today says while the book holds nobody: bring the list, or begin with one client.

import { Button } from '@mantine/core';
import { IconTableImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { EmptyState } from '../core/ui/states';

export function FirstDay() {
  const { t } = useTranslation('today');
  const { can } = useRights();
  const actions = (
    <>
      {can('import.change') && (
        <Button component={Link} to="/data" leftSection={<IconTableImport size={16} stroke={1.7} aria-hidden="true" />}>
          {t('first.import')}
        </Button>
      )}
      {can('clients.change') && (
        <Button
          component={Link}
          to="/clients/new"
          variant="default"
          leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden="true" />}
        >
          {t('first.add')}
        </Button>
      )}
    </>
  );
  return (
    <EmptyState icon={IconUsers} title={t('first.title')} actions={actions} {...(can('clients.change') ? { note: t('first.note') } : {})}>
      {can('clients.change') && t('first.body')}
    </EmptyState>
  );
}
