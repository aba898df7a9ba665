// Says that a client is archived or in the bin, and offers the way back.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useRights } from '../core/rights';
import { useFormat } from '../core/format';
import classes from './ClientScreen.module.css';
import { useShelf } from './useShelf';

export function ShelfNotice({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const { can } = useRights();
  const shelf = useShelf(client);
  const { deletedAt, archivedAt } = client;
  const since = deletedAt ?? archivedAt;
  if (since === null) return null;
  const inBin = deletedAt !== null;
  const mayReturn = can(inBin ? 'bin.change' : 'clients.change');
  return (
    <div className={classes.notice} role="note">
      <span>{t(inBin ? 'notice.bin' : 'notice.archived', { at: format.moment(since) })}</span>
      {mayReturn && (
        <Button variant="default" size="compact-sm" onClick={() => void (inBin ? shelf.restore() : shelf.unarchive())}>
          {t(inBin ? 'notice.restore' : 'bar.unarchive')}
        </Button>
      )}
    </div>
  );
}
