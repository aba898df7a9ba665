// What a sheet of paper may show: never a whole phone, whoever prints it, because paper is left lying about.

import type { Context } from '../core/context';
import { may } from '../core/demand';
import type { Sights } from '../core/masking';

export function sightsOnPaper(context: Context): Sights {
  return {
    contact: may(context, 'contact', 'masked') ? 'masked' : 'none',
    money: may(context, 'money', 'see') ? 'full' : may(context, 'money', 'masked') ? 'masked' : 'none',
  };
}
