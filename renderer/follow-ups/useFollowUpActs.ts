// What can be done with a follow-up from any list: each act says what it did and offers to undo.

import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import type { Channel } from '../../shared/contacts/channel';
import type { BoardLine, Outcome } from '../../shared/follow-ups/contract';
import { HIDDEN } from '../../shared/core/marks';
import { useToday } from '../core/clock';
import { copyText } from '../core/copy';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { showDone } from '../core/ui/toasts';
import { askReveal } from '../reveals/ask-reveal';
import { lastWay, rememberWay } from './last-way';

/** All that an act needs of the line it is done on. */
export interface ActedOn {
  readonly id: BoardLine['id'];
  readonly client: Pick<BoardLine['client'], 'name'>;
}

export interface FollowUpActs {
  /** `channel`: by which way; where nobody says, the one last used. */
  complete(line: ActedOn, outcome: Outcome, note: string, channel?: Channel): Promise<boolean>;
  snooze(line: ActedOn, until: IsoDate): Promise<boolean>;
  drop(line: ActedOn, reason: string): Promise<boolean>;
  copyWechat(line: BoardLine): Promise<void>;
}

export function useFollowUpActs(): FollowUpActs {
  const { t } = useTranslation(['followUps', 'contacts']);
  const format = useFormat();
  const today = useToday();
  const { can } = useRights();
  const completing = useCommand('followUps.complete');
  const snoozing = useCommand('followUps.snooze');
  const dropping = useCommand('followUps.drop');
  return {
    async complete({ id, client: { name } }, outcome, note, chosen = lastWay()) {
      const said = note.trim();
      const channel = can('clients.change') ? chosen : null;
      const result = await completing.run({ id, outcome, note: said === '' ? null : said, channel });
      if (!result.ok) return false;
      if (channel !== null) rememberWay(channel);
      const facts = { name, outcome: t(`outcomes.${outcome}`) };
      showDone(
        channel === null ? t('said.done', facts) : t('said.doneBy', { ...facts, way: t(`channels.${channel}`, { ns: 'contacts' }) }),
        result.act,
      );
      return true;
    },
    async snooze({ id, client: { name } }, until) {
      const result = await snoozing.run({ id, until });
      if (result.ok) showDone(t('said.snoozed', { name, day: format.shortDay(until, today) }), result.act);
      return result.ok;
    },
    async drop({ id, client: { name } }, reason) {
      const result = await dropping.run({ id, reason });
      if (result.ok) showDone(t('said.dropped', { name }), result.act);
      return result.ok;
    },
    async copyWechat({ wechat: known, client: { id, name } }) {
      rememberWay('wechat');
      const wechat = known?.includes(HIDDEN) ? await shownWechat({ id, name }) : known;
      if (wechat === undefined) return;
      if (wechat === null) showDone(t('said.noWechat', { name }));
      else if (await copyText(wechat)) showDone(t('said.copiedWechat', { name }));
      // what could not be copied is at least shown
      else showDone(wechat);
    },
  };
}

/** Undefined when the person thought better of it. */
async function shownWechat(client: { readonly id: string; readonly name: string }): Promise<string | null | undefined> {
  const revealed = await askReveal(client, 'contact');
  return revealed?.what === 'contact' ? revealed.wechat : undefined;
}
