// A second person agrees to what goes beyond one's own limit: who it is, and their own PIN, typed by themselves.

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../shared/contract';
import type { AppError } from '../../shared/errors';
import { PIN_LENGTH, PinField } from '../book/PinField';
import { useRoleName } from '../book/role-name';
import { useQuery } from '../core/data';
import { wording } from '../core/wording';
import classes from './Approval.module.css';

/** As typed; null for the person while nobody is chosen. */
export interface ApprovalValue {
  readonly accountId: string | null;
  readonly pin: string;
}

export const NO_APPROVAL: ApprovalValue = { accountId: null, pin: '' };

export interface ApprovalFieldsProps {
  readonly id: string;
  readonly question: Input<'people.approvers'>;
  /** What is asked of the second person, in a sentence. */
  readonly lead: string;
  readonly value: ApprovalValue;
  readonly onChange: (value: ApprovalValue) => void;
  /** The last refusal; only those about the approval are shown here. */
  readonly error: AppError | null;
  /** Saving was tried: what is missing is said. */
  readonly tried: boolean;
}

export function ApprovalFields({ id, question, lead, value, onChange, error, tried }: ApprovalFieldsProps) {
  const { t } = useTranslation('approval');
  const approvers = useQuery('people.approvers', question);
  const roleName = useRoleName();
  const people = approvers.data ?? [];
  // with one person there is nothing to choose
  const chosen = value.accountId ?? (people.length === 1 ? (people[0]?.id ?? null) : null);
  const pinError = error && isApprovalError(error) ? wording(error) : tried && value.pin.length < PIN_LENGTH ? t('pinMissing') : undefined;
  return (
    <fieldset className={classes.approval} aria-label={t('title')}>
      <p className={classes.lead}>{lead}</p>
      {approvers.isSuccess && people.length === 0 ? (
        <p className={classes.none}>{t('nobody')}</p>
      ) : (
        <>
          <Select
            label={t('who')}
            placeholder={t('choose')}
            data={people.map((one) => ({ value: one.id, label: t('person', { name: one.name, role: roleName(one) }) }))}
            value={chosen}
            error={tried && chosen === null ? t('whoMissing') : undefined}
            allowDeselect={false}
            onChange={(accountId) => onChange({ accountId, pin: '' })}
          />
          <PinField
            id={`${id}-pin`}
            label={t('pin')}
            value={value.pin}
            error={pinError}
            hint={t('pinHint')}
            onChange={(pin) => onChange({ accountId: chosen, pin })}
          />
        </>
      )}
    </fieldset>
  );
}

/** Ready to be sent; null as long as somebody or a digit is missing. */
export function approvalOf({ accountId, pin }: ApprovalValue): { readonly accountId: string; readonly pin: string } | null {
  return accountId !== null && pin.length === PIN_LENGTH ? { accountId, pin } : null;
}

export function isApprovalError(error: AppError | null): boolean {
  return error !== null && APPROVAL_ERRORS.some((code) => code === error.code);
}

const APPROVAL_ERRORS = ['people.pin-wrong', 'people.password-needed', 'people.own-approval', 'people.not-an-approver'] as const;
