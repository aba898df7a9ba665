// A book that is not opened: every reason has its own calm page, and nothing of the shop or its clients is shown.

import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen } from '../support/screen';

let app: TestApp;

afterEach(() => app.close());

describe('refused book', () => {
  it('says that a file cut short was not opened and not changed', async () => {
    app = await anApp();
    app.house.lock('key');
    const book = readdirSync(path.join(app.folder, 'book')).find((file) => file.endsWith('.db'));
    truncateSync(path.join(app.folder, 'book', book!), 100);
    await renderApp({ app });
    expect(await screen.findByRole('heading', { name: '客户簿打不开，文件有损坏' })).toBeTruthy();
    expect(screen.getByText('没有改动任何文件，也没有上传任何东西。')).toBeTruthy();
    expect(document.body.textContent).not.toContain('棠舍');
    await expectAccessible();
  });
});
