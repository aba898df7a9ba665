// Above a form that changes something: that it goes on where it was left, and that somebody else has changed what it is about.

import { useTranslation } from 'react-i18next';
import type { ChangeForm } from '../change-form';
import { KeptNotice } from './KeptNotice';
import { StaleNotice } from './StaleNotice';

export interface ChangeNoticesProps {
  readonly form: Pick<ChangeForm<unknown>, 'leftAt' | 'startOver' | 'stale' | 'mine'>;
  /** As it stands now, in words; what is empty is left out. */
  readonly now: readonly (string | null | undefined)[];
}

export function ChangeNotices({ form, now }: ChangeNoticesProps) {
  const { t } = useTranslation('core');
  if (!form.stale) return <KeptNotice form={form} />;
  return <StaleNotice says={t('stale.says')} choice={{ now: now.filter(Boolean).join(' · '), mine: form.mine, theirs: form.startOver }} />;
}
