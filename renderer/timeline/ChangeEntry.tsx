// What somebody changed of the client's record: field by field, the old value and the new one.

import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import { HIDDEN } from '../../shared/core/marks';
import type { ClientChange, FieldChange } from '../../shared/history/contract';
import { useFormat } from '../core/format';
import { Masked } from '../core/ui/Masked';
import { useChangeWords } from './change-words';
import { EntryFrame } from './EntryFrame';
import classes from './Timeline.module.css';

export function ChangeEntry({ on, change }: { readonly on: IsoDate; readonly change: ClientChange }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const words = useChangeWords();
  const { at, by, origin, undone, first, fields } = change;
  // What a relation is called stands on its line; together they are relations.
  const names = [...new Set(fields.map((one) => (one.field === 'relation' ? t('change.fields.relation') : words.nameOf(one))))];
  const title = (
    <>
      <b>{first ? t(origin === 'import' ? 'change.imported' : 'change.created') : t(`change.origins.${origin}`)}</b>
      {!first && <span>{format.list(names)}</span>}
      {undone && <span className={classes.quiet}>{t('change.undone')}</span>}
    </>
  );
  return (
    <EntryFrame on={on} time={format.clock(at)} icon={IconHistory} title={title} aside={<span className={classes.quiet}>{by}</span>}>
      {!first && <ChangeLines fields={fields} />}
    </EntryFrame>
  );
}

/** A line a field; `bare` where its name stands above already. */
export function ChangeLines({ fields, bare = false }: { readonly fields: readonly FieldChange[]; readonly bare?: boolean }) {
  const { t } = useTranslation('timeline');
  const words = useChangeWords();
  return (
    <dl className={classes.changes} data-bare={bare || undefined}>
      {fields.map((change, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- several of one field may have changed at once, and nothing is ever moved
        <div key={index}>
          <dt>{words.nameOf(change)}</dt>
          <dd>
            <Value text={words.valueOf(change, change.from)} gone />
            <IconArrowRight size={14} stroke={1.6} aria-hidden="true" />
            <VisuallyHidden>{t('change.became')}</VisuallyHidden>
            <Value text={words.valueOf(change, change.to)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ text, gone = false }: { readonly text: string; readonly gone?: boolean }) {
  return <span className={gone ? classes.was : undefined}>{text.includes(HIDDEN) ? <Masked text={text} /> : text}</span>;
}
