// The client form: a page, because alerts and duplicates need room. Nothing typed is lost by leaving it.

import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { IsoInstant } from '../../shared/core/date';
import { useRights } from '../core/rights';
import { useShortcuts } from '../core/ui/shortcuts';
import { AlertFields } from './AlertFields';
import { BirthdayFields } from './BirthdayFields';
import classes from './ClientForm.module.css';
import { ContactFields } from './ContactFields';
import { DraftNotice } from './DraftNotice';
import { FormAside } from './FormAside';
import { FormBar } from './FormBar';
import { FormSection, SECTIONS } from './FormSection';
import type { Wanted } from './form-problems';
import type { FormValues } from './form-values';
import { MoreFields } from './MoreFields';
import { OwnFields } from './OwnFields';
import { ShopFields } from './ShopFields';
import { StaleBox } from './StaleBox';
import { useClientForm, type ClientForm as ClientFormState } from './useClientForm';

export interface ClientFormProps {
  /** The client was erased while the form is open. */
  readonly gone: boolean;
  readonly wanted: Wanted;
  readonly client: ClientPage | null;
  /** How the form looks without a draft. */
  readonly fresh: FormValues;
  readonly found: { readonly value: FormValues; readonly at: IsoInstant } | null;
  readonly keep: (values: FormValues) => void;
  readonly drop: () => Promise<void>;
}

export function ClientForm(props: ClientFormProps) {
  const [round, setRound] = useState(0);
  // starting over throws the draft away and draws the form anew
  return (
    <Fields
      key={round}
      {...props}
      found={round === 0 ? props.found : null}
      startOver={() => void props.drop().then(() => setRound(round + 1))}
    />
  );
}

function Fields({ client, gone, wanted, fresh, found, keep, drop, startOver }: ClientFormProps & { readonly startOver: () => void }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const { can } = useRights();
  const [touchedAt, setTouchedAt] = useState<Date | null>(null);
  const [start] = useState(found?.value ?? fresh);
  const [saving, setSaving] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const form = useClientForm({
    client,
    start,
    wanted,
    keep: (values) => {
      keep(values);
      setTouchedAt(new Date());
    },
  });
  function leave(): void {
    if (client) void navigate({ to: '/clients/$id', params: { id: client.id }, search: {} });
    else void navigate({ to: '/clients' });
  }
  async function save(): Promise<void> {
    setSaving(true);
    const result = await form.save();
    // what one has just saved is no change by somebody else
    setSaving('saved' in result);
    if ('saved' in result) {
      await drop();
      return navigate({ to: '/clients/$id', params: { id: result.saved }, search: {}, replace: true });
    }
    if (result.wrong !== null) focusField(result.wrong);
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t(client ? 'form.saveChange' : 'form.save'), run: () => void save() },
    { keys: 'Escape', label: t('form.later'), run: leave },
    ...SECTIONS.filter((section) => section !== 'alerts' || can('health.change')).map((section) => ({
      keys: `Alt+${SECTIONS.indexOf(section) + 1}`,
      label: t('form.jump', { section: t(`form.sections.${section}`) }),
      run: () => firstFieldOf(box.current?.querySelector(`[data-section="${section}"]`)),
    })),
  ]);
  useEffect(() => firstFieldOf(box.current?.querySelector('[data-section]')), [box]);
  return (
    <div className={classes.page}>
      <FormBar client={client} touchedAt={touchedAt} busy={form.busy} save={() => void save()} leave={leave} />
      <div className={classes.columns}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to what its fields do not use themselves */}
        <div
          ref={box}
          className={classes.form}
          onBlur={(event) => form.leave(event.target.id)}
          onKeyDown={(event) => onEscape(event, leave)}
          onKeyDownCapture={(event) => onSave(event, () => void save())}
        >
          {client && !saving && isStale(form, client, gone) && <StaleBox form={form} client={client} gone={gone} />}
          {found && <DraftNotice at={found.at} changes={client !== null} startOver={startOver} />}
          <FormSection section="contact">
            <ContactFields form={form} />
          </FormSection>
          <FormSection section="birthday">
            <BirthdayFields form={form} />
          </FormSection>
          {can('health.change') && (
            <FormSection section="alerts">
              <AlertFields form={form} />
            </FormSection>
          )}
          <FormSection section="shop">
            <ShopFields form={form} />
          </FormSection>
          <FormSection section="more">
            <MoreFields form={form} />
            <OwnFields form={form} />
          </FormSection>
        </div>
        <FormAside form={form} client={client} go={focusField} />
      </div>
    </div>
  );
}

function isStale({ values: { version } }: ClientFormState, client: ClientPage, gone: boolean): boolean {
  return gone || (version !== null && version !== client.version);
}

function focusField(id: string): void {
  // errors are drawn first, then the field is where it will stay
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.scrollIntoView?.({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}

function firstFieldOf(section: Element | null | undefined): void {
  section?.scrollIntoView?.({ block: 'start' });
  const field = section?.querySelector('input:not([type="hidden"]), textarea, [role="radiogroup"] input, button');
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}

/** Ctrl Enter saves from a list of choices too, which would open itself instead. */
function onSave(event: KeyboardEvent, save: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLElement) || event.target.getAttribute('aria-haspopup') !== 'listbox') return;
  event.preventDefault();
  event.stopPropagation();
  save();
}

/** Esc inside a field puts the form away, unless a list of choices is open and takes it. */
function onEscape(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLElement) || event.target.getAttribute('aria-expanded') === 'true') return;
  if (!event.target.matches('input, textarea')) return;
  event.preventDefault();
  leave();
}
