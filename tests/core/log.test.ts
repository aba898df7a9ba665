// The log: what went wrong and where in our own code, never what was typed and never whose PC it is.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '../../electron/core/log';

const folder = mkdtempSync(path.join(tmpdir(), 'shuke-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'main.log');
const log = createLog(file);

test('names operation, code, reference and functions, and nothing of the message or the folders', () => {
  const error = new TypeError('cannot read 张素芬 13800138064');
  error.stack = [
    'TypeError: cannot read 张素芬 13800138064',
    '    at insertClient (C:\\Users\\Su Min (Büro)\\AppData\\Local\\Shuke\\resources\\app.asar\\out\\main\\main.js:12:34)',
    '    at async Object.create (file:///home/su%20min/shuke/main.js:5:6)',
    '    at /Users/苏 敏/Applications/Shuke.app/main.js:7:8',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ].join('\n');
  log({ operation: 'clients.create', ms: 3, code: 'unexpected', reference: 'AB12CD', error });
  const text = readFileSync(file, 'utf8');
  for (const kept of [
    'clients.create',
    'unexpected',
    'AB12CD',
    'TypeError',
    'insertClient main.js:12:34',
    'Object.create main.js:5:6',
    'main.js:7:8',
  ])
    expect(text).toContain(kept);
  expect(text).not.toMatch(/张|苏|1380|Users|Su Min|su%20min|Büro|AppData|home/);
});

test('says nothing of what went well and quickly', () => {
  const before = readFileSync(file, 'utf8');
  log({ operation: 'clients.list', ms: 12, code: 'ok' });
  expect(readFileSync(file, 'utf8')).toBe(before);
});
