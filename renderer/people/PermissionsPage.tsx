// Settings page 权限: what each role may do. Nothing holds before it is saved; who may only look gets the same table without controls.

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import { useQuery } from '../core/data';
import { useDraft, type Draft } from '../core/draft';
import { useRights } from '../core/rights';
import { KeyHint } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { FootedPage, type FootedPageProps } from './FootedPage';
import { Edits } from './permission-draft';
import { PermissionFoot } from './PermissionFoot';
import { PermissionLegend } from './PermissionFace';
import { PermissionPassword } from './PermissionPassword';
import classes from './Permissions.module.css';
import { PermissionTable } from './PermissionTable';
import { RoleAddDialog } from './RoleAddDialog';
import { usePermissionDraft } from './usePermissionDraft';
import { usePermissionSave } from './usePermissionSave';
import { useLeaveGuard } from './useLeaveGuard';

export function PermissionsPage() {
  const { owner } = useRights();
  const roles = useQuery('people.roles', null);
  const draft = useDraft('permissions', readEdits);
  if (roles.error)
    return (
      <Frame>
        <ErrorState error={roles.error} retry={() => void roles.refetch()} />
      </Frame>
    );
  if (!roles.data || (owner && !draft.ready))
    return (
      <Frame>
        <LoadingRows rows={10} height={47} />
      </Frame>
    );
  return owner ? <Editor roles={roles.data} draft={draft} /> : <ReadOnly roles={roles.data} />;
}

function Editor({ roles, draft }: { readonly roles: readonly Role[]; readonly draft: Draft<Edits> }) {
  const { t } = useTranslation('people');
  const { edits, changes, set, discard } = usePermissionDraft(roles, draft);
  const saving = usePermissionSave(roles, edits, discard);
  const [adding, setAdding] = useState(false);
  useLeaveGuard(changes.length, discard);
  useShortcuts([
    { keys: 'Ctrl+S', label: t('foot.save'), run: saving.save },
    { keys: 'N', label: t('page.newRole'), run: () => setAdding(true) },
  ]);
  const newRole = (
    <Button variant="default" leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('page.newRole')}
    </Button>
  );
  return (
    <>
      <Frame
        aside={newRole}
        foot={<PermissionFoot {...{ roles, edits, changes }} busy={saving.busy} save={saving.save} discard={() => void discard()} />}
      >
        <PermissionTable roles={roles} edits={edits} set={set} />
        <div className={classes.hints}>
          <KeyHint keys={['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']}>{t('page.keys.move')}</KeyHint>
          <KeyHint keys={['Space']}>{t('page.keys.open')}</KeyHint>
          <KeyHint keys={['1', '2', '3', '4']}>{t('page.keys.digits')}</KeyHint>
        </div>
      </Frame>
      {adding && <RoleAddDialog roles={roles.filter(({ key }) => key !== 'owner')} close={() => setAdding(false)} />}
      {saving.asked && <PermissionPassword {...saving.asked} busy={saving.busy} />}
    </>
  );
}

function ReadOnly({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation('people');
  return (
    <Frame lead={t('page.readOnly')}>
      <PermissionTable roles={roles} edits={NO_EDITS} set={null} />
    </Frame>
  );
}

function Frame(props: Omit<FootedPageProps, 'title' | 'top'>) {
  const { t } = useTranslation('settings');
  return <FootedPage title={t('pages.permissions')} top={<PermissionLegend />} {...props} />;
}

const NO_EDITS: Edits = {};

function readEdits(value: unknown): Edits | null {
  const read = Edits.safeParse(value);
  return read.success ? read.data : null;
}
