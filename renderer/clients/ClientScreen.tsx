// The page of one client: who they are at the left, their timeline at the right, the actions always in sight.

import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientId } from '../../shared/ids';
import { api } from '../core/api';
import { useQuery } from '../core/data';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { ClientBody } from './ClientBody';

export function ClientScreen() {
  const { t } = useTranslation('clients');
  const { id } = useParams({ from: '/clients/$id' });
  const known = ClientId.safeParse(id);
  const client = useQuery('clients.get', { id }, { enabled: known.success });
  useOpened(known.success ? id : null);
  if (!known.success) return <Page title={t('page.notThere')}>{t('page.notThereBody')}</Page>;
  if (client.isError)
    return (
      <Page title={t('page.notThere')}>
        <ErrorState error={client.error} retry={() => void client.refetch()} />
      </Page>
    );
  if (!client.data)
    return (
      <div style={{ padding: '76px 32px' }}>
        <LoadingRows rows={8} height={62} />
      </div>
    );
  return <ClientBody key={id} client={client.data} />;
}

/** For 最近打开. That it could not be remembered is no reason to disturb anybody. */
function useOpened(id: string | null): void {
  useEffect(() => {
    if (id !== null) void api.clients.opened({ id }).catch(() => null);
  }, [id]);
}
