// Who sent whom, from whoever began it: a step to the right is who was sent, with how many and what they spend.

import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MOST_SENT, type Sent } from '../../shared/relations/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Money } from '../core/ui/Masked';
import { Num } from '../core/ui/parts';
import { AlertChips } from '../core/ui/Alerts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Relations.module.css';

export function ReferralTree({ clientId, onClose }: { readonly clientId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['relations', 'core']);
  const { level, can } = useRights();
  const tree = useQuery('relations.tree', { clientId });
  const amounts = level('money') !== 'none';
  return (
    <Modal opened onClose={onClose} size={680} title={t('sent.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      {tree.isError && <ErrorState error={tree.error} retry={() => void tree.refetch()} />}
      {!tree.data && !tree.isError && <LoadingRows rows={4} height={36} />}
      {tree.data && (
        <table className={classes.tree} aria-label={t('sent.table')}>
          <thead>
            <tr>
              <th>{t('sent.who')}</th>
              <th className={classes.figure}>{t('sent.how')}</th>
              {can('visits.see') && <th className={classes.figure}>{t('sent.came')}</th>}
              {amounts && <th className={classes.figure}>{t('sent.paid')}</th>}
            </tr>
          </thead>
          <tbody>
            {tree.data.rows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- those without a name have no identity but their place
              <Row key={index} row={row} visits={can('visits.see')} amounts={amounts} onOpen={onClose} />
            ))}
          </tbody>
        </table>
      )}
      {tree.data?.more && <p className={classes.lead}>{t('sent.cut', { count: MOST_SENT })}</p>}
    </Modal>
  );
}

interface RowProps {
  readonly row: Sent;
  readonly visits: boolean;
  readonly amounts: boolean;
  readonly onOpen: () => void;
}

const STEP = 24;

function Row({ row: { client, depth, self, sent, visits: came, spentCents }, visits, amounts, onOpen }: RowProps) {
  const { t } = useTranslation('relations');
  const format = useFormat();
  return (
    <tr data-self={self || undefined} aria-current={self || undefined}>
      <td style={{ paddingLeft: 8 + Math.min(depth, 8) * STEP }}>
        {client === null ? (
          <span className={classes.quiet}>{t('somebody')}</span>
        ) : (
          <>
            <Link to="/clients/$id" params={{ id: client.id }} className={classes.name} onClick={onOpen}>
              {client.name}
            </Link>
            <AlertChips kinds={client.alerts} />
          </>
        )}
      </td>
      <td className={classes.figure}>{sent > 0 && <Num>{t('sent.line', { count: sent })}</Num>}</td>
      {visits && <td className={classes.figure}>{client !== null && <Num>{format.count(came)}</Num>}</td>}
      {amounts && <td className={classes.figure}>{client !== null && <Money amount={spentCents} />}</td>}
    </tr>
  );
}
