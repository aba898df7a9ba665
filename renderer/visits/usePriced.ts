// The services this person may record: who may not set prices has only those that have one.

import type { VisitOffer } from '../../shared/visits/contract';
import { useRights } from '../core/rights';

export function usePriced(offer: VisitOffer): VisitOffer {
  const { can } = useRights();
  return can('money.change') ? offer : { ...offer, services: offer.services.filter(({ priceCents }) => priceCents !== null) };
}
