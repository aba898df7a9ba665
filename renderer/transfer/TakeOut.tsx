// Taking the whole book along: three files, each with what it is for.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TakeOutDialog } from './TakeOutDialog';
import { CHOICES, type Choice } from './start-transfer';
import classes from './Transfer.module.css';

export function TakeOut() {
  const { t } = useTranslation('transfer');
  const [asking, setAsking] = useState<Choice | null>(null);
  return (
    <section className={classes.section} aria-labelledby="transfer-title">
      <h2 id="transfer-title" className={classes.title}>
        {t('title')}
      </h2>
      <p className={classes.lead}>{t('lead')}</p>
      <table className={classes.table} aria-labelledby="transfer-title">
        <thead>
          <tr>
            <th scope="col">{t('choice')}</th>
            <th scope="col">{t('holds')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {CHOICES.map((choice) => (
            <tr key={choice}>
              <th scope="row">{t(`choices.${choice}`)}</th>
              <td>{t(`choices.${choice}Holds`)}</td>
              <td className={classes.act}>
                <Button variant="default" size="compact-sm" onClick={() => setAsking(choice)}>
                  {t('act')}
                  <span className="visually-hidden">{t(`choices.${choice}`)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && <TakeOutDialog choice={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}
