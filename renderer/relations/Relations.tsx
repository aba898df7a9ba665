// Who belongs with a client, who sent them and whom they sent, in the identity column.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconSitemap } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { Output } from '../../shared/contract';
import type { Known, Relation } from '../../shared/relations/contract';
import { asItIs } from '../core/as-it-is';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { AlertChips } from '../core/ui/Alerts';
import { Num } from '../core/ui/parts';
import { ReferralTree } from './ReferralTree';
import { ReferrerDialog } from './ReferrerDialog';
import { RelationDialog } from './RelationDialog';
import classes from './Relations.module.css';

type Open = { readonly what: 'add' | 'referrer' | 'tree' } | { readonly what: 'edit'; readonly relation: Relation };

export function Relations({ client }: { readonly client: Pick<ClientPage, 'id' | 'name'> }) {
  const { t } = useTranslation('relations');
  const { can } = useRights();
  const { data } = useQuery('relations.of', { clientId: client.id });
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const mayChange = can('clients.change');
  if (!data) return null;
  const empty = data.relations.length === 0 && data.referredBy === null && data.sent === 0;
  return (
    <section aria-label={t('title')}>
      <div className={classes.head}>
        <h2>{t('title')}</h2>
        {mayChange && <Tool label={t('add')} icon={IconPlus} onClick={() => setOpen({ what: 'add' })} />}
      </div>
      {empty && <p className={classes.none}>{t('none')}</p>}
      <dl className={classes.lines}>
        {data.relations.map((relation) => (
          <div key={relation.id}>
            <dt>{t(`kinds.${relation.kind}`)}</dt>
            <dd>
              <Person client={relation.client} />
              {relation.note !== null && <span className={classes.quiet}>{relation.note}</span>}
              {mayChange && relation.client !== null && (
                <Tool
                  end
                  label={t('edit', { name: relation.client.name })}
                  icon={IconPencil}
                  onClick={() => setOpen({ what: 'edit', relation })}
                />
              )}
            </dd>
          </div>
        ))}
        <Referrer answer={data} choose={mayChange ? () => setOpen({ what: 'referrer' }) : null} />
        <SentLine answer={data} show={() => setOpen({ what: 'tree' })} />
      </dl>
      {open?.what === 'add' && <RelationDialog client={client} onClose={close} />}
      {open?.what === 'edit' && <RelationDialog client={client} relation={asItIs(open.relation, data.relations)} onClose={close} />}
      {open?.what === 'referrer' && <ReferrerDialog client={client} known={data.referredBy !== null} onClose={close} />}
      {open?.what === 'tree' && <ReferralTree clientId={client.id} onClose={close} />}
    </section>
  );
}

type Answer = Output<'relations.of'>;

function Referrer({ answer: { referredBy }, choose }: { readonly answer: Answer; readonly choose: (() => void) | null }) {
  const { t } = useTranslation('relations');
  if (referredBy === null && choose === null) return null;
  return (
    <div>
      <dt>{t('referrer.label')}</dt>
      <dd>
        {referredBy !== null && <Person client={referredBy.client} />}
        {choose && (
          <Tool end={referredBy !== null} label={t('referrer.choose')} icon={referredBy ? IconPencil : IconPlus} onClick={choose} />
        )}
      </dd>
    </div>
  );
}

function SentLine({ answer, show }: { readonly answer: Answer; readonly show: () => void }) {
  const { t } = useTranslation('relations');
  const format = useFormat();
  const { level } = useRights();
  const { sent, below, spentCents, referredBy } = answer;
  if (sent === 0 && referredBy === null) return null;
  return (
    <div>
      <dt>{t('sent.label')}</dt>
      <dd>
        <Num>{t('sent.line', { count: sent })}</Num>
        {below > sent && <span className={`num ${classes.quiet}`}>{t('sent.more', { count: below })}</span>}
        {sent > 0 && level('money') !== 'none' && (
          <span className={`num ${classes.quiet}`}>{t('sent.spent', { amount: format.money(spentCents) })}</span>
        )}
        <Tool end label={t('sent.open')} icon={IconSitemap} onClick={show} />
      </dd>
    </div>
  );
}

function Person({ client }: { readonly client: Known | null }) {
  const { t } = useTranslation('relations');
  if (client === null) return <span className={classes.quiet}>{t('somebody')}</span>;
  return (
    <>
      <Link to="/clients/$id" params={{ id: client.id }} className={classes.person}>
        {client.name}
      </Link>
      <AlertChips kinds={client.alerts} />
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof IconPlus;
  readonly onClick: () => void;
  readonly end?: boolean;
}

function Tool({ label, icon: ToolIcon, onClick, end = false }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} className={end ? (classes.end ?? '') : ''} aria-label={label} onClick={onClick}>
        <ToolIcon size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
