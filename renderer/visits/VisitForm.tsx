// The visit panel from top to bottom: conflict, services, person and payment, sum, note, next follow-up, save.

import { Button, CloseButton, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { fieldWordings } from '../core/wording';
import { usePriced } from './usePriced';
import { ConflictBox } from './ConflictBox';
import { Formula } from './Formula';
import { ChangesButton } from './ChangesButton';
import { HiddenAlerts } from './HiddenAlerts';
import { ItemRows } from './ItemRows';
import { LastTime } from './LastTime';
import { NextFollowUp } from './NextFollowUp';
import { OtherItem } from './OtherItem';
import { PICKS, ServicePicks } from './ServicePicks';
import { sameAsLast } from './same-as-last';
import { StaleVisit } from './StaleVisit';
import { Sum } from './Sum';
import { useVisitForm, type VisitFormParts } from './useVisitForm';
import classes from './VisitPanel.module.css';
import { NOTHING_TO_PAY } from './visit-values';
import { When } from './When';
import { WhoAndHow } from './WhoAndHow';

export interface VisitFormProps extends VisitFormParts {
  /** Something was left unfinished and is shown again. */
  readonly kept: boolean;
  readonly drop: () => Promise<void>;
  /** What is corrected is not there any more. */
  readonly gone: boolean;
  readonly onClose: () => void;
}

export function VisitForm({ kept, drop, gone, onClose, ...parts }: VisitFormProps) {
  const { t } = useTranslation('visits');
  const { client, offer: full, changes } = parts;
  const offer = usePriced(full);
  const { can } = useRights();
  const form = useVisitForm(parts);
  const { values, change } = form;
  const [touched, setTouched] = useState(kept);
  const [searching, setSearching] = useState(offer.services.length === 0);
  // a visit that is being corrected is not done again
  const again = changes === null ? sameAsLast(offer, can('money.change')) : null;
  const lastFormula = offer.last?.formula ?? null;
  function takeLast(): void {
    if (again === null) return;
    setTouched(true);
    change(again);
  }
  const box = useRef<HTMLDivElement>(null);
  // the panel's own first focus came too early: there was nothing to choose yet
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  async function save(): Promise<void> {
    if (await form.save()) {
      await drop();
      return onClose();
    }
    // what is missing comes into view and gets the focus, once it is marked
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-decide], [aria-invalid="true"], [data-missing]')?.focus());
  }
  useShortcuts(
    [
      ...offer.services.slice(0, PICKS).map((service, index) => ({
        keys: String(index + 1),
        label: service.name,
        run: () => {
          setTouched(true);
          form.toggle(service);
        },
      })),
      ...(again === null ? [] : [{ keys: '0', label: t('same'), run: takeLast }]),
      ...(lastFormula === null ? [] : [{ keys: 'R', label: t('takeFormula'), run: () => change({ formula: lastFormula }) }]),
      { keys: '/', label: t('services.other'), run: () => setSearching(true) },
      { keys: 'Ctrl+Enter', label: t(changes ? 'titleChange' : 'title'), run: () => void save() },
    ],
    { inDialog: true },
  );
  return (
    // every change inside is kept, so the header may say so
    <div className={classes.panel} onInput={() => setTouched(true)} ref={box}>
      <div className={classes.header}>
        <div>
          <h2>{t(changes ? 'titleChange' : 'title')}</h2>
          <When client={client} form={form} touched={touched} />
        </div>
        {changes !== null && <ChangesButton visit={changes} />}
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      <div className={classes.scroll}>
        {changes !== null && <StaleVisit form={form} visit={changes} gone={gone} />}
        <HiddenAlerts client={client} />
        <ConflictBox form={form} client={client} />
        <div>
          {again !== null && offer.last !== null && <LastTime on={offer.last.on} take={takeLast} />}
          <ServicePicks services={offer.services.slice(0, PICKS)} form={form} />
          <OtherItem offer={offer} form={form} opened={searching} onChange={setSearching} />
          <ItemRows form={form} offer={offer} />
        </div>
        <WhoAndHow form={form} staff={offer.staff} />
        <Sum form={form} />
        <Textarea
          label={t('note')}
          placeholder={t('notePlaceholder')}
          value={values.note}
          minRows={2}
          error={form.error ? fieldWordings(form.error)['note'] : undefined}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Formula form={form} last={offer.last} />
        {can('follow-ups.change') && <NextFollowUp form={form} staff={offer.staff} />}
      </div>
      <Footer form={form} changes={changes !== null} save={() => void save()} onClose={onClose} />
    </div>
  );
}

interface FooterProps {
  readonly form: ReturnType<typeof useVisitForm>;
  readonly changes: boolean;
  readonly save: () => void;
  readonly onClose: () => void;
}

function Footer({ form, changes, save, onClose }: FooterProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { can } = useRights();
  const due = form.amount ?? NOTHING_TO_PAY;
  const amount = format.money(cents(Math.abs(due)));
  const label = due < 0 ? t(changes ? 'saveChangeBack' : 'saveBack', { amount }) : t(changes ? 'saveChange' : 'save', { amount });
  return (
    <div className={classes.footer}>
      {form.conflicts.length > 0 ? (
        <span className={classes.first}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          {t('conflict.first')}
        </span>
      ) : (
        form.tried && form.problems.size > 0 && <span className={classes.problem}>{t('problem')}</span>
      )}
      <Button variant="subtle" color="gray" rightSection={<Kbd keys="Escape" />} onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button loading={form.busy} rightSection={<Kbd keys="Ctrl+Enter" />} onClick={save}>
        {can('money.see') ? label : t('saveOnly')}
      </Button>
    </div>
  );
}
