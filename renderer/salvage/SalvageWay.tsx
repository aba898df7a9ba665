// The way out of a damaged book that needs no backup: offered on the page that refuses it.

import { UnstyledButton } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import outside from '../book/Outside.module.css';
import classes from './Salvage.module.css';

/** What a salvage can help with. */
export function canBeSalvaged(code: string): boolean {
  return code === 'book.damaged' || code === 'book.cut-short';
}

export function SalvageWay({ choose }: { readonly choose: () => void }) {
  const { t } = useTranslation('salvage');
  return (
    <UnstyledButton className={`${outside.choice} ${classes.way}`} onClick={choose} aria-label={`${t('way')} ${t('wayBody')}`}>
      <IconLifebuoy size={20} stroke={1.6} aria-hidden="true" />
      <span className={outside.choiceText}>
        <span className={outside.choiceTitle}>{t('way')}</span>
        <br />
        <span className={outside.choiceBody}>{t('wayBody')}</span>
      </span>
    </UnstyledButton>
  );
}
