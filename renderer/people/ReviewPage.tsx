// Settings page 权限复核: who has which right, when it was last used, what nobody uses any more; signed off by the owner.

import { useTranslation } from 'react-i18next';
import type { Account, PermissionReview, Role } from '../../shared/people/contract';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { FootedPage } from './FootedPage';
import { proposalsOf } from './review-proposals';
import { ReviewFacts } from './ReviewFacts';
import { ReviewFoot } from './ReviewFoot';
import { ReviewProposals } from './ReviewProposals';
import { ReviewRoles } from './ReviewRoles';
import { useKept } from './useKept';

export function ReviewPage() {
  const { t } = useTranslation('people');
  const { t: tSettings } = useTranslation('settings');
  const { owner } = useRights();
  const review = useQuery('people.review', null);
  const roles = useQuery('people.roles', null);
  const accounts = useQuery('people.accounts', null);
  const error = review.error ?? roles.error ?? accounts.error;
  const frame = { title: tSettings('pages.review'), lead: t(owner ? 'review.lead' : 'review.readOnly') };
  if (error) {
    return (
      <FootedPage {...frame}>
        <ErrorState error={error} retry={() => void Promise.all([review.refetch(), roles.refetch(), accounts.refetch()])} />
      </FootedPage>
    );
  }
  if (!review.data || !roles.data || !accounts.data) {
    return (
      <FootedPage {...frame}>
        <LoadingRows rows={10} height={40} />
      </FootedPage>
    );
  }
  return <Review frame={frame} review={review.data} roles={roles.data} accounts={accounts.data} owner={owner} />;
}

interface ReviewProps {
  readonly frame: { readonly title: string; readonly lead: string };
  readonly review: PermissionReview;
  readonly roles: readonly Role[];
  readonly accounts: readonly Account[];
  readonly owner: boolean;
}

function Review({ frame, review, roles, accounts, owner }: ReviewProps) {
  const today = useToday();
  const proposals = proposalsOf(review, roles, accounts, today);
  const { taken, isTaken, toggle } = useKept(proposals);
  return (
    <FootedPage {...frame} foot={owner ? <ReviewFoot taken={taken} /> : undefined}>
      <ReviewFacts review={review} />
      <ReviewProposals review={review} proposals={proposals} isTaken={isTaken} toggle={owner ? toggle : null} />
      <ReviewRoles review={review} roles={roles} accounts={accounts} />
    </FootedPage>
  );
}
