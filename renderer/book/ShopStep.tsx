// The first page of first start: the shop's name.

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Outside.module.css';
import type { FirstStartState } from './useFirstStart';

export function ShopStep({ state }: { readonly state: FirstStartState }) {
  const { t } = useTranslation('book');
  return (
    <div className={classes.oneColumn}>
      <h1 className={classes.bigTitle}>{t('shop.title')}</h1>
      <p className={classes.lead}>{t('shop.lead')}</p>
      <div className={classes.fields}>
        <TextInput
          id="setup-shopName"
          size="md"
          maw={400}
          label={t('shop.name')}
          description={t('shop.hint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={t('shop.placeholder')}
          value={state.input.shopName}
          onChange={(event) => state.set('shopName', event.currentTarget.value)}
          error={state.complains('shopName') && t('shop.error')}
          maxLength={60}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of the first page; nothing stands before it
          autoFocus
        />
      </div>
    </div>
  );
}
