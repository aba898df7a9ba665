// Providers and the door; what is behind it is loaded while somebody signs in.

import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { RouterHistory } from '@tanstack/react-router';
import { createElement, useEffect, useState, type ComponentType } from 'react';
import { BookGate } from './book/BookGate';
import { AppearanceProvider } from './core/Appearance';
import { createQueryClient, followChanges } from './core/queries';
import { Entrance } from './entrance';
import type { InsideProps } from './Inside';
import { WithSampleStrip } from './sample/SampleStrip';

const rooms = import('./Inside');
// Whoever comes in tells of a failure.
rooms.catch(() => undefined);

export interface AppParts {
  /** Null: the window's own. */
  readonly history: RouterHistory | null;
  readonly queries: QueryClient;
  /** 'test' leaves out transitions and measuring, which a page that is not drawn cannot do. */
  readonly env: 'default' | 'test';
}

/** Everything that lives as long as the window; tests bring a history in memory. */
export function createApp(history: RouterHistory | null = null, env: AppParts['env'] = 'default'): AppParts {
  return { history, queries: createQueryClient(), env };
}

export function App({ parts: { history, queries, env } }: { readonly parts: AppParts }) {
  const [entrance] = useState(() => new Entrance());
  const [turn, setTurn] = useState(0);
  useEffect(() => followChanges(queries), [queries]);
  function anotherPerson(): void {
    entrance.anotherPerson();
    setTurn((last) => last + 1);
  }
  return (
    <QueryClientProvider client={queries}>
      <AppearanceProvider env={env}>
        <ModalsProvider>
          <WithSampleStrip>
            <BookGate made={(at) => entrance.newBook(at === 'import' ? '/data' : '/today')} anotherPerson={anotherPerson}>
              <Rooms key={turn} history={history} entrance={entrance} />
            </BookGate>
          </WithSampleStrip>
          <Notifications position="bottom-right" containerWidth={400} limit={4} />
        </ModalsProvider>
      </AppearanceProvider>
    </QueryClientProvider>
  );
}

/** Nothing until they are there; not by Suspense, which holds back for a third of a second what comes soon after its first picture. */
function Rooms(props: InsideProps) {
  const [loaded, setLoaded] = useState<{ readonly Inside: ComponentType<InsideProps> } | { readonly failure: unknown } | null>(null);
  useEffect(() => {
    rooms.then(setLoaded, (failure: unknown) => setLoaded({ failure }));
  }, []);
  if (loaded === null) return null;
  if ('failure' in loaded) throw loaded.failure;
  return createElement(loaded.Inside, props);
}
