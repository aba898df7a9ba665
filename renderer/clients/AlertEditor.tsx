// One alert: its kind, what it is about, what happened and what to avoid. Taking away one that is in the book needs a reason.

import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_KINDS } from '../../shared/preferences/contract';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import classes from './ClientForm.module.css';
import type { AlertValue } from './form-values';

export interface AlertEditorProps {
  readonly alert: AlertValue;
  readonly error: string | undefined;
  readonly change: (part: Partial<AlertValue>) => void;
  readonly remove: () => void;
}

export function AlertEditor({ alert, error, change, remove }: AlertEditorProps) {
  const { t } = useTranslation(['clients', 'core']);
  const [asking, setAsking] = useState(false);
  const field = useFirstFocus<HTMLInputElement>(alert.id === null && alert.text === '');
  if (alert.ending !== null)
    return (
      <div className={classes.ended}>
        <span>{t('alert.removed', { text: alert.text })}</span>
        <Button variant="default" size="compact-sm" onClick={() => change({ ending: null })}>
          {t('alert.putBack')}
        </Button>
      </div>
    );
  return (
    <div className={classes.alert}>
      <div className={classes.alertRow}>
        <Select
          w={124}
          aria-label={t('alert.kind')}
          leftSection={<IconAlertTriangle size={16} stroke={1.7} className={classes.triangle} aria-hidden="true" />}
          data={ALERT_KINDS.map((kind) => ({ value: kind, label: t(`alerts.${kind}`, { ns: 'core' }) }))}
          value={alert.kind}
          onChange={(kind) => change({ kind: ALERT_KINDS.find((one) => one === kind) ?? alert.kind })}
        />
        <TextInput
          id={`client-alert-${alert.key}`}
          ref={field}
          className={classes.grow}
          aria-label={t('alert.what')}
          placeholder={t('alert.what')}
          value={alert.text}
          error={error && t('alert.missing')}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <ActionIcon aria-label={t('alert.remove', { text: alert.text })} onClick={() => (alert.id === null ? remove() : setAsking(true))}>
          <IconX size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </div>
      <TextInput
        className={classes.detail}
        aria-label={t('alert.detail')}
        placeholder={t('alert.detailHint')}
        value={alert.detail}
        onChange={(event) => change({ detail: event.currentTarget.value })}
      />
      {asking && <Why text={alert.text} keep={() => setAsking(false)} end={(ending) => change({ ending })} />}
    </div>
  );
}

interface WhyProps {
  readonly text: string;
  readonly keep: () => void;
  readonly end: (reason: string) => void;
}

function Why({ text, keep, end }: WhyProps) {
  const { t } = useTranslation('clients');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useFirstFocus<HTMLInputElement>();
  function remove(): void {
    setTried(true);
    if (reason.trim() !== '') end(reason.trim());
  }
  return (
    <div className={classes.why}>
      <TextInput
        ref={field}
        className={classes.grow}
        label={t('alert.whyTitle', { text })}
        placeholder={t('alert.whyHint')}
        value={reason}
        maxLength={400}
        error={tried && reason.trim() === '' ? t('alert.whyMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) remove();
        }}
      />
      <Button variant="default" onClick={keep}>
        {t('alert.keep')}
      </Button>
      <Button variant="outline" color="brick" onClick={remove}>
        {t('alert.removeNow')}
      </Button>
    </div>
  );
}
