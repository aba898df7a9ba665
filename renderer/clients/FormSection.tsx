// One section of the form: what it is and why at the left, its fields at the right.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirableField } from '../../shared/fields/contract';
import classes from './ClientForm.module.css';
import type { ClientForm } from './useClientForm';

export const SECTIONS = ['contact', 'birthday', 'alerts', 'shop', 'more'] as const;

export interface FormSectionProps {
  readonly section: (typeof SECTIONS)[number];
  readonly children: ReactNode;
}

export function FormSection({ section, children }: FormSectionProps) {
  const { t } = useTranslation('clients');
  const title = `client-section-${section}`;
  return (
    <section className={classes.section} data-section={section} aria-labelledby={title}>
      <div>
        <h2 id={title}>{t(`form.sections.${section}`)}</h2>
        <p>{t(`form.sections.${section}Why`)}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}

/** The word behind the label of a field that must be filled in. */
export function Required({ children }: { readonly children: string }) {
  const { t } = useTranslation('clients');
  return (
    <>
      {children}
      <span className={classes.required}>{t('form.required')}</span>
    </>
  );
}

/** The label of a standard field, with the word behind it where the owner insists on the field. */
export function FieldLabel({
  form,
  field,
  children,
}: {
  readonly form: ClientForm;
  readonly field: RequirableField;
  readonly children: string;
}) {
  return form.requires(field) ? <Required>{children}</Required> : children;
}

/** What is wrong, below a field whose part has no place for it. */
export function FieldError({ form, field }: { readonly form: ClientForm; readonly field: string }) {
  const error = form.error(field);
  if (error === undefined) return null;
  return (
    <p className={classes.error} role="alert">
      {error}
    </p>
  );
}
