// What Today says while the book holds nobody: bring the list, or begin with one client.

import { Button } from '@mantine/core';
import { IconTableImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../core/ui/states';

export function FirstDay() {
  const { t } = useTranslation('today');
  const actions = (
    <>
      <Button component={Link} to="/data" leftSection={<IconTableImport size={16} stroke={1.7} aria-hidden="true" />}>
        {t('first.import')}
      </Button>
      <Button component={Link} to="/clients/new" variant="default" leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden="true" />}>
        {t('first.add')}
      </Button>
    </>
  );
  return (
    <EmptyState icon={IconUsers} title={t('first.title')} actions={actions} note={t('first.note')}>
      {t('first.body')}
    </EmptyState>
  );
}
