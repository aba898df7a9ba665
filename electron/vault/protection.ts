// What keeps the pepper: the operating system's own store for secrets, seen through one small door.

/** `os`: bound to this user of this PC. `basic`: scrambled with a key everybody knows. `none`: only the file's permissions. */
export type Protection = 'os' | 'basic' | 'none';

export interface Protector {
  readonly protection: Protection;
  protect(secret: Buffer): Promise<Buffer>;
  unprotect(sealed: Buffer): Promise<Buffer>;
}
