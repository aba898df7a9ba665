// One product, changed in place; or a new one.

import { Button, Switch, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { Panel } from './ListPage';
import { GroupField, IngredientsField, PriceField } from './OfferFields';
import { NO_PRODUCT, productDraftOf, TypedProduct, typedProductOf } from './product-draft';
import { isNameMissing } from './service-draft';
import { useRecordDraft } from './useRecordDraft';

export interface ProductPanelProps {
  readonly product: Product;
  readonly groups: readonly string[];
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

export function ProductPanel({ product, groups, close, move }: ProductPanelProps) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const update = useCommand('catalogue.updateProduct', { say: (_, { draft }) => t('savedName', { name: draft.name }), quiet: true });
  const { draft, set, save, kept } = useRecordDraft(`product:${product.id}`, TypedProduct, typedProductOf(product), (typed) => {
    const next = productDraftOf(typed);
    return next ? update.run({ id: product.id, draft: next }) : undefined;
  });
  return (
    <Panel title={product.name} close={close} move={move}>
      <KeptNotice {...kept} />
      <ProductFields typed={draft} set={set} leave={save} groups={groups} complains nameError={update.error && say(update.error)} />
      <Switch
        label={t('products.onOffer')}
        description={t('products.onOfferHint')}
        checked={draft.active}
        onChange={(event) => save({ active: event.currentTarget.checked })}
      />
      <Text size="xs" c="var(--sk-ink-3)">
        {t('services.priceHint')}
      </Text>
    </Panel>
  );
}

export function NewProductPanel({ groups, close }: { readonly groups: readonly string[]; readonly close: () => void }) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const create = useCommand('catalogue.createProduct', { say: (_, { name }) => t('added', { name }), quiet: true });
  const { typed, set, drop, ...kept } = useKeptFields('product-new', TypedProduct, NO_PRODUCT);
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const draft = productDraftOf(typed);
    if (!draft) return isNameMissing(typed) ? document.getElementById('product-name')?.focus() : undefined;
    const result = await create.run(draft);
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={t('products.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <ProductFields
          typed={typed}
          set={set}
          leave={() => undefined}
          groups={groups}
          complains={tried}
          nameError={create.error && say(create.error)}
        />
        <Button type="submit" loading={create.busy}>
          {t('products.create')}
        </Button>
      </form>
    </Panel>
  );
}

interface ProductFieldsProps {
  readonly typed: TypedProduct;
  readonly set: (change: Partial<TypedProduct>) => void;
  readonly leave: (now?: Partial<TypedProduct>) => void;
  readonly groups: readonly string[];
  readonly complains: boolean;
  readonly nameError: string | null;
}

function ProductFields({ typed, set, leave, groups, complains, nameError }: ProductFieldsProps) {
  const { t } = useTranslation('settings');
  const left = (): void => leave();
  return (
    <>
      <TextInput
        id="product-name"
        label={t('products.name')}
        value={typed.name}
        maxLength={80}
        error={complains && isNameMissing(typed) ? t('products.nameError') : nameError}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={left}
      />
      <GroupField
        value={typed.group}
        change={(group) => set({ group })}
        leave={left}
        groups={groups}
        example={t('products.groupExample')}
      />
      <PriceField value={typed.price} change={(price) => set({ price })} leave={left} />
      <IngredientsField
        value={typed.ingredients}
        change={(ingredients) => {
          set({ ingredients });
          leave({ ingredients });
        }}
        label={t('products.ingredients')}
        hint={t('products.ingredientsHint')}
      />
    </>
  );
}
