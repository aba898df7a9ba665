// A chosen service or product meets a health alert: says which, and stands in the way until somebody decides.

import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useFormat } from '../core/format';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import type { OpenConflict, VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function ConflictBox({ form, client }: { readonly form: VisitForm; readonly client: ClientPage }) {
  const { t } = useTranslation(['visits', 'core']);
  if (form.conflicts.length === 0) return null;
  function detailOf({ conflict }: OpenConflict): string {
    if (conflict.kind === 'patch-test' || conflict.kind === 'hidden') return '';
    const detail = client.preferences.find((one) => one.kind === conflict.kind && one.text === conflict.text)?.detail ?? '';
    return detail === '' ? '' : t('conflict.detail', { detail: detail.replace(/[。.]$/u, '') });
  }
  return (
    <div className={classes.conflicts} role="alert">
      {form.conflicts.map((open) => (
        <div key={open.id} className={classes.conflict}>
          <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" />
          <div>
            <div className={classes.conflictTitle}>
              <Title open={open} name={client.name} />
            </div>
            <div>{`${detailOf(open)}${t(`conflict.body.${open.of}`)}`}</div>
            <Decision open={open} drop={() => form.drop(open)} goOn={(reason) => form.override(open, reason)} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Title({ open: { name: item, conflict }, name }: { readonly open: OpenConflict; readonly name: string }) {
  const { t } = useTranslation(['visits', 'core']);
  const format = useFormat();
  if (conflict.kind === 'hidden') return t('conflict.hidden', { item, name });
  if (conflict.kind === 'patch-test')
    return t(`conflict.untested.${conflict.standing}`, {
      item,
      name,
      day: conflict.on === null ? '' : format.day(conflict.on),
    });
  const { kind, text, ingredient } = conflict;
  return t('conflict.title', { item, ingredient, name, kind: t(`alerts.${kind}`, { ns: 'core' }), text });
}

interface DecisionProps {
  readonly open: OpenConflict;
  readonly drop: () => void;
  readonly goOn: (reason: string) => void;
}

/** Not done, or done for the reason there mostly is, or for one in somebody's own words. */
function Decision({ open: { conflict, name, of }, drop, goOn }: DecisionProps) {
  const { t } = useTranslation('visits');
  const [asked, setAsked] = useState(false);
  const allergy = conflict.kind === 'allergy' || (conflict.kind === 'patch-test' && conflict.standing !== 'reaction');
  return (
    <>
      <div className={classes.decisions}>
        <Button variant="default" size="compact-sm" data-decide onClick={drop}>
          {t(`conflict.drop.${of}`)}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.goOn}
          onClick={() => goOn(t(allergy ? 'conflict.reasonPatchTest' : 'conflict.reasonConfirmed'))}
        >
          {t(allergy ? 'conflict.patchTest' : 'conflict.confirmed')}
        </Button>
        {!asked && (
          <Button variant="subtle" color="gray" size="compact-sm" className={classes.goOn} onClick={() => setAsked(true)}>
            {t('conflict.other')}
          </Button>
        )}
      </div>
      {asked && <OwnReason item={name} give={goOn} />}
    </>
  );
}

function OwnReason({ item, give }: { readonly item: string; readonly give: (reason: string) => void }) {
  const { t } = useTranslation('visits');
  const [reason, setReason] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const said = reason.trim();
  return (
    <div className={classes.decisions}>
      <TextInput
        size="xs"
        flex={1}
        ref={field}
        aria-label={t('conflict.why', { item })}
        placeholder={t('conflict.whyPlaceholder')}
        value={reason}
        maxLength={400}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || said === '') return;
          event.preventDefault();
          give(said);
        }}
      />
      <Button variant="default" size="compact-sm" disabled={said === ''} onClick={() => give(said)}>
        {t('conflict.give')}
      </Button>
    </div>
  );
}
