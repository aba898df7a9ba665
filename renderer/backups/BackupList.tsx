// The backups one can go back to, newest first; one whose folder is away says what to connect.

import { IconCheck, IconDeviceDesktop, IconDeviceUsb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupEntry, BackupsState } from '../../shared/backups/contract';
import { useFormat } from '../core/format';
import { EmptyState } from '../core/ui/states';
import { RestoreLink } from '../restore/RestoreLink';
import classes from './Backups.module.css';
import { folderName, useMoment } from './useBackups';

export interface BackupListProps {
  readonly entries: readonly BackupEntry[];
  readonly folders: BackupsState['folders'];
  /** Whether this person may go back to one of them. */
  readonly restorable: boolean;
}

export function BackupList({ entries, folders, restorable }: BackupListProps) {
  const { t } = useTranslation('backups');
  if (entries.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyBody')}</EmptyState>;
  return (
    <table className={classes.table} aria-labelledby="backup-list">
      <thead>
        <tr>
          <th scope="col">{t('list.time')}</th>
          <th scope="col">{t('list.kind')}</th>
          <th scope="col">{t('list.where')}</th>
          <th scope="col" data-number>
            {t('list.clients')}
          </th>
          <th scope="col" data-number>
            {t('list.visits')}
          </th>
          <th scope="col" data-number>
            {t('list.size')}
          </th>
          <th scope="col">{t('list.check')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('list.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row
            key={entry.token}
            entry={entry}
            name={folderName(folders, entry.folderId, entry.folderName, t('own'))}
            restorable={restorable}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<BackupListProps, 'restorable'> {
  readonly entry: BackupEntry;
  readonly name: string;
}

function Row({ entry, name, restorable }: RowProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const moment = useMoment();
  const { at, kind, counts, bytes, reachable } = entry;
  const PlaceIcon = reachable ? IconDeviceDesktop : IconDeviceUsb;
  const StateIcon = reachable ? IconCheck : IconDeviceUsb;
  return (
    <tr data-away={reachable ? undefined : true}>
      <th scope="row" className={`num ${classes.moment}`}>
        {moment(at)}
      </th>
      <td>{t(`kinds.${kind}`)}</td>
      <td>
        <span className={classes.place}>
          <PlaceIcon size={16} stroke={1.6} aria-hidden="true" />
          <span>{name}</span>
        </span>
      </td>
      <td className="num" data-number>
        {format.count(counts.clients)}
      </td>
      <td className="num" data-number>
        {format.count(counts.visits)}
      </td>
      <td className="num" data-number>
        {format.size(bytes)}
      </td>
      <td>
        <span className={classes.place} data-good={reachable ? true : undefined}>
          <StateIcon size={16} stroke={1.6} aria-hidden="true" />
          <span>{reachable ? t('list.checked') : t('list.away', { name })}</span>
        </span>
      </td>
      <td data-number>{reachable && restorable && <RestoreLink entry={entry} />}</td>
    </tr>
  );
}
