// An import under way: title and steps above, columns or problems between, and a foot that says what has not been written yet.

import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import { Page } from '../core/ui/Page';
import { StepList } from '../core/ui/StepList';
import { CheckStep } from './CheckStep';
import classes from './Imports.module.css';
import { MatchStep } from './MatchStep';
import { useWizard } from './wizard';
import { WizardFoot } from './WizardFoot';

const STEPS = ['choose', 'match', 'check', 'write'] as const;

export function ImportWizard() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { step, kind, list, work } = useWizard();
  if (!list) return null;
  const current = work?.what === 'writing' ? 3 : step === 'check' ? 2 : 1;
  const rows = format.count(list.rows);
  const lead = (
    <span className={classes.lead}>
      <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />
      {list.sheet === null
        ? t('lead.plain', { file: list.fileName, rows })
        : t('lead.sheet', { file: list.fileName, sheet: list.sheet, rows })}
    </span>
  );
  return (
    <div className={classes.wizard}>
      <div className={classes.wizardBody}>
        <Page
          title={t(`title.${kind}`)}
          lead={lead}
          aside={
            <div className={classes.steps}>
              <StepList steps={STEPS.map((name) => t(`steps.${name}`))} current={current} label={t('steps.label')} />
            </div>
          }
        >
          {step === 'check' ? <CheckStep /> : <MatchStep list={list} />}
        </Page>
      </div>
      <WizardFoot />
    </div>
  );
}
