// What the check found: counts, kinds of problems, and every problem with what will be done about it.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked, ImportProblem } from '../../shared/imports/contract';
import { useFormat } from '../core/format';
import { EmptyState } from '../core/ui/states';
import { FixDialog } from './FixDialog';
import classes from './Imports.module.css';
import { groupOf, GROUPS, outcomeOf, type Group } from './outcome';
import { ProblemRow } from './ProblemRow';
import { useWizard } from './wizard';

const STEP = 100;

export function CheckStep() {
  const { t } = useTranslation('imports');
  const { checked } = useWizard();
  const [group, setGroup] = useState<Group | null>(null);
  const [shown, setShown] = useState(STEP);
  const [fixing, setFixing] = useState<ImportProblem | null>(null);
  if (!checked) return null;
  const urgent = checked.problems.filter((problem) => groupOf(problem) !== 'notes');
  const rows = group === null ? urgent : checked.problems.filter((problem) => groupOf(problem) === group);
  return (
    <>
      <div className={classes.checkHead}>
        <Counts checked={checked} />
        <Chips checked={checked} all={urgent.length} group={group} choose={setGroup} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={group === null ? t('check.allGood') : t('check.noneOfKind')}>
          {group === null ? t('check.allGoodBody') : undefined}
        </EmptyState>
      ) : (
        <Problems rows={rows.slice(0, shown)} onFix={setFixing} />
      )}
      {rows.length > shown && (
        <Button variant="default" size="compact-sm" mt={12} onClick={() => setShown(shown + STEP)}>
          {t('check.more', { count: rows.length - shown })}
        </Button>
      )}
      {checked.problemsTotal > checked.problems.length && (
        <p className={classes.hint}>{t('check.listed', { count: checked.problems.length })}</p>
      )}
      {fixing && <FixDialog problem={fixing} onClose={() => setFixing(null)} />}
    </>
  );
}

function Counts({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { skipRows } = useWizard();
  const counts = [
    { figure: outcomeOf(checked, skipRows).rows, words: t('check.importable') },
    { figure: checked.rejected + checked.warned, words: t('check.look') },
    { figure: 0, words: t('check.written') },
  ];
  return (
    <output className={classes.counts}>
      {counts.map(({ figure, words }) => (
        <span key={words}>
          <span className={`num ${classes.figure}`}>{format.count(figure)}</span>
          {words}
        </span>
      ))}
    </output>
  );
}

interface ChipsProps {
  readonly checked: Checked;
  readonly all: number;
  readonly group: Group | null;
  readonly choose: (group: Group | null) => void;
}

function Chips({ checked, all, group, choose }: ChipsProps) {
  const { t } = useTranslation('imports');
  const counted = GROUPS.map((name) => ({ name, count: checked.problems.filter((problem) => groupOf(problem) === name).length }));
  return (
    <fieldset className={classes.chips} aria-label={t('check.kinds')}>
      <Chip label={t('check.all')} count={all} on={group === null} onClick={() => choose(null)} />
      {counted
        .filter(({ name, count }) => count > 0 || name === group)
        .map(({ name, count }) => (
          <Chip key={name} label={t(`check.groups.${name}`)} count={count} on={group === name} onClick={() => choose(name)} />
        ))}
    </fieldset>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Chip({ label, count, on, onClick }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={on} onClick={onClick}>
      {label}
      <span className="num">{count}</span>
    </button>
  );
}

function Problems({ rows, onFix }: { readonly rows: readonly ImportProblem[]; readonly onFix: (problem: ImportProblem) => void }) {
  const { t } = useTranslation('imports');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.rowNumber}>
            {t('check.row')}
          </th>
          <th scope="col" className={classes.problemColumn}>
            {t('check.column')}
          </th>
          <th scope="col" className={classes.original}>
            {t('check.original')}
          </th>
          <th scope="col">{t('check.problem')}</th>
          <th scope="col" className={classes.treatment}>
            {t('check.treatment')}
          </th>
          <th scope="col" className={classes.fix}>
            <span className="visually-hidden">{t('check.fix')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((problem) => (
          <ProblemRow key={`${problem.row} ${problem.column} ${problem.code} ${problem.original}`} problem={problem} onFix={onFix} />
        ))}
      </tbody>
    </table>
  );
}
