// Above a form that changes something: that it goes on where it was left, and that somebody else has changed what it is about.

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeForm } from '../change-form';
import type { Command } from '../data';
import { KeptNotice } from './KeptNotice';
import { StaleNotice } from './StaleNotice';
import classes from './ui.module.css';

export interface ChangeNoticesProps {
  readonly form: Pick<ChangeForm<unknown>, 'leftAt' | 'startOver' | 'stale' | 'mine'>;
  /** What saves the form: its refusal for the same reason would say it twice. */
  readonly saving: Pick<Command<never>, 'error' | 'forget'>;
  /** As it stands now, in words; what is empty is left out. */
  readonly now: readonly (string | null | undefined)[];
}

export function ChangeNotices({ form, saving: { error, forget }, now }: ChangeNoticesProps) {
  const { t } = useTranslation('core');
  const twice = form.stale && error?.code === 'record.changed-meanwhile';
  const box = useRef<HTMLDivElement>(null);
  // whoever has just pressed the button at the end of a long form sees here why nothing was saved
  useEffect(() => {
    if (!twice) return;
    forget();
    box.current?.scrollIntoView({ block: 'nearest' });
  });
  if (!form.stale) return <KeptNotice form={form} />;
  return (
    <div className={classes.above} ref={box}>
      <StaleNotice says={t('stale.says')} choice={{ now: now.filter(Boolean).join(' · '), mine: form.mine, theirs: form.startOver }} />
    </div>
  );
}
