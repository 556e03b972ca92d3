// What a bench is.

import type { BenchOptions } from './options.ts';

export interface Bench {
  readonly does: string;
  /** Resolves with what `--json` prints; the table for people goes through `print`. */
  run(options: BenchOptions, print: (text: string) => void): Promise<unknown>;
}
