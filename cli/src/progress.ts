// How far long work has come: one line that is written over, for people at a terminal only.

import { colors } from './print.ts';

const EVERY_MS = 200;

export interface Progress {
  /** Says it now and then, however often it is told. */
  tell(text: string): void;
  /** Takes the line away. */
  end(): void;
}

export function progress(isWanted = process.stderr.isTTY === true): Progress {
  if (!isWanted) return { tell: () => {}, end: () => {} };
  let saidAt = 0;
  return {
    tell(text) {
      if (Date.now() - saidAt < EVERY_MS) return;
      saidAt = Date.now();
      process.stderr.write(`\r\u001b[K${colors.dim(text)}`);
    },
    end() {
      if (saidAt > 0) process.stderr.write('\r\u001b[K');
    },
  };
}
