// The export tab: the whole book as one workbook, what each sheet holds, and where the file went.

import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exported } from '../../shared/exports/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { TakeOut } from '../transfer/TakeOut';
import classes from './Exports.module.css';
import { ExportDialog } from './ExportDialog';
import { showInFolder } from './exportToExcel';

const SHEETS = ['clients', 'visits', 'followUps', 'preferences'] as const;

export function ExportTab() {
  const { t } = useTranslation('exports');
  const format = useFormat();
  const { owner } = useRights();
  const [asking, setAsking] = useState(false);
  const [last, setLast] = useState<Exported | null>(null);
  const token = last?.token ?? null;
  return (
    <div className={classes.tab}>
      <h2 id="export-title" className={classes.title}>
        {t('title')}
      </h2>
      <p className={classes.lead}>{t('lead')}</p>
      <table className={classes.table} aria-labelledby="export-title">
        <thead>
          <tr>
            <th scope="col">{t('sheet')}</th>
            <th scope="col">{t('holds')}</th>
          </tr>
        </thead>
        <tbody>
          {SHEETS.map((sheet) => (
            <tr key={sheet}>
              <th scope="row">{t(`sheets.${sheet}`)}</th>
              <td>{t(`sheets.${sheet}Holds`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t('formats')}</p>
      <p className={classes.warning}>
        <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
        {t('plain')}
      </p>
      <div className={classes.actions}>
        <Button leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />} onClick={() => setAsking(true)}>
          {t('start')}
        </Button>
        {last && (
          <output className={classes.last}>
            {t('last', { name: last.fileName ?? '', rows: format.count(last.rows) })}
            {token !== null && (
              <Button variant="subtle" size="compact-sm" onClick={() => void showInFolder(token)}>
                {t('show')}
              </Button>
            )}
          </output>
        )}
      </div>
      <p className={classes.note}>{t('lists')}</p>
      {owner && <TakeOut />}
      {asking && <ExportDialog what={{ what: 'book' }} named={t('named.book')} onClose={() => setAsking(false)} onWritten={setLast} />}
    </div>
  );
}
