// What must be read twice, or from its end, lies in a temporary file while it is read.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Spool extends AsyncDisposable {
  readonly path: string;
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** Text is spooled as UTF-8. */
export async function spoolBytes(content: AsyncIterable<Uint8Array | string>): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), `doorstep-import-${process.pid}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, bytes: () => createReadStream(path), [Symbol.asyncDispose]: remove };
}
