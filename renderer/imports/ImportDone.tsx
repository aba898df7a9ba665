// What an import brought: how many, what was kept as a remark, where to look, and how to take it back.

import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../core/data';
import { showDone } from '../core/ui/toasts';
import classes from './Imports.module.css';
import { resetWizard, type ImportResult } from './wizard';

export function ImportDone({ result: { id, kind, records, warned } }: { readonly result: ImportResult }) {
  const { t } = useTranslation('imports');
  const undo = useCommand('imports.undo');
  async function takeBack(): Promise<void> {
    const undone = await undo.run({ id });
    if (!undone.ok) return;
    showDone(t('batches.undone'));
    resetWizard();
  }
  return (
    <section className={classes.choose}>
      <output className={classes.doneTitle}>
        <IconCircleCheck size={24} stroke={1.6} color="var(--sk-success)" aria-hidden="true" />
        {t(`done.${kind}`, { count: records })}
      </output>
      <p className={classes.chooseBody}>
        {t('done.body')}
        {warned > 0 && (
          <>
            <br />
            {t('done.warned', { count: warned })}
          </>
        )}
      </p>
      <div className={classes.chooseActions}>
        <Button component={Link} to="/clients" onClick={() => resetWizard()}>
          {t('done.see')}
        </Button>
        <Button variant="default" onClick={() => resetWizard()}>
          {t('done.more')}
        </Button>
        <Button variant="subtle" color="gray" loading={undo.busy} onClick={() => void takeBack()}>
          {t('done.undo')}
        </Button>
      </div>
    </section>
  );
}
