// A damaged book on screen: rescue what can be read, see what was lost, save that, sign in.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { salvageBook, type SalvageOrder } from '../../electron/salvage/salvage-book';
import { expectAccessible, renderApp, screen, within } from '../support/screen';
import { aClosedShop, damagePages, OWNERS_PASSWORD, signIn, someDamage, type Shop } from './damaged-app';

/** The real work, in this thread. */
const SAME_THREAD: Workers = {
  run: <Out,>(_name: string, input: unknown) => salvageBook(input as SalvageOrder, { progress: () => undefined }) as Promise<Out>,
};

let shop: Shop;

afterEach(() => shop.app.close());

describe('the page of a damaged book', () => {
  it('leads from the refusal through the rescue to the sign-in, in numbers', async () => {
    shop = await aClosedShop(40, { workers: SAME_THREAD });
    someDamage(shop);
    await expect(signIn(shop.app)).rejects.toMatchObject({ code: 'book.damaged' });
    const { user } = await renderApp({ app: shop.app });
    await screen.findByRole('heading', { name: '客户簿打不开，文件有损坏' });
    await user.click(screen.getByRole('button', { name: /抢救能读的部分/ }));
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: /开始抢救/ }));
    expect(await screen.findByText('请输入密码。')).toBeTruthy();
    await user.type(screen.getByLabelText('苏敏的密码'), 'falsch-und-lang{Enter}');
    expect(await screen.findByText(/密码不对/)).toBeTruthy();
    await user.clear(screen.getByLabelText('苏敏的密码'));
    await user.type(screen.getByLabelText('苏敏的密码'), `${OWNERS_PASSWORD}{Enter}`);
    await screen.findByRole('heading', { name: '抢救好了' });
    const rows = within(screen.getByRole('table', { name: '抢救结果' })).getAllByRole('row');
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(expect.arrayContaining(['客户', '到店']));
    await expectAccessible();
    const file = path.join(shop.app.folder, 'report.txt');
    shop.app.answers.saveFile.push(file);
    await user.click(screen.getByRole('button', { name: '存成文本' }));
    expect(await screen.findByText('已存好。')).toBeTruthy();
    expect(readFileSync(file, 'utf8')).toContain('抢救结果');
    await user.click(screen.getByRole('button', { name: '去登录' }));
    await user.type(await screen.findByLabelText('苏敏的密码'), `${OWNERS_PASSWORD}{Enter}`);
    expect(await screen.findByRole('navigation')).toBeTruthy();
  });

  it('says in English that nothing can be rescued without the first page, and takes the recovery key instead of a password', async () => {
    shop = await aClosedShop(5, { workers: SAME_THREAD });
    damagePages(shop, [1]);
    await expect(signIn(shop.app)).rejects.toMatchObject({ code: 'book.damaged' });
    const { user } = await renderApp({ app: shop.app, language: 'en' });
    await user.click(await screen.findByRole('button', { name: /Rescue what can be read/ }));
    await user.type(screen.getByLabelText('Password of 苏敏'), `${OWNERS_PASSWORD}{Enter}`);
    expect(await screen.findByText(/first page of the book cannot be read/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use the recovery key' }));
    await user.click(screen.getByRole('button', { name: 'Start the rescue' }));
    expect(await screen.findByText('Copy all 8 groups from the sheet.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('heading', { name: 'The book cannot be opened: the file is damaged' })).toBeTruthy();
  });
});
