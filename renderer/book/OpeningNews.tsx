// What keeps the book shut for a while after a right password: said under the form, in the order in which it happens.

import { useTranslation } from 'react-i18next';
import classes from './Outside.module.css';

export function OpeningNews({ stage: told }: { readonly stage: string | undefined }) {
  const { t } = useTranslation('book');
  const stage = STAGES.find((each) => each === told);
  return stage ? <output className={classes.checking}>{t(`opening.${stage}`)}</output> : null;
}

const STAGES = ['check', 'keep', 'migrate'] as const;
