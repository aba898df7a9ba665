// Staff: who serves clients. Nobody is deleted; who has left is kept apart.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import type { StaffMember } from '../../shared/staff/contract';
import { useCommand, useQuery } from '../core/data';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ListPage } from './ListPage';
import classes from './Settings.module.css';
import { NewStaffPanel, StaffPanel } from './StaffPanel';
import { movedIds, useChosen, type Chosen } from './useChosen';

export function StaffPage() {
  const { t } = useTranslation('settings');
  const query = useQuery('staff.list', { activeOnly: false });
  const arrange = useCommand('staff.arrange');
  const [text, setText] = useState('');
  const [past, setPast] = useState(false);
  const all = query.data ?? [];
  const shelf = all.filter(({ active }) => active !== past);
  const rows = shelf.filter(({ name, post }) => fold(`${name} ${post ?? ''}`).includes(fold(text)));
  const chosen = useChosen({ rows, add: t('staff.add'), arrange: move });
  function move(row: StaffMember, by: -1 | 1): void {
    const ids = movedIds(all, shelf, row, by);
    if (ids) void arrange.run({ ids: [...ids] });
  }
  return (
    <ListPage
      words={{
        title: t('pages.staff'),
        search: t('staff.search'),
        current: t('staff.active'),
        past: t('staff.left'),
        add: t('staff.add'),
        choose: t('staff.keys'),
      }}
      count={query.data && shelf.length}
      pastCount={all.filter(({ active }) => !active).length}
      text={text}
      setText={setText}
      past={past}
      setPast={setPast}
      add={() => chosen.choose('new')}
      panel={<ChosenPanel chosen={chosen} move={move} />}
    >
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {query.data && rows.length === 0 && (
        <EmptyState title={all.length === 0 ? t('staff.emptyTitle') : t('staff.nobody')}>{all.length === 0 && t('staff.empty')}</EmptyState>
      )}
      {rows.length > 0 && <StaffTable rows={rows} chosen={chosen} />}
    </ListPage>
  );
}

function ChosenPanel({
  chosen: { chosen, choose },
  move,
}: {
  readonly chosen: Chosen<StaffMember>;
  readonly move: (row: StaffMember, by: -1 | 1) => void;
}) {
  const close = (): void => choose(null);
  if (chosen === null) return null;
  if (chosen === 'new') return <NewStaffPanel close={close} />;
  return <StaffPanel key={chosen.id} member={chosen} close={close} move={(by) => move(chosen, by)} />;
}

function StaffTable({ rows, chosen: { choose, cursor } }: { readonly rows: readonly StaffMember[]; readonly chosen: Chosen<StaffMember> }) {
  const { t } = useTranslation('settings');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th style={{ width: 200 }}>{t('staff.name')}</th>
          <th>{t('staff.post')}</th>
          <th className={classes.number} style={{ width: 120 }}>
            {t('visits90')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((member, index) => (
          <tr key={member.id} {...cursor.rowProps(index)} onClick={() => choose(member)}>
            <td className={classes.name}>{member.name}</td>
            <td>{member.post}</td>
            <td className={`num ${classes.number}`}>{t('times', { count: member.visits90 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
