// The master key of a server that was given none: made on the first start, kept beside its data.

import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MASTER_KEY_BYTES } from './secret-box.ts';

/** Reads the key in the data home, or makes it; two processes that start at once get the same. */
export async function localMasterKey(dataHome: string): Promise<Buffer> {
  const path = join(dataHome, 'secret.key');
  return (await readKey(path)) ?? (await makeKey(dataHome, path));
}

async function makeKey(dataHome: string, path: string): Promise<Buffer> {
  await mkdir(dataHome, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const text = `${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link appears whole, or fails because another process was first.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(draft);
  }
  const key = await readKey(path);
  if (key === undefined) throw new Error(`${path} was made, but is gone`);
  return key;
}

async function readKey(path: string): Promise<Buffer | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== MASTER_KEY_BYTES)
    throw new Error(`${path} does not hold a key of ${MASTER_KEY_BYTES} bytes in base64`);
  return key;
}
