// Versions, where the book lives, and what protects it, said as it is.

import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { Page } from '../core/ui/Page';
import { ErrorState } from '../core/ui/states';
import { DiagnosticsButton } from '../diagnostics/DiagnosticsButton';
import { OpenSample } from '../sample/OpenSample';
import { RemoveSample } from '../sample/RemoveSample';
import classes from './Settings.module.css';

export function AboutPage() {
  const { t } = useTranslation(['settings', 'diagnostics', 'sample']);
  const { data, error } = useQuery('book.status', null);
  return (
    <Page title={t('pages.about')}>
      {error && <ErrorState error={error} />}
      {data && (
        <dl className={classes.facts}>
          <dt>{t('about.version')}</dt>
          <dd>
            <span className="num">{t('about.app', { version: data.versions.app })}</span>
            <p className="num">{`Electron ${data.versions.electron} · ${data.versions.sqlite}`}</p>
          </dd>
          <dt>{t('about.folder')}</dt>
          <dd>
            <span className={classes.path}>{data.folder}</span>
            <p>{t('about.folderHint')}</p>
          </dd>
          <dt>{t('about.protection')}</dt>
          <dd>
            {t('about.encrypted')}
            <p>{t(`about.${data.protection}`)}</p>
            <p>{t('about.limits')}</p>
          </dd>
          <dt>{t('diagnostics:title')}</dt>
          <dd>
            <DiagnosticsButton variant="default" size="compact-md" />
            <p>{t('diagnostics:hint')}</p>
          </dd>
          <dt>{t('sample:label')}</dt>
          <dd>
            <OpenSample variant="default" size="compact-md" />
            <RemoveSample />
            <p>{t('sample:about')}</p>
          </dd>
        </dl>
      )}
    </Page>
  );
}
