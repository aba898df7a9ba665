// The small round of what `npm run torture` does at length.

import { expect, onTestFinished, test } from 'vitest';
import { flipBits, flipLogBits } from '../torture/flips';
import { aCrashedBook, killCreation, killPasswordChange, killRotation, killWriter } from '../torture/kills';
import { removeFolder } from '../support/book-file';

test('no acknowledged row is lost when the writer is killed', { timeout: 120_000 }, async () => {
  const result = await killWriter(30, 2);
  expect(result.acknowledged).toBeGreaterThanOrEqual(30);
  expect(result.lost).toBe(0);
});

test('whoever is killed while changing the password gets in with the old or the new one', { timeout: 120_000 }, async () => {
  const { lockedOut, changes } = await killPasswordChange(10);
  expect(changes).toBeGreaterThan(0);
  expect(lockedOut).toBe(0);
});

test('a book whose making is killed is either not there or whole', { timeout: 120_000 }, async () => {
  const { halfMade, absent, whole } = await killCreation(10);
  expect(halfMade).toBe(0);
  expect(absent + whole).toBe(10);
});

test('a book that is killed while it gets new keys has the old ones or the new ones, and is whole', { timeout: 120_000 }, async () => {
  const { broken, old, renewed } = await killRotation(10);
  expect(broken).toBe(0);
  expect(old + renewed).toBe(10);
  expect(old).toBeGreaterThan(0);
});

test('no bit turned over in the book is read as data', () => {
  const result = flipBits(100, 20_261_122);
  expect(result).toMatchObject({ silent: 0, unnamed: 0 });
  expect(result.noticed).toBeGreaterThan(90);
});

test('no bit turned over in the log of a killed writer is read as data: rows at its end may be missing, none is wrong', async () => {
  const crashed = await aCrashedBook(20);
  onTestFinished(() => removeFolder(crashed.folder));
  expect(flipLogBits(40, 20_261_122, crashed)).toMatchObject({ silent: 0, unnamed: 0 });
});
