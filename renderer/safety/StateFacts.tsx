// The state of the protection as it is: the PC's part, the last copy, the last check, who holds which key.

import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyState } from '../../shared/safety/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import classes from './Safety.module.css';

const KEYS = ['book', 'health', 'photos', 'owner'] as const;

export function StateFacts({ state }: { readonly state: SafetyState }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const { protection, lastCopy, lastDrill, lastVerifiedAt, reviewOverdue, holders } = state;
  return (
    <section className={classes.first}>
      <h2>{t('now')}</h2>
      <dl className={classes.facts}>
        <Fact label={t('protection.label')} good={protection === 'os'} hint={t(`protection.${protection}Hint`)}>
          {t(`protection.${protection}`)}
        </Fact>
        <Fact label={t('facts.copy')} hint={t(lastCopy ? 'facts.copyHint' : 'facts.copyNoneHint')}>
          {lastCopy ? <span className="num">{`${format.moment(lastCopy.at)} · ${lastCopy.fileName}`}</span> : t('facts.copyNone')}
        </Fact>
        <Fact label={t('facts.drill')} hint={t('facts.drillHint')} {...(lastDrill ? { good: lastDrill.good } : {})}>
          <span className="num">
            {lastDrill
              ? t(lastDrill.good ? 'facts.drillGood' : 'facts.drillBad', { at: format.moment(lastDrill.at) })
              : t('facts.drillNone')}
          </span>
        </Fact>
        <Health />
        <Fact label={t('facts.check')} hint={t('facts.checkHint', { count: state.auditEntries })}>
          <span className="num">{lastVerifiedAt ? format.moment(lastVerifiedAt) : t('facts.checkNone')}</span>
        </Fact>
        <Fact label={t('facts.review')} good={!reviewOverdue}>
          {t(reviewOverdue ? 'facts.reviewDue' : 'facts.reviewFine')}
        </Fact>
        <Fact label={t('facts.alerts')}>
          <span className="num">{t('facts.alertsValue', { count: state.sealedAlerts })}</span>
        </Fact>
        <Fact label={t('facts.holders')} hint={t('facts.of', { count: holders.book })}>
          <ul className={classes.keys}>
            {KEYS.map((key) => (
              <li key={key}>
                {t(`facts.${key}`)} <b className="num">{t('facts.people', { count: holders[key] })}</b>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </section>
  );
}

/** When every page was last looked at. Damage that was found then is no news here: it closed the book. */
function Health() {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const { data } = useQuery('health.state', null);
  if (!data) return null;
  const { checked } = data;
  const word = checked?.sound ? 'facts.pagesSound' : 'facts.pagesMended';
  return (
    <Fact label={t('facts.pages')} hint={t('facts.pagesHint')} {...(checked?.sound ? { good: true } : {})}>
      {checked === null ? t('facts.pagesNone') : <span className="num">{t(word, { at: format.moment(checked.at) })}</span>}
    </Fact>
  );
}

interface FactProps {
  readonly label: string;
  /** Left out where there is no better or worse. */
  readonly good?: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Fact({ label, good, hint, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>
          {good === true && <IconShieldCheck size={17} stroke={1.6} className={classes.good} aria-hidden="true" />}
          {good === false && <IconShieldX size={17} stroke={1.6} className={classes.bad} aria-hidden="true" />}
          {children}
        </span>
        {hint !== undefined && <p>{hint}</p>}
      </dd>
    </div>
  );
}
