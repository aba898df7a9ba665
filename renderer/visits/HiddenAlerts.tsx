// Alerts and patch tests whose words are hidden stand above everything else in the panel: they are shown for a reason before a visit is recorded.

import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { ShownAlertKind } from '../../shared/preferences/contract';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { AlertBox } from '../core/ui/Alerts';
import { PatchTestLines } from '../patch-tests/PatchTests';
import { RevealLine } from '../reveals/RevealLine';
import { useReveals } from '../reveals/RevealsProvider';
import { hidesAlerts } from '../reveals/shown-client';
import classes from './VisitPanel.module.css';

export function HiddenAlerts({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('visits');
  const { left, health } = useReveals();
  const { level } = useRights();
  const tests = useQuery('patchTests.of', { clientId: client.id }, { enabled: level('health') === 'masked' });
  if (left('health') !== null)
    return (
      <section aria-label={t('hiddenAlerts.seen', { name: client.name })}>
        <AlertBox alerts={alertsOf(client)} />
        <PatchTestLines tests={health?.tests ?? []} change={null} />
        <RevealLine what="health" hidden={false} />
      </section>
    );
  if (!hidesAlerts(client) && tests.data?.hidden !== true) return null;
  return (
    <div className={classes.conflicts} role="note">
      <div className={classes.conflict}>
        <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" />
        <div>
          <div className={classes.conflictTitle}>{t('hiddenAlerts.title', { name: client.name })}</div>
          <div>{t('hiddenAlerts.body')}</div>
          <div className={classes.decisions}>
            <RevealLine what="health" hidden />
          </div>
        </div>
      </div>
    </div>
  );
}

function alertsOf({ preferences }: ClientPage) {
  return preferences.flatMap((one) => {
    const kind = ShownAlertKind.safeParse(one.kind);
    return kind.success ? [{ ...one, kind: kind.data }] : [];
  });
}
