// The next follow-up as the visit suggests it: on or off, its day and words can be changed.

import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { DayInput } from '../core/ui/DayInput';
import type { VisitForm } from './useVisitForm';
import { useFollowUpNote } from './useSaveVisit';
import classes from './VisitPanel.module.css';

export function NextFollowUp({ form, staff }: { readonly form: VisitForm; readonly staff: VisitOffer['staff'] }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const noteOf = useFollowUpNote();
  const { proposal, values } = form;
  const next = values.next ?? { on: proposal.on, dueOn: proposal.dueOn, note: noteOf(proposal) };
  const who = staff.find((one) => one.id === values.staffId)?.name;
  const [editing, setEditing] = useState(false);
  const when = next.dueOn === null ? t('next.dayMissing') : format.list([format.dueDay(next.dueOn), ...(who === undefined ? [] : [who])]);
  return (
    <div className={classes.next}>
      <div className={classes.nextHead}>
        <Switch
          checked={next.on}
          aria-label={t('next.switch')}
          onChange={(event) => form.change({ next: { ...next, dueOn: next.dueOn ?? proposal.dueOn, on: event.currentTarget.checked } })}
        />
        <div className={classes.nextText}>
          <b>{next.on ? t('next.title', { note: next.note || noteOf(proposal) }) : t('next.off')}</b>
          <span className="num">{next.on ? when : t('next.offBody')}</span>
        </div>
        {next.on && (
          <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {t('next.change')}
          </Button>
        )}
      </div>
      {next.on && (editing || next.dueOn === null) && <Edit form={form} next={next} />}
    </div>
  );
}

interface EditProps {
  readonly form: VisitForm;
  readonly next: NonNullable<VisitForm['values']['next']>;
}

function Edit({ form, next }: EditProps) {
  const { t } = useTranslation('visits');
  const today = useToday();
  return (
    <div className={classes.nextEdit}>
      <DayInput
        label={t('next.day')}
        value={next.dueOn}
        least={today}
        error={next.dueOn === null ? t('next.dayMissing') : null}
        onChange={(dueOn) => form.change({ next: { ...next, dueOn } })}
      />
      <TextInput
        label={t('next.note')}
        value={next.note}
        maxLength={400}
        onChange={(event) => form.change({ next: { ...next, note: event.currentTarget.value } })}
      />
    </div>
  );
}
