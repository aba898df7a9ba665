// How a level looks: icon and word, never colour alone; and the legend that explains the four.

import { IconCheck, IconEye, IconEyeOff, IconMinus, IconPencil, IconUser, IconUsers, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import { isYesNo, type CellValue, type Choice, type RowId } from './permission-rows';
import classes from './Permissions.module.css';

const ICONS: Readonly<Record<Choice, Icon>> = {
  change: IconPencil,
  see: IconEye,
  masked: IconEyeOff,
  none: IconMinus,
  all: IconUsers,
  own: IconUser,
};

const LEGEND = ['change', 'see', 'masked', 'none'] as const;

/** What stands in the cell of a row: 改, 看, 遮蔽, 不可, 可以, 自己的. */
export function useChoiceWord(): (row: RowId, choice: Choice) => string {
  const { t } = useTranslation('people');
  return (row, choice) => {
    if (choice === 'own' || choice === 'all') return t(`value.${choice}`);
    return t(`levels.${choice === 'change' && isYesNo(row) ? 'allowed' : choice}`);
  };
}

/** Any value of a cell in words, the numbers with what they count. */
export function useValueWord(): (row: RowId, value: CellValue) => string {
  const { t } = useTranslation('people');
  const format = useFormat();
  const wordOf = useChoiceWord();
  return (row, value) => {
    if (value === null) return t('value.unlimited');
    if (typeof value === 'string') return wordOf(row, value);
    return t(row === 'export-rows' ? 'value.rows' : 'value.reveals', { number: format.count(value) });
  };
}

export function ChoiceFace({ row, choice }: { readonly row: RowId; readonly choice: Choice }) {
  const wordOf = useChoiceWord();
  const FaceIcon = choice === 'change' && isYesNo(row) ? IconCheck : ICONS[choice];
  return (
    <>
      <FaceIcon size={15} stroke={1.7} aria-hidden="true" />
      <span>{wordOf(row, choice)}</span>
    </>
  );
}

export function PermissionLegend() {
  const { t } = useTranslation('people');
  return (
    <dl className={classes.legend}>
      {LEGEND.map((level) => (
        <div key={level} className={classes.legendItem}>
          <dt className={classes.face} data-choice={level}>
            <ChoiceFace row="contact" choice={level} />
          </dt>
          <dd>{t(`legend.${level}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
