// One phone of the form: checked while it is typed, inside the field; who already has it, in a box below.

import { ActionIcon, Loader, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ClientForm.module.css';
import { DuplicateBox } from './DuplicateBox';
import { phoneId } from './form-problems';
import { Required } from './FormSection';
import type { PhoneValue } from './form-values';
import type { ClientForm } from './useClientForm';
import type { PhoneCheck } from './usePhoneChecks';

export interface PhoneFieldProps {
  readonly form: ClientForm;
  readonly phone: PhoneValue;
  readonly label: string;
  readonly removable?: boolean;
  readonly required?: boolean;
}

export function PhoneField({ form, phone, label, removable = false, required = false }: PhoneFieldProps) {
  const { t } = useTranslation('clients');
  const [typing, setTyping] = useState(false);
  const { values, change } = form;
  const check = form.checks.of(phone);
  const problem = useProblem(check);
  const id = phoneId(phone.key);
  const set = (typed: string): void => change({ phones: values.phones.map((one) => (one.key === phone.key ? { ...one, typed } : one)) });
  return (
    <div className={classes.phone}>
      <div className={classes.withButton}>
        <TextInput
          id={id}
          label={required ? <Required>{label}</Required> : label}
          type="tel"
          autoComplete="off"
          maxLength={60}
          value={phone.typed}
          // half a number is not wrong while it is being typed
          error={form.error(id) ?? (typing ? undefined : problem)}
          data-info={check.state === 'duplicate' || undefined}
          rightSection={<Verdict check={check} />}
          rightSectionWidth={128}
          rightSectionPointerEvents="none"
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onChange={(event) => set(event.currentTarget.value)}
        />
        {removable && (
          <ActionIcon
            aria-label={t('form.removePhone')}
            onClick={() => change({ phones: values.phones.filter((one) => one.key !== phone.key) })}
          >
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {check.state === 'known' && <p className={classes.hint}>{t('phoneProblem.known')}</p>}
      {(check.state === 'duplicate' || (check.state === 'shared' && check.clients.length > 0)) && (
        <DuplicateBox
          check={check}
          name={values.name}
          decide={() => change({ shared: [...values.shared, ...(check.e164 === null ? [] : [check.e164])] })}
        />
      )}
    </div>
  );
}

function Verdict({ check: { state } }: { readonly check: PhoneCheck }) {
  const { t } = useTranslation('clients');
  if (state === 'checking')
    return (
      <span className={classes.verdict}>
        <Loader size={13} color="var(--sk-ink-3)" />
        {t('form.checking')}
      </span>
    );
  if (state !== 'valid' && state !== 'shared' && state !== 'duplicate') return null;
  return (
    <span className={classes.verdict}>
      <IconCheck size={15} stroke={1.8} color="var(--sk-success)" aria-hidden="true" />
      {t('form.valid')}
    </span>
  );
}

const NAMED = ['empty', 'missing-digits', 'too-many', 'scientific', 'letters', 'no-area-code', 'not-a-phone'] as const;

function useProblem({ state, problem, by }: PhoneCheck): string | undefined {
  const { t } = useTranslation('clients');
  if (state !== 'wrong') return undefined;
  if (by !== null && problem === 'missing-digits') return t('phoneProblem.missing-digits-by', { count: by });
  if (by !== null && problem === 'too-many') return t('phoneProblem.too-many-by', { count: by });
  return t(`phoneProblem.${NAMED.find((one) => one === problem) ?? 'not-a-phone'}`);
}
