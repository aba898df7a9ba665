// What a salvage kept and what is lost, table by table; then on to the sign-in.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SalvagedTable, SalvageReport } from '../../shared/salvage/contract';
import outside from '../book/Outside.module.css';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';
import { useWording } from '../core/wording';
import classes from './Salvage.module.css';

export function SalvageResult({ report, done }: { readonly report: SalvageReport; readonly done: () => void }) {
  const { t } = useTranslation('salvage');
  const format = useFormat();
  const { unreadable, pages, logLost, unlinked, aside, tables } = report;
  return (
    <div className={outside.oneColumn}>
      <h1 className={outside.bigTitle}>{t('done.title')}</h1>
      <p className={outside.lead}>
        {t('done.unreadable', { count: unreadable, all: format.count(pages) })}
        {logLost && t('done.logLost')}
        {unlinked > 0 && t('done.unlinked', { count: unlinked })}
      </p>
      {aside !== null && <p className={outside.lead}>{t('done.aside', { folder: aside })}</p>}
      <table className={classes.result} aria-label={t('done.list')}>
        <thead>
          <tr>
            <th scope="col">{t('done.columns.what')}</th>
            <th scope="col">{t('done.columns.kept')}</th>
            <th scope="col">{t('done.columns.partly')}</th>
            <th scope="col">{t('done.columns.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.filter(hasSomething).map((line) => (
            <Line key={line.table} line={line} />
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t('done.partly')}</p>
      <Actions done={done} />
    </div>
  );
}

/** What the shop never used is no line. */
function hasSomething({ kept, partly, lost, certain }: SalvagedTable): boolean {
  return kept + partly + lost > 0 || !certain;
}

function Line({ line: { table, kept, partly, lost, certain } }: { readonly line: SalvagedTable }) {
  const { t } = useTranslation('salvage');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{t(`tables.${table}`)}</th>
      <td className="num">{format.count(kept)}</td>
      <td className="num">{format.count(partly)}</td>
      <td className="num" data-lost={lost > 0 || !certain || undefined}>
        {certain ? format.count(lost) : t('done.atLeast', { count: lost })}
      </td>
    </tr>
  );
}

function Actions({ done }: { readonly done: () => void }) {
  const { t } = useTranslation('salvage');
  const say = useWording();
  const save = useJob('salvage.saveReport');
  const [saved, setSaved] = useState(false);
  return (
    <div className={classes.actions}>
      <Button size="md" onClick={done}>
        {t('done.open')}
      </Button>
      <Button
        variant="default"
        size="md"
        loading={save.running}
        onClick={() => void save.start({ language: currentLanguage() }).then((result) => setSaved(result.ok && result.value.saved))}
      >
        {t('done.save')}
      </Button>
      {saved && <span className={classes.saved}>{t('done.saved')}</span>}
      {save.error && <span role="alert">{say(save.error)}</span>}
    </div>
  );
}
