// One line of the palette: a client with pinyin, tier, alert, phone and last visit, or a command with its key.

import type { FoundClient } from '../../shared/clients/contract';
import { HIDDEN } from '../../shared/core/marks';
import { ClientName } from '../clients/ClientName';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { Masked } from '../core/ui/Masked';
import { Avatar, Mark } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import type { Entry } from './entries';
import classes from './Palette.module.css';

export interface PaletteEntryProps {
  readonly id: string;
  readonly entry: Entry;
  readonly current: boolean;
  readonly pick: () => void;
  readonly hover: () => void;
}

export function PaletteEntry({ id, entry, current, pick, hover }: PaletteEntryProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role -- the field above owns the keys of its list box
    <div
      id={id}
      className={classes.entry}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option holds text only, a client's line more
      role="option"
      aria-selected={current}
      tabIndex={-1}
      data-current={current || undefined}
      onClick={pick}
      onMouseMove={current ? undefined : hover}
    >
      {entry.client ? <Client client={entry.client} /> : <Command entry={entry} />}
    </div>
  );
}

function Client({ client }: { readonly client: FoundClient }) {
  const format = useFormat();
  const today = useToday();
  return (
    <>
      <Avatar name={client.name} size={26} />
      <span className={classes.who}>
        <ClientName client={client} />
        <TierLabel tier={client.tier} />
      </span>
      {client.phone !== null && (
        <span className={`num ${classes.phone}`}>
          {client.phone.includes(HIDDEN) ? (
            <Masked text={client.phone} />
          ) : (
            <Mark text={client.phone} ranges={client.match?.field === 'phone' ? client.match.ranges : []} />
          )}
        </span>
      )}
      <span className={`num ${classes.last}`}>{client.lastVisitOn && format.relative(client.lastVisitOn, today)}</span>
    </>
  );
}

function Command({ entry: { icon: EntryIcon, label, note, keys } }: { readonly entry: Entry }) {
  return (
    <>
      <span className={classes.icon}>{EntryIcon && <EntryIcon size={18} stroke={1.6} aria-hidden="true" />}</span>
      <span className={classes.label}>{label}</span>
      {note && <span className={classes.note}>{note}</span>}
      {keys && (
        <span className={classes.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </>
  );
}
