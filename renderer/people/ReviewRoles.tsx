// Who has what: every role with its people, every right it holds, when it was last used and by whom.

import { useTranslation } from 'react-i18next';
import type { Account, PermissionReview, ReviewedRight, Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { Num, SectionTitle } from '../core/ui/parts';
import { ChoiceFace } from './PermissionFace';
import classes from './Review.module.css';

export interface ReviewRolesProps {
  readonly review: PermissionReview;
  readonly roles: readonly Role[];
  readonly accounts: readonly Account[];
}

export function ReviewRoles({ review, roles, accounts }: ReviewRolesProps) {
  const { t } = useTranslation('people');
  return (
    <section aria-labelledby="review-who">
      <SectionTitle id="review-who">{t('review.who')}</SectionTitle>
      <table className={classes.table} aria-labelledby="review-who">
        <thead>
          <tr>
            <th scope="col" className={classes.rightColumn}>
              {t('review.right')}
            </th>
            <th scope="col" className={classes.levelColumn}>
              {t('review.level')}
            </th>
            <th scope="col" className={classes.dayColumn}>
              {t('review.lastUse')}
            </th>
            <th scope="col">{t('review.people')}</th>
          </tr>
        </thead>
        {roles
          .filter(({ key }) => key !== 'owner')
          .map((role) => (
            <RoleRows
              key={role.id}
              role={role}
              review={review}
              people={accounts.filter((account) => account.role === role.id && account.state !== 'disabled')}
            />
          ))}
      </table>
    </section>
  );
}

interface RoleRowsProps {
  readonly role: Role;
  readonly review: PermissionReview;
  readonly people: readonly Account[];
}

function RoleRows({ role, review, people }: RoleRowsProps) {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const format = useFormat();
  const names = people.length === 0 ? t('review.nobodyInRole') : format.list(people.map(({ name }) => name));
  return (
    <tbody>
      <tr className={classes.roleRow}>
        <th scope="rowgroup" colSpan={4}>
          {nameOf({ role: role.id, roleName: role.name })}
          <span className={classes.names}>{names}</span>
        </th>
      </tr>
      {people.length > 0 &&
        review.rights
          .filter((right) => right.role === role.id)
          .map((right) => <RightRow key={right.right} right={right} uses={review.uses} people={people} />)}
    </tbody>
  );
}

interface RightRowProps {
  readonly right: ReviewedRight;
  readonly uses: PermissionReview['uses'];
  readonly people: readonly Account[];
}

function RightRow({ right: { right, level, lastOn, unused }, uses, people }: RightRowProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const today = useToday();
  const dayOf = (id: Account['id']): string => {
    const use = uses.find((one) => one.accountId === id && one.right === right);
    return use ? format.shortDay(use.lastOn, today) : t('review.notYet');
  };
  return (
    <tr>
      <th scope="row">{t(`rights.${right}.name`)}</th>
      <td>
        <span className={classes.level}>
          <ChoiceFace row={right} choice={level} />
        </span>
      </td>
      <td className="num" data-unused={unused || undefined}>
        {lastOn === null ? t('review.neverUsed') : format.shortDay(lastOn, today)}
      </td>
      <td>
        <ul className={classes.each}>
          {people.map(({ id, name }) => (
            <li key={id}>
              {name} <Num>{dayOf(id)}</Num>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
