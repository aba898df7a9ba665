// A password on the file itself, typed twice; whoever forgets it has lost the file, and is told so beforehand.

import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../book/PasswordField';
import classes from './Exports.module.css';

export interface PasswordValue {
  readonly wanted: boolean;
  readonly first: string;
  readonly second: string;
}

export const NO_PASSWORD: PasswordValue = { wanted: false, first: '', second: '' };
const LEAST = 8;
const MOST = 255;

/** Null: none wanted. Undefined: not right yet. */
export function passwordOf({ wanted, first, second }: PasswordValue): string | null | undefined {
  if (!wanted) return null;
  return first.length >= LEAST && first.length <= MOST && first === second ? first : undefined;
}

export interface ExportPasswordProps {
  readonly value: PasswordValue;
  readonly onChange: (value: PasswordValue) => void;
  readonly tried: boolean;
}

export function ExportPassword({ value, onChange, tried }: ExportPasswordProps) {
  const { t } = useTranslation('exports');
  const { wanted, first, second } = value;
  const short = first.length < LEAST || first.length > MOST;
  return (
    <div>
      <Checkbox
        checked={wanted}
        label={t('dialog.password.wanted')}
        onChange={(event) => onChange({ ...NO_PASSWORD, wanted: event.currentTarget.checked })}
      />
      {!wanted && <p className={classes.plain}>{t('dialog.password.plain')}</p>}
      {wanted && (
        <div className={classes.passwords}>
          <SecretField
            id="export-password"
            size="sm"
            label={t('dialog.password.first')}
            value={first}
            autoComplete="new-password"
            error={tried && short ? t('dialog.password.short', { least: LEAST, most: MOST }) : undefined}
            onChange={(typed) => onChange({ ...value, first: typed })}
            first
          />
          <SecretField
            id="export-password-again"
            size="sm"
            label={t('dialog.password.second')}
            value={second}
            autoComplete="new-password"
            error={tried && !short && first !== second ? t('dialog.password.differ') : undefined}
            onChange={(typed) => onChange({ ...value, second: typed })}
          />
          <p className={classes.plain}>{t('dialog.password.lost')}</p>
        </div>
      )}
    </div>
  );
}
