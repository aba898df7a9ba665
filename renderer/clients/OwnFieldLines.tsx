// What the client has in the fields of the shop's own, under the contact lines.

import type { ClientPage } from '../../shared/clients/contract';
import { useFields } from '../fields/useFields';
import { useFieldText } from '../fields/useFieldText';
import classes from './ClientScreen.module.css';

export function OwnFieldLines({ client }: { readonly client: ClientPage }) {
  const own = useFields()?.own ?? [];
  const text = useFieldText();
  const given = own.flatMap((field) => {
    const value = client.fields.find(({ id }) => id === field.id)?.value;
    return value === undefined ? [] : [{ field, value: text(field, value) }];
  });
  if (given.length === 0) return null;
  return (
    <dl className={classes.contact}>
      {given.map(({ field, value }) => (
        <div key={field.id}>
          <dt title={field.name}>{field.name}</dt>
          <dd className={field.kind === 'number' || field.kind === 'date' ? 'num' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
