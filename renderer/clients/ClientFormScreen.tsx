// A new client, or the data of one changed: loads what is known and what was left unfinished, then shows the form.

import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ClientId } from '../../shared/ids';
import type { ClientPage } from '../../shared/clients/contract';
import { useQuery } from '../core/data';
import { useDraft } from '../core/draft';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { ClientForm } from './ClientForm';
import { useFields } from '../fields/useFields';
import { formOf, newForm, readForm, withinRights } from './form-values';

export function ClientFormScreen() {
  const { id } = useParams({ strict: false });
  const { text } = useSearch({ strict: false });
  if (id === undefined) return <Ready key="new" client={null} gone={false} text={typeof text === 'string' ? text : ''} />;
  return <Change key={id} id={id} />;
}

function Change({ id }: { readonly id: string }) {
  const { t } = useTranslation('clients');
  const known = ClientId.safeParse(id);
  const client = useQuery('clients.get', { id }, { enabled: known.success });
  if (!known.success) return <Page title={t('page.notThere')}>{t('page.notThereBody')}</Page>;
  // a form that is open stays open: what was typed is not lost because somebody erased the client
  if (client.isError && !client.data)
    return (
      <Page title={t('page.notThere')}>
        <ErrorState error={client.error} retry={() => void client.refetch()} />
      </Page>
    );
  // what was known before the form was opened may have changed since
  if (!client.data || !client.isFetchedAfterMount) return <Waiting />;
  return <Ready client={client.data} gone={client.error?.code === 'record.not-found'} text="" />;
}

interface ReadyProps {
  readonly client: ClientPage | null;
  readonly gone: boolean;
  readonly text: string;
}

function Ready({ client, gone, text }: ReadyProps) {
  const draft = useDraft(client ? `client-change:${client.id}` : 'client-new', readForm);
  const { can } = useRights();
  const fields = useFields();
  if (!draft.ready || !fields) return <Waiting />;
  const may = { contact: can('contact.change'), health: can('health.change') };
  const found = draft.found && { ...draft.found, value: withinRights(draft.found.value, may) };
  return (
    <ClientForm
      client={client}
      gone={gone}
      wanted={{ fields, may, before: client?.fields ?? [] }}
      fresh={withinRights(client ? formOf(client) : newForm(text.trim()), may)}
      found={found}
      keep={draft.keep}
      drop={draft.drop}
    />
  );
}

function Waiting() {
  return (
    <div style={{ padding: '76px 32px' }}>
      <LoadingRows rows={8} height={62} />
    </div>
  );
}
