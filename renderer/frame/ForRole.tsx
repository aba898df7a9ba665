// A page for those who may use it; everybody else is told calmly, and from the start page is taken to one of theirs.

import { Button } from '@mantine/core';
import { Link, useNavigate, type RouteComponent } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../shared/permissions';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { firstPage } from '../settings/pages';
import { anyOf, usePlaces } from './places';

/** The screen, or what stands in its place for a role it is not for. Any of `needs` is enough. */
export function forRole(Screen: RouteComponent, needs: readonly Permission[]): RouteComponent {
  function ForRole() {
    return anyOf(useRights(), needs) ? <Screen /> : <NotForYou />;
  }
  // The router waits for it before it leaves the page that is on screen.
  return Object.assign(ForRole, { preload: async () => Screen.preload?.() });
}

/** The start page: whoever has no Today begins where they have something to do. */
export function startPage(Screen: RouteComponent, needs: readonly Permission[]): RouteComponent {
  return function StartPage() {
    return anyOf(useRights(), needs) ? <Screen /> : <Away />;
  };
}

function Away() {
  const { can } = useRights();
  const [first] = usePlaces();
  const navigate = useNavigate();
  const go = useEffectEvent(() => {
    if (first) void navigate({ to: first.to, replace: true });
    else void navigate({ to: '/settings/$page', params: { page: firstPage(can) }, replace: true });
  });
  useEffect(() => go(), []);
  return null;
}

export function NotForYou() {
  const { t } = useTranslation('frame');
  const { can } = useRights();
  const [first] = usePlaces();
  return (
    <Page title={t('notForYou')} lead={t('notForYouBody')}>
      {first ? (
        <Button component={Link} to={first.to} mt={16}>
          {t('goTo', { page: t(first.label) })}
        </Button>
      ) : (
        <Button mt={16} renderRoot={(props: object) => <Link {...props} to="/settings/$page" params={{ page: firstPage(can) }} />}>
          {t('goTo', { page: t('settings') })}
        </Button>
      )}
    </Page>
  );
}
