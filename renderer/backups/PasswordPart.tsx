// The backup password on the tab of the backups: whether there is one, what it is worth, and, for the owner, setting it and taking it away.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import classes from './Backups.module.css';
import { PasswordDialog, type PasswordAct } from './PasswordDialog';

export function PasswordPart({ hasPassword }: { readonly hasPassword: boolean }) {
  const { t } = useTranslation('backups');
  const { owner } = useRights();
  const [act, setAct] = useState<PasswordAct | null>(null);
  return (
    <section className={classes.part} aria-labelledby="backup-password">
      <div className={classes.partText}>
        <h2 id="backup-password">{t('password.title')}</h2>
        <p>{t('password.lead')}</p>
        <p>{t(hasPassword ? 'password.some' : 'password.none')}</p>
      </div>
      {owner && (
        <div className={classes.boxActs}>
          {hasPassword && (
            <Button variant="subtle" color="gray" onClick={() => setAct('take')}>
              {t('password.take')}
            </Button>
          )}
          <Button variant="default" onClick={() => setAct('set')}>
            {t(hasPassword ? 'password.change' : 'password.set')}
          </Button>
        </div>
      )}
      {act && <PasswordDialog act={act} close={() => setAct(null)} />}
    </section>
  );
}
