// Asks why, says how often it was done today, and brings in a second person when the day's number is used up.

import { Button, Group, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revealed, RevealCount, RevealKind } from '../../shared/reveals/contract';
import { useCommand, useQuery } from '../core/data';
import { ErrorLine } from '../core/ui/ErrorLine';
import { Kbd } from '../core/ui/Kbd';
import { ReasonField } from '../core/ui/ReasonField';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { wording } from '../core/wording';
import { ApprovalFields, approvalOf, isApprovalError, NO_APPROVAL, type ApprovalValue } from '../people/ApprovalFields';
import classes from './Reveals.module.css';

export interface RevealFormProps {
  readonly clientId: string;
  readonly what: RevealKind;
  readonly onShown: (revealed: Revealed) => void;
  readonly onCancel: () => void;
}

const READY = ['first', 'second', 'third'] as const;

export function RevealForm({ clientId, what, onShown, onCancel }: RevealFormProps) {
  const { t } = useTranslation('reveals');
  const [reason, setReason] = useState('');
  const [approval, setApproval] = useState<ApprovalValue>(NO_APPROVAL);
  const [tried, setTried] = useState(false);
  const count = useQuery('reveals.count', null);
  const show = useCommand('reveals.show', { quiet: true });
  const field = useFirstFocus<HTMLInputElement>();
  const { error } = show;
  const limit = count.data?.limit ?? null;
  const atLimit = error?.code === 'reveals.limit' || (limit !== null && (count.data?.today ?? 0) >= limit);
  const missing = reason.trim().length < 2;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const agreed = atLimit ? approvalOf(approval) : null;
    if (missing || (atLimit && agreed === null)) return;
    const result = await show.run({ clientId, what, reason: reason.trim(), approval: agreed });
    if (result.ok) return onShown(result.value);
    setApproval({ ...approval, pin: '' });
    void count.refetch();
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Text c="var(--sk-ink-2)">{t('body')}</Text>
      <ReasonField
        ref={field}
        label={t('reason')}
        hint={t('reasonHint')}
        ready={READY.map((one) => t(`reasons.${what}.${one}`))}
        value={reason}
        error={tried && missing ? t('reasonMissing') : undefined}
        onChange={setReason}
      />
      {atLimit && (
        <ApprovalFields
          id="reveal"
          question={{ for: 'reveal' }}
          lead={t('atLimit', { limit: limit ?? 0 })}
          value={approval}
          onChange={setApproval}
          error={error}
          tried={tried}
        />
      )}
      {error && error.code !== 'reveals.limit' && !isApprovalError(error) && <ErrorLine>{wording(error)}</ErrorLine>}
      <div className={classes.foot}>
        {count.data && !atLimit && <Count count={count.data} />}
        <Group justify="flex-end" gap={8} ml="auto">
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={show.busy} rightSection={<Kbd keys="Enter" />}>
            {t('act')}
          </Button>
        </Group>
      </div>
    </form>
  );
}

function Count({ count: { today, limit } }: { readonly count: RevealCount }) {
  const { t } = useTranslation('reveals');
  return (
    <span className={`num ${classes.count}`}>{limit === null ? t('count', { today, count: today }) : t('countOf', { today, limit })}</span>
  );
}
