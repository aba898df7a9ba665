// Reads a password-protected workbook from the published descriptions alone ([MS-CFB], [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15), with none of the app's code,
// and checks what Excel checks: the password, and the HMAC over every byte.

import { createDecipheriv, createHash, createHmac } from 'node:crypto';

export type Opened = { readonly ok: true; readonly plain: Buffer } | { readonly ok: false; readonly because: 'password' | 'changed' };

export interface Protection {
  readonly cipher: string;
  readonly bits: number;
  readonly chaining: string;
  readonly hash: string;
  readonly rounds: number;
}

/** What the file says of itself. */
export function protectionOf(file: Buffer): Protection {
  const { attribute } = descriptionOf(file);
  const of = (name: string) => attribute('p:encryptedKey', name);
  return {
    cipher: of('cipherAlgorithm'),
    bits: Number(of('keyBits')),
    chaining: of('cipherChaining'),
    hash: of('hashAlgorithm'),
    rounds: Number(of('spinCount')),
  };
}

export function openProtected(file: Buffer, password: string): Opened {
  const { attribute, bytes } = descriptionOf(file);
  const salt = bytes('p:encryptedKey', 'saltValue');
  const turned = turn(salt, password, Number(attribute('p:encryptedKey', 'spinCount')));
  const unwrap = (block: string, name: string) => decrypt(keyFor(turned, block), salt, bytes('p:encryptedKey', name));
  const verifier = unwrap('fea7d2763b4b9e79', 'encryptedVerifierHashInput');
  if (!sha512(verifier).equals(unwrap('d7aa0f6d3061344e', 'encryptedVerifierHashValue'))) return { ok: false, because: 'password' };
  const key = unwrap('146e0be7abacd0d6', 'encryptedKeyValue');
  const sealed = streamOf(file, 'EncryptedPackage');
  const dataSalt = bytes('keyData', 'saltValue');
  const integrity = (block: string, name: string) =>
    decrypt(key, vector(dataSalt, Buffer.from(block, 'hex')), bytes('dataIntegrity', name));
  const mac = createHmac('sha512', integrity('5fb2ad010cb9e1f6', 'encryptedHmacKey')).update(sealed).digest();
  if (!mac.equals(integrity('a0677f02b22c8433', 'encryptedHmacValue'))) return { ok: false, because: 'changed' };
  return { ok: true, plain: unseal(sealed, key, dataSalt) };
}

interface Description {
  attribute(element: string, name: string): string;
  bytes(element: string, name: string): Buffer;
}

/** Version 4.4 and flags stand before the XML. */
function descriptionOf(file: Buffer): Description {
  const info = streamOf(file, 'EncryptionInfo');
  if (!info.subarray(0, 8).equals(Buffer.from('0400040040000000', 'hex'))) throw new Error('not agile encryption');
  const xml = info.subarray(8).toString('utf8');
  const attribute = (element: string, name: string) => {
    const value = new RegExp(`<${element}\\s[^>]*?\\b${name}="([^"]*)"`).exec(xml)?.[1];
    if (value === undefined) throw new Error(`${element} has no ${name}`);
    return value;
  };
  return { attribute, bytes: (element, name) => Buffer.from(attribute(element, name), 'base64') };
}

function turn(salt: Buffer, password: string, rounds: number): Buffer {
  let hash = sha512(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < rounds; round += 1) hash = sha512(number(round), hash);
  return hash;
}

function keyFor(turned: Buffer, block: string): Buffer {
  return sha512(turned, Buffer.from(block, 'hex')).subarray(0, 32);
}

function vector(salt: Buffer, block: Buffer): Buffer {
  return sha512(salt, block).subarray(0, 16);
}

function unseal(sealed: Buffer, key: Buffer, salt: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8, segment = 0; at < sealed.length; at += 4096, segment += 1)
    parts.push(decrypt(key, vector(salt, number(segment)), sealed.subarray(at, at + 4096)));
  return Buffer.concat(parts).subarray(0, Number(sealed.readBigUInt64LE(0)));
}

function decrypt(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function sha512(...parts: readonly Buffer[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha512')).digest();
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const END = 0xfffffffa;

/** One stream of a compound file; those below 4096 bytes lie in the root's own stream, in sectors of 64. */
function streamOf(file: Buffer, name: string): Buffer {
  const size = 1 << file.readUInt16LE(30);
  const sector = (index: number) => file.subarray((index + 1) * size, (index + 2) * size);
  const numbers = (bytes: Buffer) => Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
  const fat = numbers(file.subarray(76, 512))
    .filter((index) => index < END)
    .flatMap((index) => numbers(sector(index)));
  const read = (first: number) => Buffer.concat(chain(fat, first).map(sector));
  const folder = read(file.readUInt32LE(48));
  const entries = Array.from({ length: folder.length / 128 }, (_, index) => folder.subarray(index * 128, (index + 1) * 128));
  const nameOf = (entry: Buffer) => entry.subarray(0, Math.max(0, entry.readUInt16LE(64) - 2)).toString('utf16le');
  const [root, wanted] = [entries[0], entries.find((entry) => nameOf(entry) === name)];
  if (root === undefined || wanted === undefined) throw new Error(`the container has no ${name}`);
  const [first, length] = [wanted.readUInt32LE(116), wanted.readUInt32LE(120)];
  if (length >= 4096) return read(first).subarray(0, length);
  const [mini, miniFat] = [read(root.readUInt32LE(116)), numbers(read(file.readUInt32LE(60)))];
  return Buffer.concat(chain(miniFat, first).map((index) => mini.subarray(index * 64, (index + 1) * 64))).subarray(0, length);
}

function chain(fat: readonly number[], first: number): number[] {
  const sectors: number[] = [];
  for (let at = first; at < END; at = fat[at] ?? END) sectors.push(at);
  return sectors;
}
