// The hardening list, point by point, asserted in the running app.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await running.page.waitForSelector('#root > *');
});
afterAll(() => running.close());

test('the page has no Node, no require, no process', async () => {
  const seen = await running.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
  );
  expect(seen).toEqual([]);
});

test('the bridge offers call and subscribe and nothing else', async () => {
  expect(await running.page.evaluate(() => Object.keys((window as unknown as { shuke: object }).shuke).sort())).toEqual([
    'call',
    'subscribe',
  ]);
});

test('sandbox, isolation and the rest are set as they should be', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('every answer of app:// carries the strict policy', async () => {
  const headers = await running.app.evaluate(async ({ session }) => {
    const answer = await session.fromPartition('shuke').fetch('app://shuke/index.html');
    return Object.fromEntries(answer.headers.entries());
  });
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]) {
    expect(policy.split('; ')).toContain(rule);
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test.each(['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/assets/../../main/main.js', '//etc/passwd'])(
  'app://shuke%s is not served',
  async (place) => {
    const status = await running.app.evaluate(
      async ({ session }, url) => (await session.fromPartition('shuke').fetch(url)).status,
      `app://shuke${place}`,
    );
    expect([400, 404]).toContain(status);
  },
);

test('eval, inline scripts and foreign scripts are refused by the policy', async () => {
  const ran = await running.page.evaluate(async () => {
    const marks: string[] = [];
    (window as unknown as { marks: string[] }).marks = marks;
    const inline = document.createElement('script');
    inline.textContent = 'window.marks.push("inline")';
    document.head.append(inline);
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/x.js';
    const settled = new Promise((resolve) => foreign.addEventListener('error', resolve));
    document.head.append(foreign);
    await settled;
    return marks;
  });
  expect(ran).toEqual([]);
});

test('the page cannot fetch anything', async () => {
  const outcome = await running.page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('navigation, new windows and downloads are refused', async () => {
  const before = running.page.url();
  const opened = await running.page.evaluate(() => {
    location.href = 'https://example.com/';
    return window.open('https://example.com/') === null;
  });
  expect(opened).toBe(true);
  expect(running.page.url()).toBe(before);
  expect(running.app.windows()).toHaveLength(1);
});

test('every permission is denied', async () => {
  const states = await running.page.evaluate(async () => {
    const ask = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        (one) => one.state,
        () => 'denied',
      );
    return Promise.all(['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'].map(ask));
  });
  expect(states.every((state) => state === 'denied' || state === 'prompt')).toBe(true);
  const camera = await running.page.evaluate(() =>
    navigator.mediaDevices
      ? navigator.mediaDevices.getUserMedia({ video: true }).then(
          () => 'given',
          () => 'denied',
        )
      : 'denied',
  );
  expect(camera).toBe('denied');
});

test('a message from another frame is refused', async () => {
  const answer = await running.app.evaluate(async ({ BrowserWindow }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: BrowserWindow.getAllWindows()[0]!.webContents.getURL() && process.cwd() + '/out/preload/preload.js',
        sandbox: true,
      },
    });
    await foreign.loadURL('data:text/html,<p>x</p>');
    const result = await foreign.webContents.executeJavaScript('window.shuke.call("book.status", null)');
    foreign.destroy();
    return result as { ok: boolean; error?: { code: string } };
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'bridge.foreign-sender' } });
});

test('no socket leaves the app', async () => {
  const { execFileSync } = await import('node:child_process');
  const { readdirSync, readlinkSync, readFileSync } = await import('node:fs');
  const main = running.app.process().pid!;
  const children = execFileSync('ps', ['-eo', 'pid,ppid'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const family = new Set([main]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of children) if (family.has(parent) && !family.has(pid)) grown = family.add(pid).has(pid);
  }
  const inodes = new Set<string>();
  for (const pid of family) {
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
        const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
        if (inode) inodes.add(inode);
      }
    } catch {
      // The process ended while we looked.
    }
  }
  const foreign = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const columns = line.trim().split(/\s+/);
        return inodes.has(columns[9] ?? '') ? [`${table} ${columns[1]} → ${columns[2]}`] : [];
      }),
  );
  // The test's own debugging channel listens on the loopback address; nothing may reach beyond it.
  expect(foreign.filter((socket) => !/ 0100007F:/.test(socket))).toEqual([]);
});

test('the window title never says who is looked at', async () => {
  const title = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
  expect(title).toBe('Shuke 熟客');
});

test('a second instance does not open a second book', async () => {
  const { spawn } = await import('node:child_process');
  const electron = process.env['ELECTRON_OVERRIDE_DIST_PATH']!;
  const args = ['.', `--user-data-dir=${running.userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const code = await new Promise((resolve) =>
    spawn(`${electron}/electron`, args, { env: process.env, stdio: 'ignore' }).on('exit', resolve),
  );
  expect(code).toBe(0);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await running.page.evaluate(() => document.readyState)).toBe('complete');
});
