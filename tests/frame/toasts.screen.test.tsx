// What went wrong is seen: a failure never waits behind others for its turn.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuse } from '../../shared/errors';
import { showFailure } from '../../renderer/core/ui/toasts';
import { anApp, type TestApp } from '../support/app';
import { renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

test('the newest failure is on the screen however many were left open, and the oldest makes room', async () => {
  await renderApp({ app });
  await screen.findByRole('link', { name: '客户' });
  for (const failure of [refuse('file.empty'), refuse('file.no-rows'), refuse('exports.nothing'), refuse('photos.svg')])
    showFailure(failure);
  showFailure(refuse('book.disk-error'));
  await screen.findByText(/磁盘读写出错/);
  await waitFor(() => expect(screen.queryByText('文件是空的。')).toBeNull());
});
