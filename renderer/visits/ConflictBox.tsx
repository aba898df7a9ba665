// A chosen service meets a health alert: says which, and stands in the way until somebody decides.

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { OpenConflict, VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function ConflictBox({ form, client }: { readonly form: VisitForm; readonly client: ClientPage }) {
  const { t } = useTranslation(['visits', 'core']);
  if (form.conflicts.length === 0) return null;
  const detailOf = ({ conflict }: OpenConflict): string =>
    client.preferences.find((one) => one.kind === conflict.kind && one.text === conflict.text)?.detail ?? '';
  function goOn({ service, conflict }: OpenConflict): void {
    const reason = t(conflict.kind === 'allergy' ? 'conflict.reasonPatchTest' : 'conflict.reasonConfirmed');
    form.change({ overrides: [...form.values.overrides, { serviceId: service.id, reason }] });
  }
  return (
    <div className={classes.conflicts} role="alert">
      {form.conflicts.map((open) => (
        <div key={open.service.id} className={classes.conflict}>
          <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" />
          <div>
            <div className={classes.conflictTitle}>
              {t('conflict.title', {
                service: open.service.name,
                ingredient: open.conflict.ingredient,
                name: client.name,
                kind: t(`alerts.${open.conflict.kind}`, { ns: 'core' }),
                text: open.conflict.text,
              })}
            </div>
            <div>{`${detailOf(open)}${t('conflict.body')}`}</div>
            <div className={classes.decisions}>
              <Button variant="default" size="compact-sm" data-decide onClick={() => form.toggle(open.service)}>
                {t('conflict.drop')}
              </Button>
              <Button variant="subtle" color="gray" size="compact-sm" className={classes.goOn} onClick={() => goOn(open)}>
                {t(open.conflict.kind === 'allergy' ? 'conflict.patchTest' : 'conflict.confirmed')}
              </Button>
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}
