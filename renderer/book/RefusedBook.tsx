// A book that was not opened: what is wrong, that nothing was touched, what can be done. No rail, no shop name, no client data.

import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SalvageReport } from '../../shared/salvage/contract';
import { Figure } from '../core/ui/parts';
import { refusalWording } from '../core/wording';
import { DiagnosticsButton } from '../diagnostics/DiagnosticsButton';
import { RestoreClosed } from '../restore/RestoreClosed';
import { RestoreWay } from '../restore/RestoreWay';
import { SalvagePage } from '../salvage/SalvagePage';
import { canBeSalvaged, SalvageWay } from '../salvage/SalvageWay';
import { Outside } from './Outside';
import classes from './Outside.module.css';
import { canBeRestored, refusalKind, type RefusalKind } from './refusal';
import type { BookState } from './state';

export interface RefusedBookProps {
  readonly status: BookState;
  readonly salvaged: (report: SalvageReport) => void;
}

export function RefusedBook({ status, salvaged }: RefusedBookProps) {
  const { t } = useTranslation('book');
  const queries = useQueryClient();
  const [restoring, setRestoring] = useState(false);
  const [salvaging, setSalvaging] = useState(false);
  const code = status.refusal?.code ?? 'unexpected';
  const details = status.refusal?.details ?? {};
  const kind = refusalKind(code);
  const lookAgain = () => void queries.invalidateQueries({ queryKey: ['book.status'] });
  if (restoring) return <RestoreClosed status={status} back={() => setRestoring(false)} />;
  if (salvaging)
    return (
      <Outside>
        <SalvagePage
          status={status}
          back={() => setSalvaging(false)}
          salvaged={(report) => {
            salvaged(report);
            lookAgain();
          }}
        />
      </Outside>
    );
  return (
    <Outside footer={<Footer code={code} version={status.versions.app} />}>
      <div className={classes.oneColumn}>
        <h1 className={classes.bigTitle}>{t(`refused.${kind}.title`)}</h1>
        <p className={classes.lead}>{kind === 'newer' ? t('refused.newer.lead') : refusalWording(code, details)}</p>
        <p className={classes.lead}>{t('refused.safe')}</p>
        {kind === 'newer' && (
          <div className={classes.figures}>
            <Figure size="big" label={t('refused.formats.theirs')} value={String(details['theirs'] ?? '')} />
            <Figure size="big" label={t('refused.formats.ours')} value={String(details['ours'] ?? '')} />
          </div>
        )}
        {canBeRestored(kind) && <RestoreWay choose={() => setRestoring(true)} />}
        {canBeSalvaged(code) && <SalvageWay choose={() => setSalvaging(true)} />}
        <h2 className={classes.what}>{t('refused.what')}</h2>
        <Ways kind={kind} />
        <Group gap={12}>
          <Button size="md" variant={canBeSalvaged(code) ? 'default' : 'filled'} onClick={lookAgain}>
            {t('refused.tryAgain')}
          </Button>
          <DiagnosticsButton size="md" variant="subtle" color="gray" />
        </Group>
      </div>
    </Outside>
  );
}

function Ways({ kind }: { readonly kind: RefusalKind }) {
  const { t } = useTranslation('book');
  return (
    <ol className={classes.ways}>
      {t(`refused.${kind}.steps`)
        .split('\n')
        .map((step) => (
          <li key={step}>{step}</li>
        ))}
    </ol>
  );
}

function Footer({ code, version }: { readonly code: string; readonly version: string }) {
  const { t } = useTranslation('book');
  return (
    <>
      <span className={`num ${classes.footVersion}`}>{t('refused.version', { version })}</span>
      <span className={`num ${classes.footText}`}>{t('refused.code', { code })}</span>
    </>
  );
}
