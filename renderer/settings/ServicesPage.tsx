// The catalogue of services: what the shop offers, in groups. A service is retired, never deleted.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../shared/core/text';
import { useCommand, useQuery } from '../core/data';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { ListPage } from './ListPage';
import type { Service } from './service-draft';
import { NewServicePanel, ServicePanel } from './ServicePanel';
import { groupsOf, ServiceTable } from './ServiceTable';
import { movedIds, useChosen, type Chosen } from './useChosen';

export function ServicesPage() {
  const { t } = useTranslation('settings');
  const query = useQuery('catalogue.list', { activeOnly: false });
  const arrange = useCommand('catalogue.arrange');
  const [text, setText] = useState('');
  const [past, setPast] = useState(false);
  const all = query.data ?? [];
  const shelf = all.filter(({ active }) => active !== past);
  const found = shelf.filter(({ name, group, ingredients }) => fold([name, group, ...ingredients].join(' ')).includes(fold(text)));
  const groups = groupsOf(found);
  const chosen = useChosen({ rows: groups.flatMap(({ services }) => services), add: t('services.add'), arrange: move });
  function move(service: Service, by: -1 | 1): void {
    const peers = shelf.filter(({ group }) => group === service.group);
    const ids = movedIds(all, peers, service, by);
    if (ids) void arrange.run({ ids: [...ids] });
  }
  const names = [...new Set(all.flatMap(({ group }) => (group === null ? [] : [group])))];
  return (
    <ListPage
      words={{
        title: t('pages.services'),
        search: t('services.search'),
        current: t('services.active'),
        past: t('services.retired'),
        add: t('services.add'),
        choose: t('services.keys'),
      }}
      count={query.data && shelf.length}
      pastCount={all.filter(({ active }) => !active).length}
      text={text}
      setText={setText}
      past={past}
      setPast={setPast}
      add={() => chosen.choose('new')}
      panel={<ChosenPanel chosen={chosen} groups={names} move={move} />}
    >
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {query.data && found.length === 0 && (
        <EmptyState title={all.length === 0 ? t('services.emptyTitle') : t('services.nobody')}>
          {all.length === 0 && t('services.empty')}
        </EmptyState>
      )}
      {found.length > 0 && <ServiceTable groups={groups} chosen={chosen} />}
    </ListPage>
  );
}

interface ChosenPanelProps {
  readonly chosen: Chosen<Service>;
  readonly groups: readonly string[];
  readonly move: (service: Service, by: -1 | 1) => void;
}

function ChosenPanel({ chosen: { chosen, choose }, groups, move }: ChosenPanelProps) {
  const close = (): void => choose(null);
  if (chosen === null) return null;
  if (chosen === 'new') return <NewServicePanel groups={groups} close={close} />;
  return <ServicePanel key={chosen.id} service={chosen} groups={groups} close={close} move={(by) => move(chosen, by)} />;
}
