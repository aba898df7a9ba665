// The foot of the review: what signing takes away, in words, and the signature.

import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRoleName } from '../book/role-name';
import { useJob, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { showDone, showFailure } from '../core/ui/toasts';
import { FootLines, FootNote, PageFoot } from './FootedPage';
import { useChoiceWord } from './PermissionFace';
import type { Proposal } from './review-proposals';

export function ReviewFoot({ taken }: { readonly taken: readonly Proposal[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const lines = useTakenLines(taken);
  const job = useJob('people.signReview');
  const review = useQuery('people.review', null);
  const count = taken.length;
  async function sign(): Promise<void> {
    if (job.running) return;
    const result = await job.start({ take: taken.map(({ role, right }) => ({ role, right })) });
    if (!result.ok) return showFailure(result.error);
    const { data } = await review.refetch();
    if (data) showDone(t('review.signed', { day: format.day(data.dueOn) }));
  }
  const label = count === 0 ? t('review.signNone') : t('review.signTake', { count });
  useShortcuts([{ keys: 'Ctrl+Enter', label, run: () => void sign() }]);
  const button = (
    <Button
      loading={job.running}
      leftSection={<IconSignature size={16} stroke={1.7} aria-hidden="true" />}
      rightSection={<Kbd keys="Ctrl+Enter" />}
      onClick={() => void sign()}
    >
      {label}
    </Button>
  );
  return (
    <PageFoot long={count > 8} title={count === 0 ? t('review.footNone') : t('review.footTake', { count })} buttons={button}>
      {count > 0 ? <FootLines label={t('review.footTake', { count })} lines={lines} /> : <FootNote>{t('review.footHint')}</FootNote>}
    </PageFoot>
  );
}

function useTakenLines(taken: readonly Proposal[]): readonly string[] {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const wordOf = useChoiceWord();
  return taken.map(({ role, roleName, right, level, to }) =>
    t('foot.line', {
      role: nameOf({ role, roleName }),
      right: t(`rights.${right}.short`),
      from: wordOf(right, level),
      to: wordOf(right, to),
    }),
  );
}
