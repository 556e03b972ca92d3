// PostgreSQL writes into one file of limited size; the file before it is kept beside it.
import { copyFile, open, readFile, stat, truncate } from 'node:fs/promises';
import type { DataHome } from './data-home.ts';

const sizeBytesMax = 10 * 1024 * 1024;
const checkMs = 60_000;
const tailLength = 4000;

export async function openLog(home: DataHome) {
  await limitLog(home);
  return open(home.logFile, 'a', 0o600);
}

/** The last lines since `offset`. */
export async function readLogTail(home: DataHome, offset: number): Promise<string> {
  const bytes = await readFile(home.logFile).catch(() => Buffer.alloc(0));
  return bytes.subarray(offset).toString('utf8').slice(-tailLength);
}

export async function logSize(home: DataHome): Promise<number> {
  return (await stat(home.logFile).catch(() => undefined))?.size ?? 0;
}

/** Returns how to end it. */
export function keepLogLimited(home: DataHome): () => void {
  const timer = setInterval(() => void limitLog(home).catch(() => {}), checkMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Copied and emptied, not renamed: PostgreSQL keeps the file open, to append. */
async function limitLog(home: DataHome): Promise<void> {
  if ((await logSize(home)) <= sizeBytesMax) return;
  await copyFile(home.logFile, `${home.logFile}.1`);
  await truncate(home.logFile, 0);
}
