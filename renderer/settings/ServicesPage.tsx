// The catalogue of services: what the shop offers, in groups. A service is retired, never deleted.

import { useCommand, useQuery } from '../core/data';
import { groupNames, inGroups, sameGroup } from './GroupedTable';
import { NewServicePanel, ServicePanel } from './ServicePanel';
import { ServiceTable } from './ServiceTable';
import { ShopList } from './ShopList';

export function ServicesPage() {
  const query = useQuery('catalogue.list', { activeOnly: false });
  const arrange = useCommand('catalogue.arrange');
  const groups = groupNames(query.data ?? []);
  return (
    <ShopList
      kind="services"
      query={query}
      textOf={({ name, group, ingredients }) => [name, group, ...ingredients].join(' ')}
      inOrder={inGroups}
      arePeers={sameGroup}
      arrange={(ids) => void arrange.run({ ids })}
      renderTable={(rows, chosen) => <ServiceTable rows={rows} chosen={chosen} />}
      renderOpened={({ row, close, move }) => <ServicePanel key={row.id} service={row} groups={groups} close={close} move={move} />}
      renderAdding={(close) => <NewServicePanel groups={groups} close={close} />}
    />
  );
}
