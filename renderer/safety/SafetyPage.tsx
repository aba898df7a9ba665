// Settings page 安全: what protects the book, in plain words with true figures, and the proof that nothing of it lies in the open.

import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { Limits } from './Limits';
import { ProofPart } from './ProofPart';
import classes from './Safety.module.css';
import { StateFacts } from './StateFacts';

const ENCRYPTED = ['book', 'health', 'photos', 'copies', 'password', 'out'] as const;

export function SafetyPage() {
  const { t } = useTranslation('safety');
  const { data, error, refetch } = useQuery('safety.state', null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={5} height={44} />}
      {data && <StateFacts state={data} />}
      <ProofPart />
      <section className={classes.section}>
        <h2>{t('encrypted.title')}</h2>
        <dl className={classes.facts}>
          {ENCRYPTED.map((name) => (
            <div key={name}>
              <dt>{t(`encrypted.${name}`)}</dt>
              <dd>
                {t(`encrypted.${name}Text`)}
                {name === 'password' && data && (
                  <p>{t(data.protection === 'os' ? 'encrypted.passwordStore' : 'encrypted.passwordAlone')}</p>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Limits keyStore={data?.protection === 'os'} />
    </Page>
  );
}
