// House rules no linter knows: calls that would harm the book, clocks that tests cannot set, interface text outside the catalogues.

import fs from 'node:fs/promises';
import path from 'node:path';

import ts from 'typescript';

import { main, root } from './run.mjs';

/** Each rule: what it says of a line, in which files it looks, and which piece of syntax breaks it. */
const rules = [
  {
    says: 'opens a way around the encrypted book: only electron/core/database may do so',
    where: (file) => file.startsWith('electron/') && !file.startsWith('electron/core/database/'),
    breaks: (node) => ['serialize', 'backup', 'loadExtension', 'rekey'].includes(calledMethod(node)),
  },
  {
    says: 'attaches another database: only electron/core/database may do so',
    where: (file) => file.startsWith('electron/') && !file.startsWith('electron/core/database/'),
    breaks: (node) => /\bATTACH\b/.test(textOf(node)),
  },
  {
    says: 'reads the clock itself: take `now` or `today` from the context, so that tests can set it',
    where: (file) => file.startsWith('shared/') || (file.startsWith('electron/') && !/^electron\/((main|furnished)\.ts|core\/)/.test(file)),
    breaks: (node) => isBareDate(node) || (calledMethod(node) === 'now' && node.expression.expression.getText() === 'Date'),
  },
  {
    says: 'opens something outside the app: only electron/core may do so, from its fixed table',
    where: (file) => !file.startsWith('electron/core/'),
    breaks: (node) => calledMethod(node) === 'openExternal',
  },
  {
    says: 'holds interface text: it belongs in a catalogue (words.ts, wording.ts), in both languages',
    where: (file) => file.endsWith('.tsx') && file.startsWith('renderer/'),
    // A pattern for dates, as in YYYY年M月, is no wording.
    breaks: (node) => /\p{Script=Han}/u.test(textOf(node)) && !/YYYY年/.test(textOf(node)),
  },
];

main(async () => {
  const files = (await Promise.all(['electron', 'renderer', 'shared'].map(listSources))).flat();
  const problems = (await Promise.all(files.map(check))).flat();
  for (const problem of problems) console.log(problem);
  return problems.length === 0 ? 0 : 1;
});

async function listSources(folder) {
  const entries = await fs.readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  return entries.filter((name) => /\.tsx?$/.test(name)).map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

async function check(file) {
  const text = await fs.readFile(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const active = rules.filter((rule) => rule.where(file));
  const problems = /^\/[/*]/.test(text) ? [] : [`${file}:1 starts without the sentence that says what it is for`];
  visit(source, (node) => {
    for (const rule of active) if (rule.breaks(node)) problems.push(`${file}:${lineOf(source, node)} ${rule.says}`);
  });
  return problems;
}

function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function calledMethod(node) {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : undefined;
}

function isBareDate(node) {
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
}

function textOf(node) {
  const hasText = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return hasText ? node.text : '';
}
