// Which limits are cryptography and which only the app's rules, each with what it does not stop.

import { useTranslation } from 'react-i18next';
import classes from './Safety.module.css';

const CRYPTO = ['open', 'sealed', 'chain', 'admin'] as const;
const POLICY = ['masks', 'own', 'exports', 'pin', 'lock'] as const;

/** `keyStore`: the PC keeps its part where copying the files does not reach it. */
export function Limits({ keyStore }: { readonly keyStore: boolean }) {
  const { t } = useTranslation('safety');
  return (
    <section className={classes.section}>
      <h2>{t('limits.title')}</h2>
      {([['crypto', CRYPTO] as const, ['policy', POLICY] as const] as const).map(([kind, names]) => (
        <div key={kind} className={classes.kind}>
          <h3>{t(`limits.${kind}`)}</h3>
          <p className={classes.lead}>{t(`limits.${kind}Lead`)}</p>
          <dl className={classes.facts}>
            {names.map((name) => (
              <div key={name}>
                <dt>{t(`limits.${name}`)}</dt>
                <dd>
                  {t(name === 'open' && !keyStore ? 'limits.openTextAlone' : `limits.${name}Text`)}
                  <p>
                    {t('limits.not')}
                    {t(`limits.${name}Not`)}
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
