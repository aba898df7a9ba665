// How a client is named in a list: name, pinyin or what was found, alerts right after.

import type { FoundClient } from '../../shared/clients/contract';
import { AlertChips } from '../core/ui/Alerts';
import { Mark } from '../core/ui/parts';
import classes from './ClientList.module.css';
import { nameRangesOf } from './name-marks';

export function ClientName({ client }: { readonly client: FoundClient }) {
  const { name, nickname, match } = client;
  const inName = match?.field === 'name' ? match.ranges : match?.field === 'pinyin' ? nameRangesOf(name, client.pinyin, match.ranges) : [];
  return (
    <>
      <b>
        <Mark text={name} ranges={inName} />
      </b>
      {nickname !== null && (
        <span className={classes.aka}>
          <Mark text={nickname} ranges={match?.field === 'nickname' ? match.ranges : []} />
        </span>
      )}
      <Reason client={client} />
      <AlertChips kinds={client.alerts} />
    </>
  );
}

/** The line that says why a client was found, or how the name is read. */
function Reason({ client: { name, pinyin, number, match } }: { readonly client: FoundClient }) {
  if (match?.field === 'note' && match.excerpt !== null) return <Quiet text={match.excerpt} ranges={match.ranges} />;
  if (match?.field === 'number') return <Quiet text={number} ranges={match.ranges} />;
  if (!/\p{Script=Han}/u.test(name)) return null;
  return <Quiet text={pinyin} ranges={match?.field === 'pinyin' ? match.ranges : []} />;
}

function Quiet({ text, ranges }: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }) {
  return (
    <span className={classes.quiet}>
      <Mark text={text} ranges={ranges} />
    </span>
  );
}
