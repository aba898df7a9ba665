// What is good to know but rarely asked first: e-mail, address, occupation, who sent them, when they first came.

import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../core/clock';
import { useRights } from '../core/rights';
import { DayInput } from '../core/ui/DayInput';
import classes from './ClientForm.module.css';
import { FieldLabel } from './FormSection';
import { ReferrerField } from './ReferrerField';
import type { ClientForm } from './useClientForm';

export function MoreFields({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const today = useToday();
  const { values, change } = form;
  const mayReach = useRights().can('contact.change');
  return (
    <>
      <div className={classes.pair}>
        {mayReach && (
          <TextInput
            id="client-email"
            type="email"
            label={
              <FieldLabel form={form} field="email">
                {t('form.email')}
              </FieldLabel>
            }
            value={values.email}
            error={form.error('client-email')}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
        )}
        <TextInput
          id="client-occupation"
          label={
            <FieldLabel form={form} field="occupation">
              {t('form.occupation')}
            </FieldLabel>
          }
          value={values.occupation}
          error={form.error('client-occupation')}
          onChange={(event) => change({ occupation: event.currentTarget.value })}
        />
      </div>
      {mayReach && (
        <Textarea
          id="client-address"
          label={
            <FieldLabel form={form} field="address">
              {t('form.address')}
            </FieldLabel>
          }
          minRows={1}
          value={values.address}
          error={form.error('client-address')}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
      )}
      <div className={classes.pair}>
        <ReferrerField form={form} />
        <DayInput
          label={t('form.firstSeen')}
          value={values.firstSeenOn}
          most={today}
          clearable
          error={form.error('client-firstSeenOn') ?? null}
          onChange={(firstSeenOn) => change({ firstSeenOn })}
        />
      </div>
    </>
  );
}
