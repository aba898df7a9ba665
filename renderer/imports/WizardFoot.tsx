// The foot of the wizard: what has not happened yet, the way back, and the one step forward, which names its rows.

import { Button } from '@mantine/core';
import { IconAlertCircle, IconArrowRight, IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Imports.module.css';
import { checkRows, saveProblems, startOver, writeRows } from './steps';
import { outcomeOf } from './outcome';
import { changeWizard, useWizard } from './wizard';
import { WorkLine } from './WorkLine';

export function WizardFoot() {
  const { t } = useTranslation('imports');
  const { work, error, step, checked } = useWizard();
  const say = useWording();
  return (
    <footer className={classes.foot}>
      {work ? (
        <WorkLine work={work} />
      ) : error ? (
        <span className={classes.footError} role="alert">
          <IconAlertCircle size={16} stroke={1.6} aria-hidden="true" />
          {say(error)}
        </span>
      ) : (
        <span className={classes.footText}>
          <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
          {t('foot.nothingYet')}
        </span>
      )}
      {!work && (step === 'check' && checked ? <CheckButtons /> : <MatchButtons />)}
    </footer>
  );
}

function MatchButtons() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { list } = useWizard();
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('steps.check'), run: () => void checkRows() }]);
  return (
    <div className={classes.footButtons}>
      <Button variant="default" onClick={startOver}>
        {t('choose.again')}
      </Button>
      <Button rightSection={<IconArrowRight size={16} stroke={1.7} aria-hidden="true" />} onClick={() => void checkRows()}>
        {t('foot.check', { rows: format.count(list?.rows ?? 0) })}
      </Button>
    </div>
  );
}

function CheckButtons() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { checked, skipRows } = useWizard();
  const [saving, setSaving] = useState(false);
  const { rows, skipped } = outcomeOf(checked, skipRows);
  function write(): void {
    if (rows === 0) showDone(t('foot.nothingToWrite'));
    else void writeRows();
  }
  async function save(): Promise<void> {
    setSaving(true);
    const saved = await saveProblems();
    setSaving(false);
    if (saved) showDone(t('check.saved', { name: saved.fileName }));
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('steps.write'), run: write }]);
  return (
    <div className={classes.footButtons}>
      {(checked?.problemsTotal ?? 0) > 0 && (
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void save()}
        >
          {t('check.toExcel')}
        </Button>
      )}
      <Button variant="default" onClick={() => changeWizard({ step: 'match', error: null })}>
        {t('foot.back')}
      </Button>
      <Button rightSection={<Kbd keys="Ctrl+Enter" />} onClick={write}>
        {skipped === 0
          ? t('foot.write', { rows: format.count(rows) })
          : t('foot.writeSkip', { rows: format.count(rows), skipped: format.count(skipped) })}
      </Button>
    </div>
  );
}
