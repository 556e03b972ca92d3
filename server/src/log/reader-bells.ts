// Readers sleep while there is nothing for them, each until its own bell.

import type { LogReader } from './run-reader.ts';

export interface ReaderBells {
  /** Counts up, so that a reader that was busy when the log grew does not sleep through it. */
  rung(): number;
  ring(readers: readonly LogReader[]): void;
  /** Resolves when it is rung for this one, or aborted. */
  heard(reader: LogReader, signal: AbortSignal): Promise<void>;
}

export function readerBells(): ReaderBells {
  const sleepers = new Map<LogReader, () => void>();
  let rung = 0;
  return {
    rung: () => rung,
    ring(readers) {
      rung += 1;
      for (const reader of readers) sleepers.get(reader)?.();
    },
    heard: (reader, signal) =>
      new Promise((resolve) => {
        // What was aborted before tells nobody.
        if (signal.aborted) return resolve();
        const wake = (): void => {
          sleepers.delete(reader);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        signal.addEventListener('abort', wake);
        sleepers.set(reader, wake);
      }),
  };
}
