// In the panel of a correction: the visit was changed since it was opened.

import { useTranslation } from 'react-i18next';
import type { CurrentVisit } from '../../shared/visits/contract';
import { useFormat } from '../core/format';
import { StaleNotice } from '../core/ui/StaleNotice';
import { ChangesButton } from './ChangesButton';
import type { VisitForm } from './useVisitForm';
import { valuesOfVisit } from './visit-values';

interface StaleVisitProps {
  readonly form: VisitForm;
  readonly visit: CurrentVisit;
  /** It was struck out, or its client is no longer in the book. */
  readonly gone: boolean;
}

export function StaleVisit({ form, visit, gone }: StaleVisitProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { version, on, time, items, staff, amountCents, note } = visit;
  if (gone) return <StaleNotice says={t('gone')} />;
  if (form.values.version === null || form.values.version === version) return null;
  const now = [
    [format.day(on), time].filter(Boolean).join(' '),
    format.list(items.map(({ name }) => name)),
    amountCents === null ? null : format.money(amountCents),
    staff?.name,
    note,
  ];
  return (
    <StaleNotice
      says={t('stale')}
      choice={{
        now: now.filter(Boolean).join(' · '),
        mine: () => form.change({ version }),
        theirs: () => form.change(valuesOfVisit(visit)),
      }}
    >
      <ChangesButton visit={visit} />
    </StaleNotice>
  );
}
