// Recording a visit, in a drawer over the client page: opened by V, done with number keys and Ctrl Enter.

import { Drawer } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { Visit } from '../../shared/visits/contract';
import { useQuery } from '../core/data';
import { useDraft } from '../core/draft';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { useReveals } from '../reveals/RevealsProvider';
import { VisitForm } from './VisitForm';
import classes from './VisitPanel.module.css';
import { readValues, startValues, valuesOfVisit } from './visit-values';

export interface VisitPanelProps {
  readonly client: ClientPage;
  readonly opened: boolean;
  /** Changes this visit instead of recording a new one. */
  readonly changes: Visit | null;
  readonly onClose: () => void;
}

export function VisitPanel({ client, opened, changes, onClose }: VisitPanelProps) {
  const { t } = useTranslation('visits');
  const title = t(changes ? 'titleChange' : 'title');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('panel', { title, name: client.name }) } }}
      classNames={{ body: classes.body ?? '' }}
    >
      <Content key={changes?.id ?? 'new'} client={client} changes={changes} onClose={onClose} />
    </Drawer>
  );
}

/** Waits for what is offered and for what was left unfinished. */
function Content({ client, changes, onClose }: Omit<VisitPanelProps, 'opened'>) {
  const offer = useQuery('visits.offer', { clientId: client.id });
  const current = useCurrentVisit(changes);
  const { refetch } = offer;
  const { health } = useReveals();
  // What was just shown is gone by from now on: whatever it speaks against asks for a reason.
  useEffect(() => {
    if (health) void refetch();
  }, [health, refetch]);
  const draft = useDraft(changes ? `visit-change:${changes.id}` : `visit:${client.id}`, readValues);
  if (offer.isError) return <ErrorState error={offer.error} retry={() => void offer.refetch()} />;
  if (current.error && current.visit === null) return <ErrorState error={current.error} retry={current.again} />;
  if (!offer.data || !draft.ready || !current.ready)
    return (
      <div className={classes.scroll}>
        <LoadingRows rows={5} />
      </div>
    );
  return (
    <VisitForm
      client={client}
      offer={offer.data}
      changes={current.visit}
      gone={current.error !== null}
      start={draft.found?.value ?? (current.visit ? valuesOfVisit(current.visit) : startValues(offer.data))}
      keep={draft.keep}
      kept={draft.found !== null}
      drop={draft.drop}
      onClose={onClose}
    />
  );
}

/** The visit that is corrected, as it stands now; none for a new one. */
function useCurrentVisit(changes: Visit | null) {
  const asked = changes?.id ?? null;
  const { data, error, refetch } = useQuery('visits.get', { id: asked ?? '' }, { enabled: asked !== null });
  return { visit: data ?? null, ready: asked === null || data !== undefined, error, again: () => void refetch() };
}
