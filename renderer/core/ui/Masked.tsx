// What this person may not see, in the place where it would stand: asterisks for the eye, 已隐藏 for the ear.

import { useTranslation } from 'react-i18next';
import { HIDDEN } from '../../../shared/core/marks';
import type { Cents } from '../../../shared/core/money';
import { useFormat } from '../format';
import { useRights } from '../rights';
import classes from './ui.module.css';

/** A phone, WeChat or address as it came: '138 **** 8533' keeps the digits that may be seen. */
export function Masked({ text }: { readonly text: string }) {
  const { t } = useTranslation('core');
  if (!text.includes(HIDDEN)) return text;
  const [before = '', ...after] = text.split(HIDDEN);
  return (
    <span className={classes.masked}>
      {before}
      <span className={classes.stars} aria-hidden="true">
        {HIDDEN}
      </span>
      <span className="visually-hidden">{t('hidden')}</span>
      {after.join(HIDDEN)}
    </span>
  );
}

/** An amount. Hidden it is ¥ ****; for whom amounts do not exist, nothing. */
export function Money({ amount, whole = false }: { readonly amount: Cents | null; readonly whole?: boolean }) {
  const format = useFormat();
  if (amount === null) return <HiddenMoney />;
  const text = format.money(amount);
  return <span className="num">{whole ? text.replace(/\.\d\d$/, '') : text}</span>;
}

function HiddenMoney() {
  const { level } = useRights();
  if (level('money') === 'none') return null;
  return (
    <span className="num">
      <Masked text={`¥ ${HIDDEN}`} />
    </span>
  );
}
