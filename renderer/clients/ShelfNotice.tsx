// Says that a client is archived or in the bin, and offers the way back; to the owner also the end.

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useRights } from '../core/rights';
import { useFormat } from '../core/format';
import classes from './ClientScreen.module.css';
import { EraseDialog } from './EraseDialog';
import { useShelf } from './useShelf';

export function ShelfNotice({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const { can, owner } = useRights();
  const shelf = useShelf(client);
  const [erasing, setErasing] = useState(false);
  const { deletedAt, archivedAt } = client;
  const since = deletedAt ?? archivedAt;
  if (since === null) return null;
  const inBin = deletedAt !== null;
  const mayReturn = can(inBin ? 'bin.change' : 'clients.change');
  return (
    <div className={classes.notice} role="note">
      <span>{t(inBin ? 'notice.bin' : 'notice.archived', { at: format.moment(since) })}</span>
      <Group gap={8} wrap="nowrap">
        {inBin && owner && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setErasing(true)}>
            {t('erase.act')}
          </Button>
        )}
        {mayReturn && (
          <Button variant="default" size="compact-sm" onClick={() => void (inBin ? shelf.restore() : shelf.unarchive())}>
            {t(inBin ? 'notice.restore' : 'bar.unarchive')}
          </Button>
        )}
      </Group>
      {erasing && <EraseDialog client={client} onClose={() => setErasing(false)} />}
    </div>
  );
}
