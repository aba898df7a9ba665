// Beside the form: how complete it is, what blocks saving, what can wait. Each line leads to its field.

import { Progress } from '@mantine/core';
import { IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { completenessOf, type ProfilePart } from '../../shared/clients/completeness';
import type { ClientPage } from '../../shared/clients/contract';
import { useRights, type HeldRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { Num } from '../core/ui/parts';
import classes from './ClientForm.module.css';
import { RequirableField } from '../../shared/fields/contract';
import { useFields } from '../fields/useFields';
import { ownFieldId, phoneId, requiredId } from './form-problems';
import { birthdayOf, givenPhones } from './form-values';
import type { ClientForm } from './useClientForm';

const LATER = 4;

export interface FormAsideProps {
  readonly form: ClientForm;
  readonly client: ClientPage | null;
  readonly go: (field: string) => void;
}

export function FormAside({ form, client, go }: FormAsideProps) {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  const { percent, missing } = completenessOf({ ...presentIn(form, client), ...keptParts(client, can) });
  const blocks = useBlocks(form);
  return (
    <aside className={classes.aside}>
      <div className={classes.meter}>
        <b>{t('complete.title')}</b>
        <Num>{`${percent}%`}</Num>
      </div>
      <Progress value={percent} aria-label={t('complete.title')} />
      {blocks.length > 0 && (
        <>
          <h2>{t('aside.before')}</h2>
          <ul>
            {blocks.map(({ field, title, why }) => (
              <li key={field}>
                <IconArrowUp size={16} stroke={1.6} color="var(--sk-danger)" aria-hidden="true" />
                <button type="button" onClick={() => go(field)}>
                  <b>{title}</b>
                  <span>{why}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h2>{t('aside.later')}</h2>
          <ul>
            {missing
              .filter((part) => mayWrite(part, can))
              .slice(0, LATER)
              .map((part) => (
                <li key={part}>
                  <IconPlus size={16} stroke={1.4} color="var(--sk-ink-3)" aria-hidden="true" />
                  <Later part={part} form={form} go={go} />
                </li>
              ))}
          </ul>
        </>
      )}
      <div className={classes.jumps}>
        <Kbd keys="Alt+1" />
        {t('form.jumpsTo')}
        <Kbd keys="5" />
        {t('form.jumps')}
      </div>
    </aside>
  );
}

function Later({ part, form, go }: { readonly part: ProfilePart; readonly form: ClientForm; readonly go: (field: string) => void }) {
  const { t } = useTranslation('clients');
  const words = (
    <>
      {t(`parts.${part}`)}
      <span>{t(`aside.why.${part}`)}</span>
    </>
  );
  // preferences are written on the client's page, which a new client does not have yet
  if (part === 'preferences') return <div>{words}</div>;
  return (
    <button type="button" onClick={() => go(fieldOf(part, form))}>
      {words}
    </button>
  );
}

interface Block {
  readonly field: string;
  readonly title: string;
  readonly why: string;
}

function useBlocks(form: ClientForm): readonly Block[] {
  const { t } = useTranslation('clients');
  const blocks: Block[] = [];
  for (const phone of form.values.phones) {
    const { state, clients } = form.checks.of(phone);
    if (state === 'wrong') blocks.push({ field: phoneId(phone.key), title: t('fields.phone'), why: t('aside.phoneWrong') });
    if (state === 'duplicate')
      blocks.push({ field: 'client-duplicate', title: t('fields.phone'), why: t('duplicate.choose', { name: clients[0]?.name ?? '' }) });
  }
  const own = useFields()?.own ?? [];
  const { t: names } = useTranslation('fields');
  for (const [field, problem] of form.problems) {
    const mine = own.find(({ id }) => field === ownFieldId(id));
    const standard = RequirableField.options.find((one) => problem === 'field.required' && field === requiredId(one, form.values));
    if (mine) blocks.push({ field, title: mine.name, why: t(problem === 'field.required' ? 'aside.required' : 'aside.other') });
    else if (standard) blocks.push({ field, title: names(`fields.${standard}`), why: t('aside.required') });
    else if (field === 'client-name') blocks.unshift({ field, title: t('form.name'), why: t('aside.nameMissing') });
    else if (field === 'client-birthday') blocks.push({ field, title: t('fields.birthday'), why: t('aside.birthdayWrong') });
    else if (field === 'client-email') blocks.push({ field, title: t('fields.email'), why: t('aside.emailWrong') });
    else if (field.startsWith('client-alert-')) blocks.push({ field, title: t('parts.alerts'), why: t('aside.alertWrong') });
    else blocks.push({ field, title: t('form.sections.more'), why: t('aside.other') });
  }
  return blocks;
}

function mayWrite(part: ProfilePart, can: HeldRights['can']): boolean {
  if (part === 'alerts') return can('health.change');
  return (part !== 'phone' && part !== 'wechat' && part !== 'address') || can('contact.change');
}

/** Nobody is asked for what they may not write: it counts as it stands in the book. */
function keptParts(client: ClientPage | null, can: HeldRights['can']): Partial<Record<ProfilePart, boolean>> {
  const kept = (part: ProfilePart): Record<string, boolean> => ({ [part]: client === null || !client.completeness.missing.includes(part) });
  return {
    ...(can('contact.change') ? {} : { ...kept('phone'), ...kept('wechat'), ...kept('address') }),
    ...(can('health.change') ? {} : kept('alerts')),
  };
}

function presentIn({ values, checks }: ClientForm, client: ClientPage | null): Record<ProfilePart, boolean> {
  return {
    phone: givenPhones(values).some((phone) => ['valid', 'shared', 'duplicate'].includes(checks.of(phone).state)),
    alerts: values.askedNoAlerts || values.alerts.length > 0,
    preferences: client?.preferences.some(({ kind }) => kind === 'like' || kind === 'dislike') ?? false,
    birthday: birthdayOf(values.birthday) !== null,
    gender: values.gender !== null,
    wechat: values.wechat.trim() !== '',
    source: values.source.trim() !== '',
    staff: values.staffId !== null,
    address: values.address.trim() !== '',
    occupation: values.occupation.trim() !== '',
  };
}

function fieldOf(part: ProfilePart, { values }: ClientForm): string {
  if (part === 'phone') return phoneId(values.phones[0]?.key ?? '');
  if (part === 'staff') return 'client-staffId';
  if (part === 'gender') return 'client-gender';
  return `client-${part}`;
}
