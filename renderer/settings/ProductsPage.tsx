// The products the shop sells beside its services, in groups. A product is taken off the list, never deleted.

import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { GroupedTable, groupNames, inGroups, sameGroup } from './GroupedTable';
import { NewProductPanel, ProductPanel } from './ProductPanel';
import classes from './Settings.module.css';
import { ShopList } from './ShopList';
import type { Chosen } from './useChosen';

export function ProductsPage() {
  const query = useQuery('catalogue.products', { activeOnly: false });
  const arrange = useCommand('catalogue.arrangeProducts');
  const groups = groupNames(query.data ?? []);
  return (
    <ShopList
      kind="products"
      query={query}
      textOf={({ name, group, ingredients }) => [name, group, ...ingredients].join(' ')}
      inOrder={inGroups}
      arePeers={sameGroup}
      arrange={(ids) => void arrange.run({ ids })}
      renderTable={(rows, chosen) => <ProductTable rows={rows} chosen={chosen} />}
      renderOpened={({ row, close, move }) => <ProductPanel key={row.id} product={row} groups={groups} close={close} move={move} />}
      renderAdding={(close) => <NewProductPanel groups={groups} close={close} />}
    />
  );
}

function ProductTable({ rows, chosen }: { readonly rows: readonly Product[]; readonly chosen: Chosen<Product> }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <GroupedTable
      rows={rows}
      chosen={chosen}
      columns={3}
      head={
        <>
          <th>{t('products.name')}</th>
          <th className={classes.number} style={{ width: 112 }}>
            {t('services.price')}
          </th>
          <th style={{ width: '40%', paddingLeft: 32 }}>{t('services.ingredient')}</th>
        </>
      }
      renderCells={({ name, priceCents, ingredients }) => (
        <>
          <td>{name}</td>
          <td className={`num ${classes.number}`}>{priceCents !== null && format.money(priceCents)}</td>
          <td className={classes.quiet} style={{ paddingLeft: 32 }}>
            {format.list(ingredients)}
          </td>
        </>
      )}
    />
  );
}
