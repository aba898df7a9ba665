// The shop: its name, and where its phone numbers come from.

import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { REGIONS, Region } from '../../shared/core/phone';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Settings.module.css';
import { useShop } from './useShop';

export function ShopPage() {
  const { t, i18n } = useTranslation('settings');
  const { shop, error, retry, change } = useShop();
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  return (
    <Page title={t('pages.shop')}>
      {error && <ErrorState error={error} retry={retry} />}
      {!shop && !error && <LoadingRows rows={2} />}
      {shop && (
        <div className={classes.fields}>
          <TextInput label={t('shop.name')} description={t('shop.nameHint')} value={shop.shopName} readOnly inputWrapperOrder={AFTER} />
          <Select
            label={t('shop.region')}
            description={t('shop.regionHint')}
            inputWrapperOrder={AFTER}
            searchable
            value={shop.region}
            data={REGIONS.map((region) => ({ value: region, label: names.of(region) ?? region }))}
            onChange={(chosen) => {
              const region = Region.safeParse(chosen);
              if (region.success) void change({ region: region.data });
            }}
          />
        </div>
      )}
    </Page>
  );
}

const AFTER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];
