// The services most likely done, last time's first, each with its number key.

import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

/** As many as there are number keys within easy reach. */
export const PICKS = 6;

export interface ServicePicksProps {
  readonly services: VisitOffer['services'];
  readonly form: VisitForm;
}

export function ServicePicks({ services, form }: ServicePicksProps) {
  const { t } = useTranslation('visits');
  const missing = form.tried && form.problems.has('items');
  return (
    <section aria-labelledby="visit-services">
      <div className={classes.label}>
        <h3 id="visit-services">{t('services.title')}</h3>
        <span>{services.length === 0 ? t('services.none') : t('services.hint')}</span>
      </div>
      <div className={classes.picks}>
        {services.map((service, index) => (
          <Pick
            key={service.id}
            service={service}
            number={index + 1}
            chosen={form.values.items.some((item) => item.serviceId === service.id)}
            conflicts={form.conflicts.some((open) => open.id === service.id)}
            missing={missing}
            toggle={() => form.toggle(service)}
          />
        ))}
      </div>
      {missing && (
        <p className={classes.error} role="alert">
          {t('services.missing')}
        </p>
      )}
    </section>
  );
}

interface PickProps {
  readonly service: VisitOffer['services'][number];
  readonly number: number;
  readonly chosen: boolean;
  readonly conflicts: boolean;
  readonly missing: boolean;
  readonly toggle: () => void;
}

function Pick({ service, number, chosen, conflicts, missing, toggle }: PickProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { can } = useRights();
  return (
    <button
      type="button"
      className={classes.pick}
      aria-pressed={chosen}
      data-conflict={conflicts || undefined}
      data-missing={(missing && number === 1) || undefined}
      data-autofocus={number === 1 || undefined}
      title={service.name}
      onClick={toggle}
    >
      <span className={classes.key} aria-hidden="true">
        {chosen ? <IconCheck size={14} stroke={2} /> : number}
      </span>
      <span className={classes.service}>{service.name}</span>
      {service.lastTime && <span className={classes.last}>{t('services.lastTime')}</span>}
      {service.conflict && (
        <span className={classes.met}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          <Against of={service.conflict} />
        </span>
      )}
      <Num className={classes.pickPrice ?? ''}>
        {service.priceCents === null || !can('money.see') ? '' : format.money(service.priceCents).replace(/\.00$/, '')}
      </Num>
    </button>
  );
}

/** In a word or two: the sentence stands in the box once it is chosen. */
function Against({ of: conflict }: { readonly of: NonNullable<VisitOffer['services'][number]['conflict']> }) {
  const { t } = useTranslation(['visits', 'core']);
  if (conflict.kind === 'hidden') return t('conflict.mark');
  if (conflict.kind === 'patch-test') return t(`conflict.pick.${conflict.standing}`);
  return t(`alerts.${conflict.kind}`, { ns: 'core' });
}
