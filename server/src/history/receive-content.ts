// Takes the next piece of a file. After a break the sender goes on where the last piece ended.

import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findImport } from './find-import.ts';
import { insertChunk, lockImport, receiveBytes } from './imports.sql.ts';
import { presentImport } from './present-import.ts';

/** What one file may hold as sent: some 100 million rows when compressed. */
const BYTES_MAX = 5 * 1024 ** 3;

export interface Piece {
  readonly offset: number;
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/** @returns refusals: `import-not-receiving`, `import-offset-differs`, `import-too-large` */
export async function receiveContent(
  tx: CommandTx,
  reference: string,
  { offset, bytes, isLast }: Piece,
): Promise<ImportAnswer | Refusal> {
  const found = await findImport(tx, reference, lockImport);
  if (isRefusal(found)) return found;
  if (found.state !== 'receiving')
    return refuse('import-not-receiving', `The import is ${found.state}.`, { state: found.state });
  const receivedBytes = Number(found.received_bytes);
  if (offset !== receivedBytes)
    return refuse('import-offset-differs', `${receivedBytes} bytes are there so far.`, {
      receivedBytes,
    });
  if (receivedBytes + bytes.length > BYTES_MAX)
    return refuse('import-too-large', `A file may have ${BYTES_MAX} bytes.`);
  if (bytes.length > 0) await tx.run(insertChunk, [found.id, offset, bytes]);
  const whole = found.profile === null ? 'received' : 'reading';
  const state = isLast ? whole : 'receiving';
  const row = await tx.row(receiveBytes, [found.id, bytes.length, state]);
  if (row === undefined) throw new Error('a locked import is gone');
  return presentImport(row);
}
