// The fields the shop made for itself, in its own order.

import { FieldInput } from '../fields/FieldInput';
import { useFields } from '../fields/useFields';
import { ownFieldId } from './form-problems';
import { Required } from './FormSection';
import type { ClientForm } from './useClientForm';

export function OwnFields({ form }: { readonly form: ClientForm }) {
  const own = useFields()?.own ?? [];
  const { values, change } = form;
  return own.map((field) => {
    const id = ownFieldId(field.id);
    return (
      <FieldInput
        key={field.id}
        id={id}
        field={field}
        label={field.required ? <Required>{field.name}</Required> : field.name}
        value={values.fields[field.id] ?? ''}
        error={form.error(id)}
        change={(value) => change({ fields: { ...values.fields, [field.id]: value } })}
      />
    );
  });
}
