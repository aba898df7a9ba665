// Password and lock: when the book locks by itself, another password, and what the recovery key is for.

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../core/ui/Page';
import { ErrorState } from '../core/ui/states';
import { PasswordForm } from './PasswordForm';
import classes from './Settings.module.css';
import { useShop } from './useShop';

const MINUTES = [1, 2, 3, 5, 10, 15, 20, 30];

export function SecurityPage() {
  const { t } = useTranslation('settings');
  const { shop, error, retry, change } = useShop();
  return (
    <Page title={t('pages.security')}>
      {error && <ErrorState error={error} retry={retry} />}
      {shop && (
        <div className={classes.fields}>
          <Select
            label={t('security.idle')}
            description={t('security.idleHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={String(shop.idleMinutes)}
            data={[...new Set([...MINUTES, shop.idleMinutes])]
              .sort((a, b) => a - b)
              .map((minutes) => ({ value: String(minutes), label: t('security.minutes', { count: minutes }) }))}
            onChange={(chosen) => chosen !== null && change({ idleMinutes: Number(chosen) })}
          />
        </div>
      )}
      <section className={classes.section}>
        <h2>{t('security.change')}</h2>
        <p className={classes.lead}>{t('security.changeLead')}</p>
        <PasswordForm shopName={shop?.shopName ?? ''} />
      </section>
      <section className={classes.section}>
        <h2>{t('security.recovery')}</h2>
        <p className={classes.lead}>{t('security.recoveryText')}</p>
      </section>
    </Page>
  );
}
