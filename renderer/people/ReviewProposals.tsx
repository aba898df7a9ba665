// What nobody has used for 90 days: ticked to be taken away, each with its reason, and what is left of it.

import { Checkbox } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PermissionReview } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { SectionTitle } from '../core/ui/parts';
import { ChoiceFace } from './PermissionFace';
import { daysOfBook, proposalKey, type Proposal } from './review-proposals';
import classes from './Review.module.css';

export interface ReviewProposalsProps {
  readonly review: PermissionReview;
  readonly proposals: readonly Proposal[];
  readonly isTaken: (proposal: Proposal) => boolean;
  /** Null: to look at only. */
  readonly toggle: ((proposal: Proposal) => void) | null;
}

export function ReviewProposals({ review, proposals, isTaken, toggle }: ReviewProposalsProps) {
  const { t } = useTranslation('people');
  const young = daysOfBook(review, useToday());
  return (
    <section aria-labelledby="review-proposed">
      <SectionTitle id="review-proposed" {...(proposals.length > 0 ? { count: proposals.length } : {})}>
        {t('review.proposed')}
      </SectionTitle>
      {young !== null && <p className={classes.note}>{t('review.young', { count: young })}</p>}
      {young === null && proposals.length === 0 && <p className={classes.note}>{t('review.nothingProposed')}</p>}
      {proposals.length > 0 && (
        <>
          {toggle && <p className={classes.note}>{t('review.proposedLead')}</p>}
          <ul className={classes.proposals}>
            {proposals.map((proposal) => (
              <ProposalRow key={proposalKey(proposal)} proposal={proposal} taken={isTaken(proposal)} toggle={toggle} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly taken: boolean;
  readonly toggle: ((proposal: Proposal) => void) | null;
}

function ProposalRow({ proposal, taken, toggle }: ProposalRowProps) {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const format = useFormat();
  const { role, roleName, right, level, to, lastOn } = proposal;
  const name = nameOf({ role, roleName });
  const what = t(`rights.${right}.name`);
  return (
    <li className={classes.proposal}>
      {toggle && (
        <Checkbox checked={taken} aria-label={t('review.takeOne', { role: name, right: what })} onChange={() => toggle(proposal)} />
      )}
      <span className={classes.who}>{name}</span>
      <span className={classes.what}>{what}</span>
      <span className={classes.levels}>
        <span className={classes.level}>
          <ChoiceFace row={right} choice={level} />
        </span>
        {taken ? <IconArrowRight size={14} stroke={1.7} aria-hidden="true" /> : <span />}
        <span className={classes.level}>{taken ? <ChoiceFace row={right} choice={to} /> : t('review.stays')}</span>
      </span>
      <span className={`num ${classes.reason}`}>
        {lastOn === null ? t('review.never90') : t('review.since', { day: format.day(lastOn) })}
      </span>
    </li>
  );
}
