// Who counts as a loyal client, and how the grid of the insights is divided. Saved on leaving a field, once it makes sense.

import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeptNotice } from '../core/ui/KeptNotice';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { useLoyaltyDraft, type LoyaltyDraftState } from './loyalty-draft';
import classes from './Settings.module.css';
import { useShop, type Shop, type ShopSettings } from './useShop';

export function LoyaltyPage() {
  const { t } = useTranslation('settings');
  const { shop, error, retry, change } = useShop();
  return (
    <Page title={t('pages.loyalty')}>
      {error && <ErrorState error={error} retry={retry} />}
      {!shop && !error && <LoadingRows rows={4} />}
      {shop && <Rules shop={shop} change={change} />}
    </Page>
  );
}

function Rules({ shop, change }: { readonly shop: Shop; readonly change: ShopSettings['change'] }) {
  const { t } = useTranslation('settings');
  const state = useLoyaltyDraft(shop.loyalty, (loyalty) => change({ loyalty }));
  const { draft, set } = state;
  return (
    <div onBlur={state.save}>
      <section className={classes.first}>
        <h2>{t('loyalty.title')}</h2>
        <p className={classes.lead}>{t('loyalty.lead')}</p>
        <div className={classes.fields}>
          <KeptNotice {...state.kept} />
          <div className={classes.row}>
            <NumberInput
              label={t('loyalty.within')}
              min={1}
              max={3650}
              allowDecimal={false}
              value={draft.within}
              onChange={(value) => set({ within: value })}
            />
            <NumberInput
              label={t('loyalty.visits')}
              min={1}
              max={1000}
              allowDecimal={false}
              value={draft.visits}
              onChange={(value) => set({ visits: value })}
            />
          </div>
          <TextInput
            label={t('loyalty.spent')}
            description={t('loyalty.spentHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft.spent}
            onChange={(event) => set({ spent: event.currentTarget.value })}
            error={state.spentWrong && t('loyalty.amountError')}
          />
        </div>
      </section>
      <section className={classes.section}>
        <h2>{t('loyalty.grid')}</h2>
        <p className={classes.lead}>{t('loyalty.gridLead')}</p>
        <div className={classes.fields}>
          <Bounds name="recency" state={state} />
          <Bounds name="frequency" state={state} />
        </div>
      </section>
    </div>
  );
}

function Bounds({ name, state }: { readonly name: 'recency' | 'frequency'; readonly state: LoyaltyDraftState }) {
  const { t } = useTranslation('settings');
  const bounds = state.draft[name];
  const wrong = state.wrong.has(name);
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <legend className={classes.legend}>{t(`loyalty.${name}`)}</legend>
      <div className={classes.row}>
        {STEPS.map((step) => (
          <NumberInput
            key={step}
            aria-label={`${t(`loyalty.${name}`)} ${t('loyalty.nth', { count: step + 1 })}`}
            min={1}
            max={3650}
            allowDecimal={false}
            value={bounds[step] ?? ''}
            error={wrong}
            suffix={name === 'recency' ? ` ${t('loyalty.days')}` : ` ${t('loyalty.times')}`}
            onChange={(value) => state.set({ [name]: bounds.map((bound, index) => (index === step ? value : bound)) })}
          />
        ))}
      </div>
      {wrong && <p style={{ color: 'var(--sk-danger)', margin: '4px 0 0' }}>{t('loyalty.error')}</p>}
    </fieldset>
  );
}

const STEPS = [0, 1, 2, 3] as const;
