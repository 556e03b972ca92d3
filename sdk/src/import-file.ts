// Sends a file to be imported, in pieces: whatever its size, and on over breaks in between.

import { call, outgoingOf } from './call.ts';
import { DoorstepError } from './doorstep-error.ts';
import { type CreateImportInput, OPERATIONS } from './generated/operations.ts';
import type { Import } from './generated/schemas.ts';
import type { RequestOptions } from './operation.ts';
import { type Connection, send } from './send.ts';

export type FileToImport = Uint8Array | Blob | AsyncIterable<Uint8Array>;
export interface ImportFileOptions extends Omit<RequestOptions, 'idempotencyKey'> {
  /** The id of an import that was begun: the file goes on where it ended. */
  readonly resume?: string;
  /** Told after each piece how many bytes are there. */
  readonly onSent?: (sentBytes: number) => void;
}

/** The server takes 4 MiB at a time. */
const PIECE_BYTES = 4_000_000;

export async function importFile(
  connection: Connection,
  file: FileToImport,
  input: CreateImportInput,
  options: ImportFileOptions = {},
): Promise<Import> {
  const { resume, onSent } = options;
  let begun = (await (resume === undefined
    ? call(connection, OPERATIONS.createImport, { ...input }, options)
    : call(connection, OPERATIONS.getImport, { import: resume }, options))) as Import;
  if (begun.state !== 'receiving') return begun;
  for await (const piece of piecesOf(file, begun.receivedBytes)) {
    begun = await sendPiece(connection, begun.id, piece, options);
    onSent?.(piece.offset + piece.bytes.length);
  }
  return begun;
}

interface Piece {
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
}

async function sendPiece(
  connection: Connection,
  id: string,
  { offset, bytes, last }: Piece,
  options: ImportFileOptions,
): Promise<Import> {
  const outgoing = outgoingOf(OPERATIONS.sendImportContent, { import: id, offset, last });
  const headers = { ...outgoing.headers, 'content-type': 'application/octet-stream' };
  const whole = { ...outgoing, headers, body: bytes, mayRepeat: true };
  try {
    return await send(
      connection,
      whole,
      options,
      async (answer) => (await answer.json()) as Import,
    );
  } catch (error) {
    if (!(error instanceof DoorstepError) || !TAKEN.has(error.code)) throw error;
    const known = (await call(connection, OPERATIONS.getImport, { import: id }, options)) as Import;
    if (known.receivedBytes !== offset + bytes.length || known.state === 'canceled') throw error;
    return known;
  }
}

/** What a second try is told of a piece that the first one brought, whose answer was lost. */
const TAKEN = new Set<string>(['import-offset-differs', 'import-not-receiving']);

/** Of equal size but for the last, which is there even when the file is empty. */
async function* piecesOf(file: FileToImport, start: number): AsyncGenerator<Piece> {
  let waiting = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  let offset = start;
  for await (const chunk of chunksOf(file, start))
    for (let from = 0; from < chunk.length; ) {
      if (filled === PIECE_BYTES) {
        yield { offset, bytes: waiting, last: false };
        waiting = new Uint8Array(PIECE_BYTES);
        offset += filled;
        filled = 0;
      }
      const part = chunk.subarray(from, from + PIECE_BYTES - filled);
      waiting.set(part, filled);
      filled += part.length;
      from += part.length;
    }
  yield { offset, bytes: waiting.subarray(0, filled), last: true };
}

async function* chunksOf(file: FileToImport, start: number): AsyncGenerator<Uint8Array> {
  if (file instanceof Uint8Array) yield file.subarray(start);
  else if (!(file instanceof Blob)) yield* skipBytes(file, start);
  else
    for (let from = start; from < file.size; from += PIECE_BYTES)
      yield new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
}

async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    yield chunk.subarray(skipped);
  }
}
