// The words of the interface: the same keys in both languages, nothing left empty, no exclamation marks, and the same figures in each sentence.

import { describe, expect, it } from 'vitest';
import { words } from '../../renderer/words';

const zh = flat(words['zh-CN']);
const en = flat(words.en);

describe('words', () => {
  it('has every Chinese sentence in English', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  it('leaves no sentence empty and none shouting', () => {
    const wrong = [...zh, ...en].filter(([, text]) => text === '' || /[!！]/.test(text));
    expect(wrong).toEqual([]);
  });

  it('puts the same figures and names into both languages', () => {
    const wrong = [...zh].filter(([key, text]) => holes(text) !== holes(en.get(key) ?? ''));
    expect(wrong).toEqual([]);
  });

  it('says one of a thing as one in English', () => {
    const several = [...en].filter(([key, text]) => /\{\{count\}\} (?:[a-z-]+ ){0,2}[a-z]+s\b/.test(text) && !key.endsWith('_one'));
    expect(several.length).toBeGreaterThan(20);
    expect(several.filter(([key]) => !en.has(`${key}_one`)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

function flat(node: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else for (const [inner, text] of flat(value, here)) found.set(inner, text);
  }
  return found;
}

function holes(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join(' ');
}
