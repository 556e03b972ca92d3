// Codes of gift cards as they are kept: hashed with a key of the tenant, which is sealed under the master
// key. Whoever has the database alone cannot try codes on it.

import { createHmac, randomBytes } from 'node:crypto';
import type { TenantId } from '@doorstep/core/ids.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import {
  giftCardCode,
  lastFour,
  normalizedCode,
} from '@doorstep/core/stored-value/gift-card-code.ts';
import type { SecretBox } from '../access/secret-box.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { type CardKeyRow, insertCardKey, selectCardKey, updateCardKey } from './cards.sql.ts';
import { selectGiftCardByCode, type ValueRow } from './sql.ts';

const KEY_BYTES = 32;
const PURPOSE = 'codes of gift cards';

export interface NewCode {
  /** Shown once. */
  readonly code: string;
  readonly hash: Buffer;
  readonly lastFour: string;
}

export async function newCode(tx: CommandTx, box: SecretBox): Promise<NewCode> {
  const key = await currentKey(tx, box);
  const code = giftCardCode(randomBytes(64));
  return { code, hash: hashOf(key, normalizedCode(code) ?? code), lastFour: lastFour(code) };
}

/** The card with this code, however it was typed. */
export async function findByCode(
  tx: Tx,
  { box, tenant }: { readonly box: SecretBox; readonly tenant: TenantId },
  typed: string,
): Promise<ValueRow | undefined> {
  const code = normalizedCode(typed);
  const row = code === null ? undefined : await tx.row(selectCardKey);
  if (code === null || row === undefined) return undefined;
  const key = Buffer.from(box.open(row.key_sealed, tenant, PURPOSE), 'base64');
  return tx.row(selectGiftCardByCode, [hashOf(key, code)]);
}

/** Made with the first card; sealed anew when the master key was changed. */
async function currentKey(tx: CommandTx, box: SecretBox): Promise<Buffer> {
  const known = (await tx.row(selectCardKey)) ?? (await makeKey(tx, box));
  const text = box.open(known.key_sealed, tx.tenant, PURPOSE);
  if (!box.isCurrent(known.key_sealed)) {
    const id = idFromUuid('giftCardKey', known.id);
    await tx.run(updateCardKey, [uuidOf(id), box.seal(text, tx.tenant, PURPOSE)]);
  }
  return Buffer.from(text, 'base64');
}

async function makeKey(tx: CommandTx, box: SecretBox): Promise<CardKeyRow> {
  const text = randomBytes(KEY_BYTES).toString('base64');
  const sealed = box.seal(text, tx.tenant, PURPOSE);
  await tx.run(insertCardKey, [uuidOf(newId('giftCardKey')), sealed]);
  // Of two who make it at once both use the one that is there.
  const row = await tx.row(selectCardKey);
  if (row === undefined) throw new Error('the key of gift cards was not made');
  return row;
}

function hashOf(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
