// Where the shop puts a client: tier, staff, source, tags.

import { Autocomplete, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_TAGS } from '../../shared/clients/contract';
import type { Output } from '../../shared/contract';
import { useQuery } from '../core/data';
import classes from './ClientForm.module.css';
import { FieldLabel } from './FormSection';
import type { ClientForm } from './useClientForm';

export function ShopFields({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const { values, change } = form;
  const tiers = useQuery('clients.tiers', null).data ?? [];
  const staff = useQuery('staff.list', { activeOnly: false }).data ?? [];
  const sources = useQuery('clients.sources', null).data ?? [];
  const tags = useQuery('clients.tags', null).data ?? [];
  const none = { value: '', label: t('form.none') };
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });
  const serving = staff.filter(({ active, id }) => active || id === values.staffId);
  return (
    <>
      <div className={classes.three}>
        <Select
          id="client-tierId"
          label={
            <FieldLabel form={form} field="tier">
              {t('form.tier')}
            </FieldLabel>
          }
          data={[none, ...tiers.map(named)]}
          error={form.error('client-tierId')}
          value={values.tierId ?? ''}
          onChange={(id) => change({ tierId: id === '' ? null : id })}
        />
        <Select
          id="client-staffId"
          label={
            <FieldLabel form={form} field="staff">
              {t('form.staff')}
            </FieldLabel>
          }
          searchable={serving.length > 8}
          data={[none, ...serving.map(named)]}
          error={form.error('client-staffId')}
          value={values.staffId ?? ''}
          onChange={(id) => change({ staffId: id === '' ? null : id })}
        />
        <Autocomplete
          id="client-source"
          label={
            <FieldLabel form={form} field="source">
              {t('form.source')}
            </FieldLabel>
          }
          placeholder={t('form.sourceHint')}
          data={sources}
          limit={8}
          value={values.source}
          error={form.error('client-source')}
          onChange={(source) => change({ source })}
        />
      </div>
      <TagsInput
        id="client-tags"
        label={
          <FieldLabel form={form} field="tags">
            {t('form.tags')}
          </FieldLabel>
        }
        placeholder={t('form.tagsHint')}
        description={values.tags.length >= MOST_TAGS ? t('tags.tooMany') : undefined}
        data={inGroups(tags)}
        value={values.tags}
        maxTags={MOST_TAGS}
        maxLength={30}
        splitChars={[',', '，', '、', ';', '；']}
        acceptValueOnBlur
        error={form.error('client-tags')}
        onChange={(next) => change({ tags: next.map((tag) => tag.trim()).filter((tag) => tag !== '') })}
      />
    </>
  );
}

/** Tags without a group first, then each group under its name. */
function inGroups(tags: Output<'clients.tags'>): (string | { group: string; items: string[] })[] {
  const groups = [...new Set(tags.flatMap(({ group }) => group ?? []))];
  const namesOf = (wanted: string | null): string[] => tags.flatMap(({ name, group }) => (group === wanted ? [name] : []));
  return [...namesOf(null), ...groups.map((group) => ({ group, items: namesOf(group) }))];
}
