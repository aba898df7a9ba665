// Password and lock: when the book locks by itself, one's own password and PIN, and what the recovery key is for.

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { ErrorState } from '../core/ui/states';
import { PasswordForm } from './PasswordForm';
import { PinForm } from './PinForm';
import { RecoverySection } from './RecoverySection';
import classes from './Settings.module.css';
import { useShop } from './useShop';

const MINUTES = [1, 2, 3, 5, 10, 15, 20, 30];

export function SecurityPage() {
  const { t } = useTranslation('settings');
  const { t: tBook } = useTranslation('book');
  const { can, owner } = useRights();
  const { shop, error, retry, change } = useShop();
  const hasPin = useQuery('book.status', null).data?.session?.hasPin ?? false;
  const mayChange = can('settings.change');
  return (
    <Page title={t('pages.security')}>
      {error && <ErrorState error={error} retry={retry} />}
      {shop && !mayChange && <p className={classes.lead}>{t('security.idleFixed', { count: shop.idleMinutes })}</p>}
      {shop && mayChange && (
        <div className={classes.fields}>
          <Select
            label={t('security.idle')}
            description={t('security.idleHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={String(shop.idleMinutes)}
            data={[...new Set([...MINUTES, shop.idleMinutes])]
              .sort((a, b) => a - b)
              .map((minutes) => ({ value: String(minutes), label: t('security.minutes', { count: minutes }) }))}
            onChange={(chosen) => {
              if (chosen !== null) void change({ idleMinutes: Number(chosen) });
            }}
          />
        </div>
      )}
      <section className={classes.section}>
        <h2>{t('security.change')}</h2>
        <p className={classes.lead}>{t('security.changeLead')}</p>
        <PasswordForm shopName={shop?.shopName ?? ''} />
      </section>
      <section className={classes.section}>
        <h2>{tBook('pin.title')}</h2>
        <p className={classes.lead}>
          {tBook('pin.lead')}
          <br />
          {tBook(hasPin ? 'pin.some' : 'pin.none')}
        </p>
        <PinForm hasPin={hasPin} />
      </section>
      <RecoverySection owner={owner} shopName={shop?.shopName ?? ''} />
    </Page>
  );
}
