// Over everything the window shows while the sample salon is open: what it is, how to sign in, and the way out.

import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SAMPLE_PASSWORD, SAMPLE_PIN } from '../../shared/sample/contract';
import classes from './Sample.module.css';
import { useSample } from './useSample';

export function WithSampleStrip({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('sample');
  const { state, leave, remove, busy } = useSample();
  return (
    <div className={classes.window}>
      {state?.open && (
        <section className={classes.strip} aria-label={t('label')}>
          <IconFlask size={18} stroke={1.6} aria-hidden="true" />
          <b>{t('mark')}</b>
          <span className={classes.rest}>{t('rest')}</span>
          <span className={`num ${classes.secrets}`}>{t('secrets', { password: SAMPLE_PASSWORD, pin: SAMPLE_PIN })}</span>
          <Button variant="default" size="compact-sm" onClick={() => void leave()} disabled={busy}>
            {t('leave')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void remove()} disabled={busy}>
            {t('remove')}
          </Button>
        </section>
      )}
      <div className={classes.below}>{children}</div>
    </div>
  );
}
