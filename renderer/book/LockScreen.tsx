// The lock: shop, time, who is there, a password. No client data anywhere.

import { Button, Group } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayAt } from '../../shared/core/date';
import { useNow } from '../core/clock';
import { useFormat } from '../core/format';
import { Logo } from '../core/ui/Logo';
import { DiagnosticsButton } from '../diagnostics/DiagnosticsButton';
import { RestoreClosed } from '../restore/RestoreClosed';
import { OpenSample } from '../sample/OpenSample';
import classes from './Outside.module.css';
import { RecoverForm } from './RecoverForm';
import type { BookState } from './state';
import { UnlockForm } from './UnlockForm';

export function LockScreen({ status }: { readonly status: BookState }) {
  const { t } = useTranslation(['book', 'restore']);
  const [recovering, setRecovering] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const reason = status.lockedBy ?? 'start';
  if (restoring) return <RestoreClosed status={status} back={() => setRestoring(false)} />;
  return (
    <main className={classes.lock}>
      <div className={classes.lockShop}>
        <Logo size={32} />
        <h1 style={{ all: 'unset' }}>{status.shopName ?? t('app')}</h1>
      </div>
      {recovering ? (
        <RecoverForm status={status} back={() => setRecovering(false)} />
      ) : (
        <>
          <Clock />
          <UnlockForm status={status} recover={() => setRecovering(true)} />
          <Group className={classes.trouble ?? ''} gap={4}>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setRestoring(true)}>
              {t('restore:closed.trouble')}
            </Button>
            <DiagnosticsButton variant="subtle" color="gray" size="compact-sm" />
            <OpenSample variant="subtle" color="gray" size="compact-sm" />
          </Group>
        </>
      )}
      <p className={classes.why}>
        <IconShieldLock size={16} stroke={1.6} aria-hidden="true" />
        {t(`lock.why.${reason}`, { count: status.idleMinutes })}
      </p>
    </main>
  );
}

function Clock() {
  const now = useNow();
  const format = useFormat();
  return (
    <>
      <div className={`num ${classes.clock}`}>{format.clock(now)}</div>
      <div className={`num ${classes.clockDay}`}>{format.fullDay(todayAt(now))}</div>
    </>
  );
}
