// The state of the client form: values, what is wrong where, and saving.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { RequirableField } from '../../shared/fields/contract';
import { isAsked } from '../../shared/fields/required';
import { useCommand } from '../core/data';
import { showFailure } from '../core/ui/toasts';
import { fieldWordings, problemWording, wording } from '../core/wording';
import { ownFieldId, phoneId, problemsOf, requiredId, type FormProblems, type Wanted } from './form-problems';
import { draftOf, endingsOf, newDraftOf, type FormValues } from './form-values';
import { usePhoneChecks, type PhoneChecks } from './usePhoneChecks';

export interface ClientForm {
  readonly values: FormValues;
  readonly checks: PhoneChecks;
  readonly problems: FormProblems;
  readonly busy: boolean;
  /** A client who is not in the book yet. */
  readonly isNew: boolean;
  change(part: Partial<FormValues>): void;
  /** The sentence beside a field, once it was left or saving was tried. */
  error(field: string): string | undefined;
  leave(field: string): void;
  /** Whether the owner insists on a standard field. */
  requires(field: RequirableField): boolean;
  /** The client's id when it is saved; else the field that stands in the way. */
  save(): Promise<{ readonly saved: string } | { readonly wrong: string | null }>;
}

export interface ClientFormParts {
  /** Null for a new client. */
  readonly client: ClientPage | null;
  readonly start: FormValues;
  readonly wanted: Wanted;
  readonly keep: (values: FormValues) => void;
}

export function useClientForm({ client, start, wanted, keep }: ClientFormParts): ClientForm {
  const [values, setValues] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const known = client?.phones.flatMap(({ e164, typed }) => (e164 === null && typed !== null ? [typed] : [])) ?? [];
  const checks = usePhoneChecks(values, client?.id ?? null, known);
  const problems = problemsOf(values, wanted);
  const saving = useSaveClient(client);
  function change(part: Partial<FormValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    setRefused({});
    keep(next);
  }
  async function save() {
    setTried(true);
    const [first] = problems.keys();
    if (first !== undefined) return { wrong: first };
    const phones = await checks.settle();
    const wrong = phones.find(({ check }) => check.state === 'wrong' || check.state === 'duplicate');
    if (wrong) return { wrong: wrong.check.state === 'duplicate' ? 'client-duplicate' : phoneId(wrong.phone.key) };
    const result = await saving.save(values);
    if (result.ok) return { saved: result.id };
    setRefused(result.fields);
    return { wrong: Object.keys(result.fields)[0] ?? null };
  }
  return {
    values,
    checks,
    problems,
    busy: saving.busy,
    isNew: client === null,
    change,
    requires: (field) => wanted.fields.required.includes(field) && isAsked(field, wanted.may),
    leave: (field) => setLeft((now) => (now.has(field) ? now : new Set(now).add(field))),
    error: (field) => {
      const problem = problems.get(field);
      if (problem === undefined) return refused[field];
      // an empty field is not wrong until one wants to save
      return tried || (left.has(field) && problem !== 'text.empty' && problem !== 'field.required') ? problemWording(problem) : undefined;
    },
    save,
  };
}

type Saved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

function useSaveClient(client: ClientPage | null) {
  const { t } = useTranslation('clients');
  const create = useCommand('clients.create', {
    quiet: true,
    say: ({ number }, { name }) => t('said.created', { name: name.trim(), number }),
  });
  const update = useCommand('clients.update', { quiet: true, say: (_, { draft }) => t('said.saved', { name: draft.name.trim() }) });
  async function save(values: FormValues): Promise<Saved> {
    const result = client
      ? await update.run({ id: client.id, draft: draftOf(values), version: values.version, endings: endingsOf(values) })
      : await create.run(newDraftOf(values));
    if (!result.ok) return { ok: false, fields: fieldsOf(result.error, values) };
    return { ok: true, id: client?.id ?? result.value?.id ?? '' };
  }
  return { save, busy: create.busy || update.busy };
}

/** A refusal by the service, beside the field it is about; anything else as a toast. */
function fieldsOf(
  error: NonNullable<ReturnType<typeof useCommand<'clients.create'>>['error']>,
  values: FormValues,
): Record<string, string> {
  if (error.code === 'clients.phone-invalid') {
    const typed = 'typed' in error.details ? error.details.typed : '';
    const phone = values.phones.find((one) => one.typed.trim() === typed);
    if (phone) return { [phoneId(phone.key)]: wording(error) };
  }
  // the box above the form tells of it
  if (error.code === 'clients.changed-meanwhile') return { 'client-stale': wording(error) };
  if (error.code === 'fields.missing' && 'fields' in error.details) {
    return Object.fromEntries(error.details.fields.map((field) => [missingId(field, values), problemWording('field.required')]));
  }
  if (error.code === 'fields.value-wrong' && 'id' in error.details && 'problem' in error.details)
    return { [ownFieldId(error.details.id)]: problemWording(error.details.problem) };
  const fields = Object.entries(fieldWordings(error)).map(
    ([path, sentence]) => [`client-${path.replace(/^draft\./, '')}`, sentence] as const,
  );
  if (fields.length === 0) showFailure(error);
  return Object.fromEntries(fields);
}

/** The owner may have changed what is required since the form was opened. */
function missingId(field: string, values: FormValues): string {
  const standard = RequirableField.safeParse(field);
  return standard.success ? requiredId(standard.data, values) : ownFieldId(field);
}
