// One entry: time, icon, sentence, number; the current one is open and says the rest.

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../shared/audit/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import type { RowProps } from '../core/ui/listCursor';
import { Num } from '../core/ui/parts';
import classes from './Audit.module.css';
import { EventIcon } from './EventIcon';
import type { LogFilter } from './log-filter';
import { RowDetails } from './RowDetails';
import { isTrouble, sentenceOf, type Names } from './sentence';

export interface LogRowProps {
  readonly entry: AuditEntry;
  readonly names: Names;
  readonly open: boolean;
  readonly rowProps: RowProps;
  readonly choose: () => void;
  readonly only: (client: LogFilter['client']) => void;
}

export function LogRow({ entry, names, open, rowProps, choose, only }: LogRowProps) {
  const format = useFormat();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- rows are virtual and may hold a list of facts; keys come from the list's cursor
    <div {...rowProps} role="listitem" aria-current={open || undefined} className={classes.row} onClick={choose}>
      <div className={classes.line}>
        <Num className={classes.time ?? ''}>{format.clock(entry.at)}</Num>
        <EventIcon event={entry.event} trouble={isTrouble(entry)} />
        <Sentence entry={entry} names={names} />
        <Num className={classes.id ?? ''}>{format.count(entry.id)}</Num>
      </div>
      {open && <RowDetails entry={entry} names={names} only={only} />}
    </div>
  );
}

function Sentence({ entry, names }: { readonly entry: AuditEntry; readonly names: Names }) {
  const { t } = useTranslation('audit');
  const { can } = useRights();
  const { client } = entry;
  return (
    <span className={classes.sentence}>
      {sentenceOf(entry, names).map((piece, index) => {
        // a sentence never changes its order
        const key = `${index} ${piece.text}`;
        if (piece.kind === 'text') return <span key={key}>{piece.text}</span>;
        if (piece.kind === 'who' || client === null) return <b key={key}>{piece.text}</b>;
        if (client.name === null || !can('clients.see')) return <b key={key}>{piece.text}</b>;
        return (
          <Link
            key={key}
            to="/clients/$id"
            params={{ id: client.id }}
            className={classes.client}
            title={t('row.goTo', { name: piece.text })}
            tabIndex={-1}
          >
            {piece.text}
          </Link>
        );
      })}
    </span>
  );
}
