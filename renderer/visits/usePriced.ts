// The services and products this person may record: who may not set prices has only those that have one.

import type { VisitOffer } from '../../shared/visits/contract';
import { useRights } from '../core/rights';

export function usePriced(offer: VisitOffer): VisitOffer {
  const { can } = useRights();
  if (can('money.change')) return offer;
  const priced = (one: { readonly priceCents: unknown }) => one.priceCents !== null;
  return { ...offer, services: offer.services.filter(priced), products: offer.products.filter(priced) };
}
