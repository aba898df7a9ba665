// The second page of first start: owner, password twice, and the recovery key to print and confirm.

import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWording } from '../core/wording';
import classes from './Outside.module.css';
import { NewPasswordField, SecretField } from './PasswordField';
import { RecoveryCard } from './RecoveryCard';
import { passwordProblem } from './setup';
import type { BookState } from './state';
import type { FirstStartState } from './useFirstStart';

export interface OwnerStepProps {
  readonly state: FirstStartState;
  readonly protection: BookState['protection'];
}

export function OwnerStep({ state, protection }: OwnerStepProps) {
  const { t } = useTranslation('book');
  const { input } = state;
  const own = [input.shopName, input.ownerName];
  const errors = useErrors(state, own);
  return (
    <div className={classes.twoColumns}>
      <div>
        <h1 className={classes.title}>{t('owner.title')}</h1>
        <p className={classes.lead}>
          {t('owner.lead')}
          <br />
          {t('owner.lead2')}
        </p>
        <div className={classes.fields}>
          <TextInput
            id="setup-ownerName"
            size="md"
            label={t('owner.name')}
            value={input.ownerName}
            onChange={(event) => state.set('ownerName', event.currentTarget.value)}
            onBlur={() => state.touch('ownerName')}
            error={state.complains('ownerName') && t('owner.nameError')}
            maxLength={40}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was just asked for; its first field takes the focus
            autoFocus
          />
          <NewPasswordField
            id="setup-password"
            label={t('owner.password')}
            value={input.password}
            own={own}
            onChange={(value) => state.set('password', value)}
            error={errors.password}
          />
          <SecretField
            id="setup-again"
            label={t('owner.again')}
            value={input.again}
            onChange={(value) => state.set('again', value)}
            onBlur={() => input.again !== '' && state.touch('again')}
            error={errors.again}
            autoComplete="new-password"
          />
          {protection !== 'os' && (
            <Text size="sm" c="var(--sk-ink-2)">
              {t('owner.weakPc')}
            </Text>
          )}
        </div>
      </div>
      <RecoveryCard
        id="setup-answer"
        sheet={state.sheet}
        shopName={input.shopName}
        answer={input.answer}
        onChange={(answer) => state.set('answer', answer)}
        onBlur={() => input.answer !== '' && state.touch('answer')}
        wrong={state.complains('answer')}
      />
    </div>
  );
}

function useErrors(
  state: FirstStartState,
  own: readonly string[],
): { readonly password: string | undefined; readonly again: string | undefined } {
  const { t } = useTranslation('book');
  const say = useWording();
  const { password, again } = state.input;
  const problem = passwordProblem(password, own);
  const short = password.startsWith(again) ? password.length - again.length : 0;
  return {
    password: state.complains('password') ? (password === '' ? t('owner.passwordError') : say(problem)) : undefined,
    again: state.complains('again') ? (short > 0 ? t('owner.shorter', { count: short }) : t('owner.differs')) : undefined,
  };
}
