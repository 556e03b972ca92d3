// Makes recovery codes in place of those before.

import { randomBytes } from 'node:crypto';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { deleteRecoveryCodes, insertRecoveryCodes } from './second-factor.sql.ts';
import { hashSecret } from './secret.ts';
import { plainCode } from './take-code.ts';

const CODES = 10;
/** Crockford's: without what is mistaken for something else, and 32, so that each is as likely. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS_PER_CODE = 16;

/** @returns the codes, shown once: 80 random bits each */
export async function writeRecoveryCodes(tx: CommandTx, user: Id<'user'>): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await tx.run(deleteRecoveryCodes, [uuidOf(user)]);
  const hashes = codes.map((code) => hashSecret(plainCode(code)));
  await tx.run(insertRecoveryCodes, [uuidOf(user), hashes]);
  return codes;
}

function newCode(): string {
  const letters = Array.from(
    randomBytes(LETTERS_PER_CODE),
    (byte) => LETTERS[byte % LETTERS.length],
  ).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}
