// Somebody saves while an import is being written: they are told that it waits, and it is saved without their doing anything.

import { expect, it } from 'vitest';
import type { WorkerOptions, Workers } from '../../electron/core/workers';
import { readFile, SAME_THREAD } from '../imports/lists';
import { anApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

const WAITS = /您刚才这一步排在后面/;

function aSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

/** A thread that has the book to itself until `letGo`. */
function slowWriter() {
  const [begun, release] = [aSignal(), aSignal()];
  const workers: Workers = {
    run: async <Out,>(name: string, input: unknown, options?: WorkerOptions): Promise<Out> => {
      if (typeof input === 'object' && input !== null && 'order' in input) {
        begun.give();
        await release.given;
      }
      return SAME_THREAD.run<Out>(name, input, options);
    },
  };
  return { workers, begun: begun.given, letGo: release.give };
}

it('who saves while a list is being written is told that it waits, until it is saved', async () => {
  const { workers, begun, letGo } = slowWriter();
  const app = await anApp({ workers });
  try {
    const { matching } = await readFile(app, '老客户名单.xlsx');
    const { user } = await renderApp({ app, route: '/clients/new' });
    await user.type(await screen.findByRole('textbox', { name: /^姓名/ }), '林若溪');
    const importing = app.call('imports.commit', matching);
    await begun;
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByText(WAITS)).closest('output')).toBeTruthy();
    await expectAccessible();
    letGo();
    expect(await screen.findByRole('heading', { name: '林若溪' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(WAITS)).toBeNull());
    expect((await importing).records).toBe(330);
    expect((await app.call('clients.counts', null)).current).toBe(331);
  } finally {
    letGo();
    app.close();
  }
});
