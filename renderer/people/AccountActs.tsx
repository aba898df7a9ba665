// What an owner can do to somebody's account: a new start password, disable, enable, remove.

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../shared/people/contract';
import { confirm } from '../core/ui/confirm';
import { showDone, showFailure } from '../core/ui/toasts';
import classes from './Accounts.module.css';
import type { GivenPassword } from './StartPassword';
import { useAccountJob } from './useAccountJob';

export interface AccountActsProps {
  readonly account: Account;
  readonly give: (given: GivenPassword) => void;
  /** The row is no longer where it was. */
  readonly gone: () => void;
}

export function AccountActs({ account: { id, name, state }, give, gone }: AccountActsProps) {
  const { t } = useTranslation('accounts');
  const reset = useAccountJob('people.resetPassword');
  const enable = useAccountJob('people.enable');
  const ask = useQuestion(name);
  const end = useEnd({ id, name, gone });
  async function renew(job: typeof reset | typeof enable): Promise<void> {
    const result = await job.start({ id });
    if (!result.ok) return showFailure(result.error);
    give({ name, startPassword: result.value.startPassword });
    if (job === enable) gone();
  }
  async function askAndReset(): Promise<void> {
    if (await ask('reset')) await renew(reset);
  }
  return (
    <>
      <div className={classes.acts}>
        {state === 'disabled' ? (
          <Button variant="default" size="compact-sm" loading={enable.running} onClick={() => void renew(enable)}>
            {t('enable.do')}
          </Button>
        ) : (
          <>
            <Button variant="default" size="compact-sm" loading={reset.running} onClick={() => void askAndReset()}>
              {t('reset.do')}
            </Button>
            <Button variant="outline" size="compact-sm" color="var(--sk-danger)" onClick={() => void end('disable')}>
              {t('disable.do')}
            </Button>
          </>
        )}
        <Button variant="outline" size="compact-sm" color="var(--sk-danger)" onClick={() => void end('remove')}>
          {t('remove.do')}
        </Button>
      </div>
      <p className={classes.small}>{t('endHint')}</p>
    </>
  );
}

type Step = 'reset' | 'disable' | 'remove';

function useQuestion(name: string): (step: Step) => Promise<boolean> {
  const { t } = useTranslation('accounts');
  return (step) =>
    confirm({
      title: t(`${step}.title`, { name }),
      body: t(`${step}.body`, { name }),
      safe: t(`${step}.safe`),
      act: t(`${step}.act`),
      danger: step !== 'reset',
    });
}

function useEnd({
  id,
  name,
  gone,
}: Pick<Account, 'id' | 'name'> & { readonly gone: () => void }): (step: 'disable' | 'remove') => Promise<void> {
  const { t } = useTranslation('accounts');
  const ask = useQuestion(name);
  const navigate = useNavigate();
  const jobs = { disable: useAccountJob('people.disable'), remove: useAccountJob('people.remove') };
  return async (step) => {
    if (!(await ask(step))) return;
    const result = await jobs[step].start({ id });
    if (!result.ok) return showFailure(result.error);
    gone();
    const keys = (
      <Button
        variant="subtle"
        size="compact-sm"
        c="var(--sk-accent-text)"
        onClick={() => void navigate({ to: '/settings/$page', params: { page: 'security' } })}
      >
        {t('remove.keys')}
      </Button>
    );
    showDone(t(`${step}.done`, { name }), null, step === 'remove' ? keys : undefined);
  };
}
