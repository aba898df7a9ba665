// What the recovery key is for; the owner can have a new one made, and new keys of the book with it.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewKeysForm } from './NewKeysForm';
import classes from './Settings.module.css';

export interface RecoverySectionProps {
  readonly owner: boolean;
  readonly shopName: string;
}

export function RecoverySection({ owner, shopName }: RecoverySectionProps) {
  const { t } = useTranslation('settings');
  const [making, setMaking] = useState<'recovery' | 'keys' | null>(null);
  return (
    <section className={classes.section}>
      <h2>{t('security.recovery')}</h2>
      <p className={classes.lead}>{t(owner ? 'security.recoveryText' : 'security.recoveryOther')}</p>
      {owner && making === null && (
        <dl className={classes.ways}>
          {(['recovery', 'keys'] as const).map((kind) => (
            <div key={kind}>
              <dt>
                <Button variant="default" onClick={() => setMaking(kind)}>
                  {t(`security.keys.${kind}Do`)}
                </Button>
              </dt>
              <dd>{t(`security.keys.${kind}Why`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {owner && making !== null && (
        <>
          <p className={classes.lead}>{t(`security.keys.${making}Lead`)}</p>
          <NewKeysForm kind={making} shopName={shopName} close={() => setMaking(null)} />
        </>
      )}
    </section>
  );
}
