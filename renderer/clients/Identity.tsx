// Who the client is: alerts before everything else, then contact, tags, preferences, rhythm and what is missing.

import { useTranslation } from 'react-i18next';
import { ShownAlertKind } from '../../shared/preferences/contract';
import type { ClientPage } from '../../shared/clients/contract';
import { useRights } from '../core/rights';
import { AlertBox } from '../core/ui/Alerts';
import { Num } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import { PatchTests } from '../patch-tests/PatchTests';
import { PhotoStrip } from '../photos/PhotoStrip';
import { Portrait } from '../photos/Portrait';
import { PreferenceList } from '../preferences/PreferenceList';
import { Relations } from '../relations/Relations';
import { RevealLine } from '../reveals/RevealLine';
import { useReveals } from '../reveals/RevealsProvider';
import { hidesAlerts } from '../reveals/shown-client';
import { BroughtOver } from './BroughtOver';
import classes from './ClientScreen.module.css';
import { ClientTags } from './ClientTags';
import { Contact } from './Contact';
import { OwnFieldLines } from './OwnFieldLines';
import { Rhythm } from './Rhythm';
import { WhatIsMissing } from './WhatIsMissing';

export interface IdentityProps {
  readonly client: ClientPage;
  /** Null for whoever may only read. */
  readonly addPreference: (() => void) | null;
}

export function Identity({ client, addPreference }: IdentityProps) {
  const { t } = useTranslation('clients');
  const { id, name, nickname, number, tier, gender } = client;
  return (
    <aside className={classes.identity} aria-label={t('page.who', { name })}>
      <div className={classes.who}>
        <Portrait clientId={id} name={name} />
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
      <PatchTests client={client} />
      <Contact client={client} />
      <OwnFieldLines client={client} />
      <ClientTags client={client} />
      <PreferenceList clientId={id} name={name} preferences={client.preferences} add={addPreference} />
      <Relations client={client} />
      <PhotoStrip clientId={id} name={name} inBin={client.deletedAt !== null} />
      <Rhythm client={client} />
      <WhatIsMissing client={client} />
      <BroughtOver client={client} />
    </aside>
  );
}

function Alerts({ client }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const { level } = useRights();
  const { left } = useReveals();
  const { preferences, askedNoAlerts } = client;
  const alerts = preferences.flatMap((one) => {
    const kind = ShownAlertKind.safeParse(one.kind);
    return kind.success ? [{ ...one, kind: kind.data }] : [];
  });
  // hidden, one line says it for all of them
  const shown = alerts.filter((alert, index) => alert.kind !== 'hidden' || alerts.findIndex(({ kind }) => kind === 'hidden') === index);
  // for whom alerts do not exist, nobody has been asked either
  if (level('health') === 'none') return null;
  const hidden = hidesAlerts(client);
  if (alerts.length > 0)
    return (
      <AlertBox alerts={shown}>
        {(hidden || left('health') !== null) && (
          <div className={classes.revealAlerts}>
            <RevealLine what="health" hidden={hidden} />
          </div>
        )}
      </AlertBox>
    );
  return <p className={classes.noAlerts}>{t(askedNoAlerts ? 'page.askedNoAlerts' : 'page.notAsked')}</p>;
}
