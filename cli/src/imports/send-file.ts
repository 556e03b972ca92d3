// Sends a file to an import, a piece at a time; after a break it goes on where the server is.

import { open, stat } from 'node:fs/promises';
import { type ImportAnswer, sendImportContent } from '@doorstep/contract/imports.ts';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

const PIECE_BYTES = 4 * 1024 * 1024 - 1024;

export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw new CommandError({
      what: `${file} cannot be read: ${(error as Error).message}.`,
      remedy: 'Name a file that is there.',
      exitCode: 2,
    });
  }
}

/** @param tell how many bytes are there so far */
export async function sendFile(
  connection: Connection,
  file: string,
  begun: ImportAnswer,
  tell: (bytes: number) => void,
): Promise<ImportAnswer> {
  const size = await sizeOf(file);
  const handle = await open(file);
  try {
    let sent = begun;
    do {
      const piece = Buffer.alloc(Math.min(PIECE_BYTES, size - sent.receivedBytes));
      const { bytesRead } = await handle.read(piece, 0, piece.length, sent.receivedBytes);
      const last = sent.receivedBytes + bytesRead >= size;
      sent = await sendPiece(connection, sent, piece.subarray(0, bytesRead), last);
      tell(sent.receivedBytes);
    } while (sent.state === 'receiving');
    return sent;
  } finally {
    await handle.close();
  }
}

async function sendPiece(
  connection: Connection,
  { id, receivedBytes }: ImportAnswer,
  bytes: Buffer<ArrayBuffer>,
  last: boolean,
): Promise<ImportAnswer> {
  const url = urlOf(connection, sendImportContent, {
    params: { import: id },
    query: { offset: receivedBytes, last },
  });
  const headers = {
    ...headersOf(connection, sendImportContent),
    'content-type': 'application/octet-stream',
  };
  const response = await reach(connection, () =>
    fetch(url, { method: 'PUT', headers, body: bytes }),
  );
  const text = await reach(connection, () => response.text());
  if (!response.ok) throw errorOf(response.status, text);
  return JSON.parse(text) as ImportAnswer;
}
