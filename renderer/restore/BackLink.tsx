// Back to the list of backups.

import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Restore.module.css';

export function BackLink() {
  const { t } = useTranslation('restore');
  return (
    <Link to="/data" search={{ tab: 'backups' }} className={classes.back}>
      <IconChevronLeft size={16} stroke={1.7} aria-hidden="true" />
      {t('back')}
    </Link>
  );
}
