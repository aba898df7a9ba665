// The accounts: who may open the book, in which role, and when they last did. The owner changes them; who may see people looks on.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import type { Account } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ListPage } from '../settings/ListPage';
import { useChosen, type Chosen } from '../settings/useChosen';
import { AccountPanel } from './AccountPanel';
import classes from './Accounts.module.css';
import { AccountTable } from './AccountTable';
import { NewAccountPanel } from './NewAccountPanel';
import { StartPassword, type GivenPassword } from './StartPassword';

export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { owner } = useRights();
  const roleName = useRoleName();
  const query = useQuery('people.accounts', null);
  const [text, setText] = useState('');
  const [past, setPast] = useState(false);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const all = query.data ?? [];
  const shelf = all.filter(({ state }) => (state === 'disabled') === past);
  const rows = shelf.filter((account) => fold(`${account.name} ${roleName(account)}`).includes(fold(text)));
  const chosen = useChosen({ rows, ...(owner ? { add: t('add') } : {}) });
  return (
    <ListPage
      words={{ title: t('title'), search: t('search'), current: t('current'), past: t('past'), add: t('add'), choose: t('keys') }}
      count={query.data && shelf.length}
      pastCount={all.filter(({ state }) => state === 'disabled').length}
      text={text}
      setText={setText}
      past={past}
      setPast={setPast}
      {...(owner ? { add: () => chosen.choose('new') } : {})}
      arranged={false}
      panel={<ChosenPanel chosen={chosen} give={setGiven} />}
    >
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {query.data && rows.length === 0 && <EmptyState title={shelf.length === 0 ? t('noneDisabled') : t('nobody')} />}
      {rows.length > 0 && <AccountTable rows={rows} chosen={chosen} />}
      {owner && all.length === 1 && <p className={classes.note}>{t('alone')}</p>}
      <StartPassword given={given} close={() => setGiven(null)} />
    </ListPage>
  );
}

interface ChosenPanelProps {
  readonly chosen: Chosen<Account>;
  readonly give: (given: GivenPassword) => void;
}

function ChosenPanel({ chosen: { chosen, choose }, give }: ChosenPanelProps) {
  const roles = useQuery('people.roles', null).data;
  const close = (): void => choose(null);
  if (chosen === null || !roles) return null;
  if (chosen !== 'new') return <AccountPanel key={chosen.id} account={chosen} roles={roles} close={close} give={give} />;
  return (
    <NewAccountPanel
      roles={roles}
      close={close}
      made={(_, password) => {
        give(password);
        close();
      }}
    />
  );
}
