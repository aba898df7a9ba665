// A workbook that opens only with its password, in Excel's own way: [MS-OFFCRYPTO] 2.3.4.10, agile encryption. AES-256 in CBC mode under a random key, which is
// wrapped under 100,000 rounds of SHA-512 over the password, with an HMAC over everything, so that a changed byte is noticed.

import { encrypt } from 'officecrypto-tool';
import { AppError } from '../../shared/errors';

/** Least in characters as a person counts them; most is what Excel's own dialog takes. */
export const FILE_PASSWORD = { least: 8, most: 255 } as const;

/** Before anything is read or written. */
export function checkFilePassword(password: string): void {
  if ([...password].length < FILE_PASSWORD.least || password.length > FILE_PASSWORD.most)
    throw new AppError('exports.password-length', FILE_PASSWORD);
}

/** From memory to memory: the plain workbook is on no disk. Needs about seven times its size while it works. */
export function protectWorkbook(plain: Buffer, password: string): Buffer {
  checkFilePassword(password);
  return encrypt(plain, { password });
}
