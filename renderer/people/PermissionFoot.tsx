// The foot of the matrix: what has been changed, in words, and that none of it holds before it is saved.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { FootLines, FootNote, PageFoot } from './FootedPage';
import { heldIn, levelsIn, type Change, type Edits } from './permission-draft';
import { useValueWord } from './PermissionFace';
import type { HeldBy } from './words';

export interface PermissionFootProps {
  readonly roles: readonly Role[];
  readonly edits: Edits;
  readonly changes: readonly Change[];
  readonly busy: boolean;
  readonly save: () => void;
  readonly discard: () => void;
}

export function PermissionFoot({ roles, edits, changes, busy, save, discard }: PermissionFootProps) {
  const { t } = useTranslation('people');
  const sentences = useChangeSentences(changes);
  const reasons = useReasons(roles, edits);
  const any = changes.length > 0;
  const buttons = (
    <>
      {any && (
        <Button variant="subtle" color="gray" c="var(--sk-ink)" onClick={discard}>
          {t('foot.discard')}
        </Button>
      )}
      <Button loading={busy} rightSection={<Kbd keys="Ctrl+S" />} onClick={save}>
        {t('foot.save')}
      </Button>
    </>
  );
  return (
    <PageFoot title={any ? t('foot.changes', { count: changes.length }) : t('foot.none')} long={changes.length > 8} buttons={buttons}>
      {any ? <FootLines label={t('foot.list')} lines={sentences} /> : <FootNote>{t('foot.noneHint')}</FootNote>}
      {reasons.map((reason) => (
        <FootNote key={reason}>{reason}</FootNote>
      ))}
    </PageFoot>
  );
}

function useChangeSentences(changes: readonly Change[]): readonly string[] {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const wordOf = useValueWord();
  return changes.map(({ role, row, from, to }) =>
    t('foot.line', {
      role: nameOf({ role: role.id, roleName: role.name }),
      right: t(`rights.${row}.short`),
      from: wordOf(row, from),
      to: wordOf(row, to),
    }),
  );
}

/** For every role that has been touched: what of it is worth less than it says, and why. */
function useReasons(roles: readonly Role[], edits: Edits): readonly string[] {
  const { t } = useTranslation('people');
  const nameOf = useRoleName();
  const format = useFormat();
  const touched = roles.filter(({ id }) => Object.keys(edits).some((key) => key.startsWith(`${id} `)));
  return touched.flatMap((role) => {
    const held = heldIn(levelsIn(role, edits));
    return REASONS.filter((reason) => held.some(({ by }) => by === reason)).map((reason) => {
      const rights = held.filter(({ by }) => by === reason).map(({ right }) => t(`rights.${right}.short`));
      return t(`why.${reason}`, { role: nameOf({ role: role.id, roleName: role.name }), rights: format.list(rights) });
    });
  });
}

const REASONS: readonly HeldBy[] = ['clients', 'visits', 'money', 'import'];
