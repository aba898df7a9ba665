// Reveals 显示: a masked value shown for a reason, so many a day, and always in the audit log.

import { maskPhonesIn } from '../../shared/core/marks';
import type { ParsedInputOf } from '../../shared/core/operation';
import type { AppContract, OperationOf } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { RevealCount, Revealed, RevealKind } from '../../shared/reveals/contract';
import { clientRowId } from '../clients/own';
import { contactOf, spentBy } from '../clients/service';
import type { CommandContext, Services } from '../core/context';
import { demand, may } from '../core/demand';
import { checkApproval } from '../people/approval';
import type { Pins } from '../people/pins';
import { revealedTests } from '../patch-tests/service';
import { revealedAlerts } from '../preferences/service';
import { amountsOf } from '../visits/service';
import { revealsToday } from './today';

export interface RevealParts {
  readonly pins: Pins;
}

type Wish = ParsedInputOf<OperationOf<'reveals.show'>>;

export function createRevealsService({ pins }: RevealParts) {
  return {
    count: (_input, context) => revealsToday(context),
    show(wish, context) {
      const id = clientRowId(context, wish.clientId);
      const { count, counted, approvedBy } = admit(pins, wish, context);
      const { what, reason } = wish;
      context.trail.note({ what, reason: maskPhonesIn(reason), approvedBy, counted }, { client: wish.clientId });
      return shown(what, id, count, context);
    },
  } satisfies Services<AppContract>['reveals'];
}

interface Admitted {
  readonly count: RevealCount;
  readonly counted: boolean;
  /** The uid of the account that agreed. */
  readonly approvedBy: string | null;
}

/** Beyond the daily number it takes a second person each time. What somebody may see anyway costs nothing. */
function admit(pins: Pins, { what, approval }: Wish, context: CommandContext): Admitted {
  const before = revealsToday(context);
  if (may(context, what, 'see')) return { count: before, counted: false, approvedBy: null };
  demand(context, what, 'masked');
  const count = { ...before, today: before.today + 1 };
  if (before.limit === null || count.today <= before.limit) return { count, counted: true, approvedBy: null };
  if (approval === null) throw new AppError('reveals.limit', { limit: before.limit });
  const { uid } = checkApproval(pins, context, approval, { for: 'reveal' });
  return { count, counted: true, approvedBy: uid };
}

function shown(what: RevealKind, id: number, count: RevealCount, context: CommandContext): Revealed {
  if (what === 'contact') return { what, ...contactOf(context, id), count };
  if (what === 'health') return { what, alerts: revealedAlerts(context, id), tests: revealedTests(context, id), count };
  return { what, spentCents: spentBy(context, id), visits: amountsOf(context, id), count };
}
