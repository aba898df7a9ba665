// The patch tests of a client, right under the alerts: what was tried, how the skin answered and until when that counts.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation, IconHourglass, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { PatchTest } from '../../shared/patch-tests/contract';
import { standingOf } from '../../shared/patch-tests/standing';
import { ShownAlertKind } from '../../shared/preferences/contract';
import { asItIs } from '../core/as-it-is';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { AlertChip } from '../core/ui/Alerts';
import { RevealLine } from '../reveals/RevealLine';
import { useReveals } from '../reveals/RevealsProvider';
import { PatchTestDialog } from './PatchTestDialog';
import classes from './PatchTests.module.css';

export function PatchTests({ client }: { readonly client: Pick<ClientPage, 'id' | 'name' | 'deletedAt' | 'preferences'> }) {
  const { t } = useTranslation('patchTests');
  const { can, level } = useRights();
  const [open, setOpen] = useState<PatchTest | 'new' | null>(null);
  const { data } = useQuery('patchTests.of', { clientId: client.id }, { enabled: level('health') !== 'none' });
  const shown = useReveals().health?.tests;
  const mayChange = can('health.change') && client.deletedAt === null;
  if (!data || (data.tests.length === 0 && !data.hidden && !mayChange)) return null;
  return (
    <section aria-label={t('title')}>
      <div className={classes.head}>
        <h2>{t('title')}</h2>
        {mayChange && (
          <Tooltip label={t('add')}>
            <ActionIcon size={28} aria-label={t('add')} onClick={() => setOpen('new')}>
              <IconPlus size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {data.tests.length === 0 && !shown && <p className={classes.none}>{t(data.hidden ? 'hidden' : 'none')}</p>}
      <PatchTestLines tests={shown ?? data.tests} change={mayChange ? setOpen : null} />
      {/* where there are alerts the button and the seconds stand with them */}
      {data.hidden && !client.preferences.some(isAlert) && <RevealLine what="health" hidden />}
      {open !== null && (
        <PatchTestDialog client={client} test={open === 'new' ? null : asItIs(open, data.tests)} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function isAlert({ kind }: ClientPage['preferences'][number]): boolean {
  return kind === 'hidden' || ShownAlertKind.safeParse(kind).success;
}

export interface PatchTestLinesProps {
  readonly tests: readonly PatchTest[];
  readonly change: ((test: PatchTest) => void) | null;
}

export function PatchTestLines({ tests, change }: PatchTestLinesProps) {
  return (
    <ul className={classes.lines}>
      {tests.map((test) => (
        <Line key={test.id} test={test} change={change && (() => change(test))} />
      ))}
    </ul>
  );
}

function Line({ test, change }: { readonly test: PatchTest; readonly change: (() => void) | null }) {
  const { t } = useTranslation('patchTests');
  const what = test.service?.name ?? test.substance;
  return (
    <li>
      <div className={classes.what}>
        <b>{what}</b>
        <Standing test={test} />
        {test.service !== null && test.substance !== '' && <span className={classes.quiet}>{test.substance}</span>}
        {test.note !== null && <span className={classes.quiet}>{test.note}</span>}
      </div>
      {change && (
        <Tooltip label={t('edit', { what })}>
          <ActionIcon size={28} aria-label={t('edit', { what })} onClick={change}>
            <IconPencil size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

const ICONS = { valid: IconCircleCheck, expired: IconClockExclamation, pending: IconHourglass };

function Standing({ test }: { readonly test: PatchTest }) {
  const { t } = useTranslation('patchTests');
  const format = useFormat();
  const standing = standingOf(test, useToday());
  if (standing === 'reaction')
    return (
      <span className={classes.standing}>
        <AlertChip kind="skin">{t('standing.reaction')}</AlertChip>
        <span className="num">{format.day(test.on)}</span>
      </span>
    );
  const Icon = ICONS[standing];
  return (
    <span className={classes.standing}>
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      {t(`standing.${standing}`, { day: format.day(test.validUntil), on: format.day(test.on) })}
    </span>
  );
}
