// 离职核查: whom somebody saw, what they took out and what they were refused in the last 90 days.

import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartingReport } from '../../shared/audit/contract';
import type { AccountId } from '../../shared/ids';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { Figure, Figures, SectionTitle } from '../core/ui/parts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Audit.module.css';
import { Table } from './Table';
import { usePeople } from './useNames';

export function DepartingTab() {
  const { t } = useTranslation('audit');
  const people = usePeople();
  const [chosen, setChosen] = useState<AccountId | null>(null);
  return (
    <div className={classes.scroll}>
      <p className={classes.lead}>{t('departing.lead')}</p>
      <Select
        mt={12}
        w={264}
        label={t('departing.choose')}
        placeholder={t('departing.placeholder')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={(id) => setChosen(people.find((one) => one.id === id)?.id ?? null)}
      />
      {chosen && <Report key={chosen} accountId={chosen} />}
    </div>
  );
}

function Report({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { data, error, refetch } = useQuery('audit.departing', { accountId });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} height={44} />;
  const figures = [
    ['health', data.healthSeen],
    ['reveals', data.reveals],
    ['searches', data.phoneSearches],
    ['refused', data.refused],
    ['changes', data.changes],
  ] as const;
  return (
    <section aria-label={data.account.name} className={classes.report}>
      <p className={`num ${classes.lead}`}>{t('departing.period', { from: format.day(data.from), to: format.day(data.to) })}</p>
      <Figures>
        <Figure label={t('departing.seen')} value={format.count(data.clientsSeen)}>
          <span className={`num ${classes.quiet}`}>{t('departing.before', { count: data.clientsBefore })}</span>
        </Figure>
        {figures.map(([name, value]) => (
          <Figure key={name} label={t(`departing.${name}`)} value={format.count(value)} />
        ))}
      </Figures>
      <TakenOut taken={data.exports} />
      <MostSeen clients={data.clients} />
      <p className={classes.note}>{t('departing.note')}</p>
    </section>
  );
}

function TakenOut({ taken }: { readonly taken: DepartingReport['exports'] }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const rows = taken.map(({ at, rows: count, purpose, fileName }, index) => ({
    key: `${index} ${at}`,
    cells: [format.moment(at), format.count(count), purpose ?? t('departing.none'), fileName ?? ''],
  }));
  return (
    <>
      <SectionTitle count={taken.length}>{t('departing.out')}</SectionTitle>
      {taken.length === 0 ? (
        <p className={classes.quiet}>{t('departing.outNone')}</p>
      ) : (
        <Table heads={[t('departing.when'), t('departing.rows'), t('departing.purpose'), t('departing.file')]} rows={rows} />
      )}
    </>
  );
}

function MostSeen({ clients }: { readonly clients: DepartingReport['clients'] }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const rows = clients.map(({ id, name, number, times, lastOn }) => ({
    key: id,
    cells: [name ?? t('departing.aClient'), number ?? '', format.count(times), format.day(lastOn)],
  }));
  return (
    <>
      <SectionTitle count={clients.length}>{t('departing.most')}</SectionTitle>
      {clients.length === 0 ? (
        <p className={classes.quiet}>{t('departing.mostNone')}</p>
      ) : (
        <Table heads={[t('departing.client'), t('columns.number'), t('departing.often'), t('departing.last')]} rows={rows} />
      )}
    </>
  );
}
