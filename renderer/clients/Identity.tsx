// Who the client is: alerts before everything else, then contact, tags, preferences, rhythm and what is missing.

import { useTranslation } from 'react-i18next';
import { ALERT_KINDS, type AlertKind } from '../../shared/preferences/contract';
import type { ClientPage } from '../../shared/clients/contract';
import { AlertBox } from '../core/ui/Alerts';
import { Avatar, Num } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import { PreferenceList } from '../preferences/PreferenceList';
import { BroughtOver } from './BroughtOver';
import classes from './ClientScreen.module.css';
import { ClientTags } from './ClientTags';
import { Contact } from './Contact';
import { Rhythm } from './Rhythm';
import { WhatIsMissing } from './WhatIsMissing';

export interface IdentityProps {
  readonly client: ClientPage;
  readonly addPreference: () => void;
}

export function Identity({ client, addPreference }: IdentityProps) {
  const { t } = useTranslation('clients');
  const { id, name, nickname, number, tier, gender } = client;
  return (
    <aside className={classes.identity} aria-label={t('page.who', { name })}>
      <div className={classes.who}>
        <Avatar name={name} size={56} />
        <div className={classes.names}>
          <h1>{name}</h1>
          <div className={classes.facts}>
            <TierLabel tier={tier} />
            <Num>{number}</Num>
            {gender !== null && <span>{t(`gender.${gender}`)}</span>}
            {nickname !== null && <span>{t('page.nickname', { nickname })}</span>}
          </div>
        </div>
      </div>
      <Alerts client={client} />
      <Contact client={client} />
      <ClientTags client={client} />
      <PreferenceList clientId={id} name={name} preferences={client.preferences} add={addPreference} />
      <Rhythm client={client} />
      <WhatIsMissing client={client} />
      <BroughtOver client={client} />
    </aside>
  );
}

function Alerts({ client: { preferences, askedNoAlerts } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const alerts = preferences.flatMap((one) => {
    const kind = ALERT_KINDS.find((alert): alert is AlertKind => alert === one.kind);
    return kind ? [{ ...one, kind }] : [];
  });
  if (alerts.length > 0) return <AlertBox alerts={alerts} />;
  return <p className={classes.noAlerts}>{t(askedNoAlerts ? 'page.askedNoAlerts' : 'page.notAsked')}</p>;
}
