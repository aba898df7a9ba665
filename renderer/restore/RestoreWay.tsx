// The way out by a backup, offered where a book cannot be opened.

import { UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import outside from '../book/Outside.module.css';
import classes from './Restore.module.css';

export function RestoreWay({ choose }: { readonly choose: () => void }) {
  const { t } = useTranslation('restore');
  return (
    <UnstyledButton
      className={`${outside.choice} ${classes.way}`}
      onClick={choose}
      aria-label={`${t('closed.way')} ${t('closed.wayBody')}`}
    >
      <IconHistory size={20} stroke={1.6} aria-hidden="true" />
      <span className={outside.choiceText}>
        <span className={outside.choiceTitle}>{t('closed.way')}</span>
        <br />
        <span className={outside.choiceBody}>{t('closed.wayBody')}</span>
      </span>
    </UnstyledButton>
  );
}
