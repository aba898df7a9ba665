// What is behind the door: the routes, and the only file that knows all screens. Loaded while somebody signs in, so that the door is there sooner.

import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  RouterProvider,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isDataTab, type DataTab } from './data/tabs';
import type { Entrance } from './entrance';
import { forRole, startPage } from './frame/ForRole';
import { Frame } from './frame/Frame';
import { NotFound } from './frame/NotFound';
import { ReturnTo } from './frame/ReturnTo';
import { shortcutSheet } from './frame/shortcut-store';
import { resetWizard } from './imports/wizard';
import { palette } from './search/palette-store';
import { TodayScreen } from './today/TodayScreen';

// Only the page one begins with is loaded at once; the previous page stays until the next is there.
const ClientFormScreen = lazyRouteComponent(() => import('./clients/ClientFormScreen'), 'ClientFormScreen');
const ClientScreen = lazyRouteComponent(() => import('./clients/ClientScreen'), 'ClientScreen');
const ClientsScreen = lazyRouteComponent(() => import('./clients/ClientsScreen'), 'ClientsScreen');
const DataScreen = lazyRouteComponent(() => import('./data/DataScreen'), 'DataScreen');
const FollowUpsScreen = lazyRouteComponent(() => import('./follow-ups/FollowUpsScreen'), 'FollowUpsScreen');
const InsightsScreen = lazyRouteComponent(() => import('./loyalty/InsightsScreen'), 'InsightsScreen');
const RestoreScreen = lazyRouteComponent(() => import('./restore/RestoreScreen'), 'RestoreScreen');
const SettingsScreen = lazyRouteComponent(() => import('./settings/SettingsScreen'), 'SettingsScreen');
const LAZY: readonly RouteComponent[] = [
  ClientsScreen,
  ClientScreen,
  ClientFormScreen,
  FollowUpsScreen,
  InsightsScreen,
  DataScreen,
  SettingsScreen,
  RestoreScreen,
];

/** Longer than Today takes to be there. */
const BETWEEN_MS = 1500;

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => goTo('/today') }),
  createRoute({ getParentRoute: () => root, path: '/today', component: startPage(TodayScreen, ['clients.see']) }),
  createRoute({ getParentRoute: () => root, path: '/clients', component: forRole(ClientsScreen, ['clients.see']) }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/new',
    component: forRole(ClientFormScreen, ['clients.change']),
    validateSearch: newClientSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$id',
    component: forRole(ClientScreen, ['clients.see']),
    validateSearch: clientSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/clients/$id/edit', component: forRole(ClientFormScreen, ['clients.change']) }),
  createRoute({ getParentRoute: () => root, path: '/follow-ups', component: forRole(FollowUpsScreen, ['follow-ups.see']) }),
  createRoute({ getParentRoute: () => root, path: '/insights', component: forRole(InsightsScreen, ['insights.see']) }),
  createRoute({
    getParentRoute: () => root,
    path: '/data',
    component: forRole(DataScreen, ['import.change', 'export.change', 'settings.change']),
    validateSearch: dataSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/data/restore/$token', component: forRole(RestoreScreen, ['owner']) }),
  createRoute({ getParentRoute: () => root, path: '/settings/$page', component: SettingsScreen }),
]);

export interface InsideProps {
  /** A history in memory, of tests. */
  readonly history: RouterHistory | null;
  readonly entrance: Entrance;
}

export function Inside({ history, entrance }: InsideProps) {
  const [router] = useState(() => {
    const place = history ?? theHistory();
    const { at, afresh } = entrance.take();
    if (afresh) clearDesk();
    if (at !== null) place.push(at);
    return createAppRouter(place);
  });
  return (
    <ReturnTo router={router}>
      <RouterProvider router={router} />
    </ReturnTo>
  );
}

function Root() {
  useEffect(() => loadWhenIdle(LAZY), []);
  return <Frame />;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

/** One after the other once the first page stands, so that no later one is waited for. Returns how to stop. */
function loadWhenIdle([next, ...rest]: readonly RouteComponent[]): () => void {
  // a page that is not drawn is never idle
  if (next === undefined || !('requestIdleCallback' in window)) return () => undefined;
  let stop = () => clearTimeout(timer);
  const timer = setTimeout(() => {
    const idle = requestIdleCallback(() => {
      void next.preload?.();
      stop = loadWhenIdle(rest);
    });
    stop = () => cancelIdleCallback(idle);
  }, BETWEEN_MS);
  return () => stop();
}

function createAppRouter(history: RouterHistory) {
  return createRouter({ routeTree, history, defaultPreload: false, scrollRestoration: false });
}

/** The palette opens a client's page with a panel already out. */
function clientSearch(search: Record<string, unknown>): { readonly open?: 'visit' | 'follow-up' | 'note' | 'contact' } {
  const { open } = search;
  return open === 'visit' || open === 'follow-up' || open === 'note' || open === 'contact' ? { open } : {};
}

/** The foot of the rail opens the backups. */
function dataSearch(search: Record<string, unknown>): { readonly tab?: DataTab } {
  const { tab } = search;
  return isDataTab(tab) ? { tab } : {};
}

/** What was typed into the search goes into the form. */
function newClientSearch(search: Record<string, unknown>): { readonly text?: string } {
  return typeof search['text'] === 'string' || typeof search['text'] === 'number' ? { text: String(search['text']) } : {};
}

function goTo(to: '/today'): never {
  throw redirect({ to });
}

let kept: RouterHistory | null = null;

/** One for the window, whoever sits before it: each would listen on its own. */
function theHistory(): RouterHistory {
  kept ??= createHashHistory();
  return kept;
}

function clearDesk(): void {
  palette.close();
  shortcutSheet.close();
  resetWizard();
}
