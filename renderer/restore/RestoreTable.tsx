// What a restore would change, table by table: regained in jade, lost in brick, and in words what is meant.

import { useTranslation } from 'react-i18next';
import type { RestorePreview, TableChange } from '../../shared/restore/contract';
import { useFormat } from '../core/format';
import classes from './Restore.module.css';

export function RestoreTable({ preview }: { readonly preview: RestorePreview }) {
  const { t } = useTranslation('restore');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.name')}</th>
          {(['now', 'backup', 'gained', 'lost'] as const).map((name) => (
            <th key={name} scope="col" data-number>
              {t(`table.${name}`)}
            </th>
          ))}
          <th scope="col">{t('table.what')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.tables.map((change) => (
          <Row key={change.table} change={change} lostClients={preview.lostClients} />
        ))}
        <Still name={t('table.rights')} kept={t('table.rightsKept')} what={t('table.rightsWhat')} />
        <Still name={t('table.log')} kept={t('table.logKept')} what={t('table.logWhat')} />
      </tbody>
    </table>
  );
}

function Row({ change, lostClients }: { readonly change: TableChange; readonly lostClients: readonly string[] }) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const { table, now, backup, gained, lost, changed } = change;
  const names = table === 'clients' && lostClients.length > 0 ? format.list(lostClients) : '';
  const words = [
    names !== '' && t(lost > lostClients.length ? 'table.more' : 'table.names', { names, count: lost }),
    changed > 0 && t('table.changed', { count: changed }),
  ].filter((word) => word !== false);
  return (
    <tr>
      <th scope="row">{t(`table.${table}`)}</th>
      <td className="num">{format.count(now)}</td>
      <td className="num">{format.count(backup)}</td>
      <td className="num" data-change={gained > 0 ? 'gained' : 'none'}>
        {gained > 0 ? `+${format.count(gained)}` : 0}
      </td>
      <td className="num" data-change={lost > 0 ? 'lost' : 'none'}>
        {lost > 0 ? `−${format.count(lost)}` : 0}
      </td>
      <td className="num">{words.join(t('joint'))}</td>
    </tr>
  );
}

function Still({ name, kept, what }: { readonly name: string; readonly kept: string; readonly what: string }) {
  return (
    <tr data-still>
      <th scope="row">{name}</th>
      <td colSpan={4}>{kept}</td>
      <td>{what}</td>
    </tr>
  );
}
