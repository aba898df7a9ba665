// Moving among people's tiles by arrows and letters.

import { describe, expect, it } from 'vitest';
import { nameAt, tileAt } from '../../renderer/book/tile-keys';

describe('arrows among tiles in two columns', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowDown', 0, 2],
    ['ArrowUp', 2, 0],
    ['Home', 3, 0],
    ['End', 0, 4],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(tileAt(key, from, 5)).toBe(to);
  });

  it('comes to the end of a short last row from above its gap', () => {
    expect(tileAt('ArrowDown', 3, 5)).toBe(4);
  });

  it.each([
    ['ArrowLeft', 0],
    ['ArrowUp', 1],
    ['ArrowRight', 4],
    ['ArrowDown', 4],
    ['x', 2],
  ])('stays where it is when %s leads nowhere from %i', (key, from) => {
    expect(tileAt(key, from, 5)).toBeNull();
  });
});

describe('a letter among names', () => {
  const names = ['苏敏', '王芳', 'Wendy', '曾琳', '周静', '吴桐'];

  it('leads to the next name whose pinyin begins with it, and round again', () => {
    expect(nameAt('w', 0, names)).toBe(1);
    expect(nameAt('w', 1, names)).toBe(2);
    expect(nameAt('W', 2, names)).toBe(5);
    expect(nameAt('w', 5, names)).toBe(1);
  });

  it('reads surnames as surnames', () => {
    expect(nameAt('z', 0, names)).toBe(3);
    expect(nameAt('c', 0, names)).toBeNull();
  });

  it.each(['1', 'Enter', 'é', ''])('means nothing when %j is pressed', (key) => {
    expect(nameAt(key, 0, names)).toBeNull();
  });
});
