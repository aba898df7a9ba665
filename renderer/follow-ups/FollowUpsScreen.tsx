// Follow-ups 回访: everything promised, by day; each can be closed, put off or dropped where it stands.

import { Button, Select } from '@mantine/core';
import { IconPhonePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type IsoDate } from '../../shared/core/date';
import { StaffId } from '../../shared/ids';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { Page } from '../core/ui/Page';
import { useShortcuts } from '../core/ui/shortcuts';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ExportButton } from '../exports/ExportButton';
import { FollowUpComposer } from './FollowUpComposer';
import { FollowUpDays } from './FollowUpDays';
import classes from './FollowUps.module.css';
import { useReach } from './useReach';

/** How far ahead the page looks; what lies beyond is named, not listed. */
const DAYS_AHEAD = 90;
const MOST_LINES = 500;

export function FollowUpsScreen() {
  const { t } = useTranslation('followUps');
  const { t: words } = useTranslation('exports');
  const today = useToday();
  const [staffId, setStaffId] = useState<StaffId | null>(null);
  const [composing, setComposing] = useState(false);
  const question = { until: addDays(today, DAYS_AHEAD), staffId };
  const { data, error, refetch } = useQuery('followUps.board', question, { keep: true });
  const compose = (): void => setComposing(true);
  const { change } = useReach();
  useShortcuts([{ keys: 'F', label: t('composer.new'), run: compose }], { enabled: change });
  const aside = (
    <>
      <WhoseSelect value={staffId} onChange={setStaffId} />
      {data && data.lines.length > 0 && <ExportButton what={{ what: 'follow-ups', question }} named={words('named.followUps')} />}
      {change && (
        <Button leftSection={<IconPhonePlus size={16} stroke={1.6} aria-hidden="true" />} rightSection={<Kbd keys="F" />} onClick={compose}>
          {t('composer.new')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t('title')} count={data?.lines.length} aside={aside}>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows rows={8} height={44} />
      ) : data.lines.length === 0 ? (
        <Nothing staffId={staffId} showAll={() => setStaffId(null)} compose={compose} />
      ) : (
        <FollowUpDays lines={data.lines} doneToday={data.doneToday} />
      )}
      {data && <Later nextDueOn={data.nextDueOn} full={data.lines.length >= MOST_LINES} />}
      {composing && <FollowUpComposer onClose={() => setComposing(false)} />}
    </Page>
  );
}

function WhoseSelect({ value, onChange }: { readonly value: StaffId | null; readonly onChange: (id: StaffId | null) => void }) {
  const { t } = useTranslation('followUps');
  const staff = useQuery('staff.list', { activeOnly: true }).data ?? [];
  if (staff.length === 0) return null;
  return (
    <Select
      aria-label={t('whose')}
      w={140}
      data={[{ value: '', label: t('everybody') }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ''}
      onChange={(id) => onChange(id ? StaffId.parse(id) : null)}
    />
  );
}

interface NothingProps {
  readonly staffId: StaffId | null;
  readonly showAll: () => void;
  readonly compose: () => void;
}

function Nothing({ staffId, showAll, compose }: NothingProps) {
  const { t } = useTranslation('followUps');
  const staff = useQuery('staff.list', { activeOnly: true }).data ?? [];
  const { change } = useReach();
  const name = staff.find(({ id }) => id === staffId)?.name ?? '';
  if (staffId === null) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  const actions = (
    <>
      <Button variant="default" onClick={showAll}>
        {t('empty.showAll')}
      </Button>
      {change && (
        <Button variant="default" onClick={compose}>
          {t('composer.new')}
        </Button>
      )}
    </>
  );
  return (
    <EmptyState title={t('empty.ofStaff', { name })} actions={actions}>
      {t('empty.ofStaffBody')}
    </EmptyState>
  );
}

function Later({ nextDueOn, full }: { readonly nextDueOn: IsoDate | null; readonly full: boolean }) {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  if (full) return <p className={classes.later}>{t('more')}</p>;
  return nextDueOn && <p className={classes.later}>{t('later', { day: format.day(nextDueOn) })}</p>;
}
