// Takes an export as fast as it comes, and watches the memory of the server meanwhile.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';

export interface Taken {
  readonly ms: number;
  readonly bytes: number;
}

export async function takeExport(port: number, secret: string, query: string): Promise<Taken> {
  const startedAt = performance.now();
  const url = `http://127.0.0.1:${port}/v1/exports/orders?${query}`;
  const asked = get(url, { headers: { authorization: `Bearer ${secret}` } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`the export answered ${answer.statusCode}`);
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return { ms: performance.now() - startedAt, bytes };
}

/** One export after the other, the last one broken off; @returns bytes taken by then */
export async function keepExporting(
  port: number,
  secret: string,
  query: string,
  stopAt: number,
): Promise<number> {
  let bytes = 0;
  while (performance.now() < stopAt) {
    const asked = get(`http://127.0.0.1:${port}/v1/exports/orders?${query}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`the export answered ${answer.statusCode}`);
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (performance.now() >= stopAt) break;
    }
  }
  return bytes;
}

const LOOK_EACH_MS = 20;

/** The most memory a process has while something runs. Where there is no /proc it is 0. */
export async function watchMemory<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; peakMb: number }> {
  let peakMb = memoryMb(pid);
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, memoryMb(pid));
  }, LOOK_EACH_MS);
  try {
    return { result: await work(), peakMb };
  } finally {
    clearInterval(timer);
  }
}

export function memoryMb(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb ?? 0) / 1024;
  } catch {
    return 0;
  }
}
