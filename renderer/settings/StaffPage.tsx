// Staff: who serves clients. Nobody is deleted; who has left is kept apart.

import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/staff/contract';
import { useCommand, useQuery } from '../core/data';
import { StaffDot } from '../staff/StaffMark';
import classes from './Settings.module.css';
import { ShopList } from './ShopList';
import { NewStaffPanel, StaffPanel } from './StaffPanel';
import type { Chosen } from './useChosen';

export function StaffPage() {
  const query = useQuery('staff.list', { activeOnly: false });
  const arrange = useCommand('staff.arrange');
  return (
    <ShopList
      kind="staff"
      query={query}
      textOf={({ name, post }) => `${name} ${post ?? ''}`}
      arrange={(ids) => void arrange.run({ ids })}
      renderTable={(rows, chosen) => <StaffTable rows={rows} chosen={chosen} />}
      renderOpened={({ row, close, move }) => <StaffPanel key={row.id} member={row} close={close} move={move} />}
      renderAdding={(close) => <NewStaffPanel close={close} />}
    />
  );
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
            <td className={classes.name}>
              {member.color && <StaffDot color={member.color} name={member.name} />}
              {member.name}
            </td>
            <td>{member.post}</td>
            <td className={`num ${classes.number}`}>{t('times', { count: member.visits90 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
