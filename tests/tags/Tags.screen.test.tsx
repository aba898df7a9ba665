// The settings of tags and tiers as the owner uses them, and a client with more tags than fit.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const names = async () => (await app.call('clients.tags', null)).map(({ name }) => name);

describe('the page of tags', () => {
  it('puts a tag into a group and says so in words, not in colour', async () => {
    await aClient(app, { tags: ['敏感肌', '老客'] });
    const { user } = await renderApp({ app, route: '/settings/tags' });
    await user.click(await screen.findByRole('cell', { name: '敏感肌' }));
    await user.type(screen.getByLabelText('分组', { selector: 'input' }), '肤质');
    await user.tab();
    expect(await screen.findByRole('cell', { name: /^肤质/ })).toBeTruthy();
    expect(screen.getByRole('cell', { name: /^没有分组/ })).toBeTruthy();
    await expectAccessible();
  });

  it('merges a tag into another one, and takes it back with undo', async () => {
    await aClient(app, { tags: ['老客'] });
    await aClient(app, { name: '李梦瑶', tags: ['熟客'] });
    const { user } = await renderApp({ app, route: '/settings/tags' });
    await user.click(await screen.findByRole('cell', { name: '老客' }));
    await user.click(screen.getByRole('combobox', { name: '并入另一个标签' }));
    await user.click(await screen.findByRole('option', { name: '熟客' }));
    await user.click(screen.getByRole('button', { name: '并入' }));
    await waitFor(async () => expect(await names()).toEqual(['熟客']));
    await user.click(await screen.findByRole('button', { name: /撤销/ }));
    await waitFor(async () => expect(new Set(await names())).toEqual(new Set(['老客', '熟客'])));
  });

  it('says at the field that a name is taken', async () => {
    await aClient(app, { tags: ['老客', '熟客'] });
    const { user } = await renderApp({ app, route: '/settings/tags' });
    await user.click(await screen.findByRole('cell', { name: '老客' }));
    const field = screen.getByRole('textbox', { name: '标签' });
    await user.clear(field);
    await user.type(field, '熟客');
    await user.tab();
    expect(await screen.findByText('已有叫“熟客”的标签。')).toBeTruthy();
  });
});

describe('the page of tiers', () => {
  it('adds a tier with its mark', async () => {
    const { user } = await renderApp({ app, route: '/settings/tiers' });
    await user.click(await screen.findByRole('button', { name: /新等级/ }));
    await user.type(await screen.findByRole('textbox', { name: '名称' }), '黑金{Enter}');
    expect(await screen.findByRole('cell', { name: '黑金' })).toBeTruthy();
    await expectAccessible();
  });
});

describe('a client with 200 tags', () => {
  it('shows the first ones and says how many more there are', async () => {
    const id = await aClient(app, { tags: Array.from({ length: 200 }, (_, index) => `标签${index}`) });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '还有180个标签' }));
    expect(await screen.findByText('标签199')).toBeTruthy();
  });
});
