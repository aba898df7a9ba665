// One's own PIN in the settings: set, changed and taken away with the password.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, aPerson, OWNER, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

async function pinSection(): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: '换人用的PIN码' });
  return heading.parentElement!;
}

async function hasPin(): Promise<boolean | undefined> {
  return (await app.call('book.status', null)).session?.hasPin;
}

describe('one’s own PIN', () => {
  it('is set with the password, and can be taken away with it', async () => {
    const { user } = await renderApp({ app, route: '/settings/security' });
    const section = await pinSection();
    await user.click(within(section).getByLabelText('PIN码，第1位，共6位'));
    await user.keyboard('493817');
    await user.click(within(section).getByLabelText('再输一次，第1位，共6位'));
    await user.keyboard('493817');
    await user.type(within(section).getByLabelText('您的密码'), `${OWNER.password}{Enter}`);
    expect(await screen.findByText('PIN码已设好')).toBeTruthy();
    expect(await hasPin()).toBe(true);
    await expectAccessible();
    await user.click(await within(section).findByRole('button', { name: '不用PIN码了' }));
    expect(await within(section).findByText('请输入您的密码。')).toBeTruthy();
    await user.type(within(section).getByLabelText('您的密码'), OWNER.password);
    await user.click(within(section).getByRole('button', { name: '不用PIN码了' }));
    expect(await screen.findByText('PIN码已去掉')).toBeTruthy();
    expect(await hasPin()).toBe(false);
  });

  it('is refused when short, typed differently twice, or with a wrong password, each in words', async () => {
    const { user } = await renderApp({ app, route: '/settings/security' });
    const section = await pinSection();
    await user.click(within(section).getByLabelText('PIN码，第1位，共6位'));
    await user.keyboard('4938');
    await user.click(within(section).getByRole('button', { name: '设PIN码' }));
    expect(await within(section).findByText('要六位数字。')).toBeTruthy();
    await user.click(within(section).getByLabelText('PIN码，第5位，共6位'));
    await user.keyboard('17');
    await user.click(within(section).getByLabelText('再输一次，第1位，共6位'));
    await user.keyboard('493818');
    await user.click(within(section).getByRole('button', { name: '设PIN码' }));
    expect(await within(section).findByText('和上面不一样。')).toBeTruthy();
    await user.click(within(section).getByLabelText('再输一次，第6位，共6位'));
    await user.keyboard('{Backspace}7');
    await user.type(within(section).getByLabelText('您的密码'), 'not-the-one{Enter}');
    expect(await within(section).findByText(/密码不对/)).toBeTruthy();
    expect(await hasPin()).toBe(false);
  });

  it('is everybody’s own matter, while the minutes until the lock are the shop’s', async () => {
    await takeOver(app, await aPerson(app, { name: '王芳', role: 'therapist' }));
    await renderApp({ app, route: '/settings/security' });
    expect(within(await pinSection()).getByRole('button', { name: '设PIN码' })).toBeTruthy();
    expect(await screen.findByText(/闲置\d+分钟自动锁定.*多久由老板定/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  });
});
