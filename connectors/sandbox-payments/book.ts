// The sandbox's own memory: a file that is only ever appended to, one line per thing that happened,
// on disk before anybody is answered. Several processes may write to it: of two lines under one key
// the first one counts, so a key has one effect whoever wrote last.

import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IntentKind } from '@doorstep/core/payments/payment.ts';

export interface Deed {
  readonly key: string;
  readonly kind: IntentKind;
  readonly payment: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly outcome: 'succeeded' | 'declined';
  /** What the sandbox calls it. */
  readonly reference: string;
  /** The authorization that it belongs to. */
  readonly authorization: string;
  readonly code?: string;
  readonly at: string;
}

export interface Book {
  /** What was done under each key so far, in order; read anew. */
  deeds(): Promise<ReadonlyMap<string, Deed>>;
  /** Writes it down, and answers what counts under its key. */
  write(deed: Deed): Promise<Deed>;
}

export function openBook(path: string): Book {
  const deeds = new Map<string, Deed>();
  let readTo = 0;
  // One after another: each line is on disk before the next is decided.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  }

  async function catchUp(): Promise<void> {
    const file = await open(path, 'a+');
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(size - readTo);
      await file.read(buffer, 0, buffer.length, readTo);
      // A line that is still being written is read the next time.
      const end = buffer.lastIndexOf('\n') + 1;
      readTo += end;
      for (const line of buffer.subarray(0, end).toString('utf8').split('\n')) {
        const deed = parsed(line);
        if (deed !== undefined && !deeds.has(deed.key)) deeds.set(deed.key, deed);
      }
    } finally {
      await file.close();
    }
  }

  async function append(deed: Deed): Promise<void> {
    const file = await open(path, 'a');
    try {
      // The line break before it ends a line that a process died over.
      await file.appendFile(`\n${JSON.stringify(deed)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  return {
    deeds: () =>
      inTurn(async () => {
        await mkdir(dirname(path), { recursive: true });
        await catchUp();
        return deeds;
      }),
    write: (deed) =>
      inTurn(async () => {
        await append(deed);
        await catchUp();
        return deeds.get(deed.key) ?? deed;
      }),
  };
}

function parsed(line: string): Deed | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Deed);
  } catch {
    return undefined; // a process died over it: it never answered either
  }
}
