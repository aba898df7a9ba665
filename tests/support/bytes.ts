// Looks for texts in files as a thief with a hex editor would: in every encoding they could have been written in.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sighting {
  readonly file: string;
  readonly text: string;
  readonly encoding: string;
}

/** Every place under these folders where one of these texts can be read. */
export function sightings(folders: readonly string[], texts: readonly string[]): Sighting[] {
  const needles = texts.flatMap((text) => ENCODINGS.map(([encoding, encode]) => ({ text, encoding, bytes: encode(text) })));
  return filesRead(folders).flatMap(({ file, content }) =>
    needles.filter(({ bytes }) => content.includes(bytes)).map(({ text, encoding }) => ({ file, text, encoding })),
  );
}

const MOST_TRIES = 100;

/** Under an app that is at work: where a file goes while they are read, all are read anew. */
export function filesRead(folders: readonly string[], tries = MOST_TRIES): { readonly file: string; readonly content: Buffer }[] {
  try {
    return folders.flatMap(filesUnder).map((file) => ({ file, content: readFileSync(file) }));
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isGone || tries === 0) throw error;
    return filesRead(folders, tries - 1);
  }
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const ENCODINGS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['utf8', (text) => Buffer.from(text, 'utf8')],
  ['utf16le', (text) => Buffer.from(text, 'utf16le')],
  ['utf16be', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['hex', (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex'))],
  ['json', (text) => Buffer.from([...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))],
  ['base64', (text) => base64Inside(text, 0)],
  ['base64', (text) => base64Inside(text, 1)],
  ['base64', (text) => base64Inside(text, 2)],
];

// Base64 looks different depending on where in a group of three the text begins; what its neighbours touch is left out.
function base64Inside(text: string, shift: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, 'utf8')]);
  return Buffer.from(bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)));
}
