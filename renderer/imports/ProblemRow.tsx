// One problem: where it is, what stands there, what is wrong with it in words, and what will be done.

import { Button, NativeSelect } from '@mantine/core';
import { IconCircleX, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '../../shared/imports/contract';
import { problemSentence } from '../../shared/imports/words';
import { currentLanguage } from '../core/i18n';
import classes from './Imports.module.css';
import { treatmentOf } from './outcome';
import { leaveOut } from './steps';
import { useWizard } from './wizard';

const ICONS = { rejects: IconCircleX, warns: IconHelpCircle, notes: IconInfoCircle };

export interface ProblemRowProps {
  readonly problem: ImportProblem;
  readonly onFix: (problem: ImportProblem) => void;
}

export function ProblemRow({ problem, onFix }: ProblemRowProps) {
  const { t } = useTranslation('imports');
  const { row, column, title, original, severity, code, details } = problem;
  const SeverityIcon = ICONS[severity];
  const fixed = useWizard().fixes.some((fix) => fix.row === row && fix.column === column);
  return (
    <tr data-row>
      <td className={`num ${classes.rowNumber}`}>{row}</td>
      <td className={classes.problemColumn} title={title ?? undefined}>
        {title ?? t('check.wholeRow')}
      </td>
      <td className={classes.original} title={original}>
        {original || t('check.blank')}
        {fixed && <span className={classes.fixed}>{t('check.fixed')}</span>}
      </td>
      <td>
        <span className={classes.problem} data-severity={severity}>
          <SeverityIcon size={16} stroke={1.6} aria-hidden="true" />
          {problemSentence(currentLanguage(), code, details)}
        </span>
      </td>
      <td className={classes.treatment}>
        <Treatment problem={problem} />
      </td>
      <td className={classes.fix}>
        {column !== null && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onFix(problem)}>
            {t('check.fix')}
            <span className="visually-hidden">{t('check.fixLabel', { row, column: title ?? '' })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function Treatment({ problem }: { readonly problem: ImportProblem }) {
  const { t } = useTranslation('imports');
  const { skipRows } = useWizard();
  const { row, severity } = problem;
  if (severity === 'rejects') return <span className={classes.leftOut}>{t('check.leftOut')}</span>;
  return (
    <NativeSelect
      size="sm"
      aria-label={t('check.treatmentOf', { row })}
      data={[
        { value: 'keep', label: t(`check.${treatmentOf(problem)}`) },
        { value: 'skip', label: t('check.leaveOut') },
      ]}
      value={skipRows.has(row) ? 'skip' : 'keep'}
      onChange={(event) => leaveOut(row, event.currentTarget.value === 'skip')}
    />
  );
}
