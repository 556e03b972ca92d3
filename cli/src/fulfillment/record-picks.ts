// doorstep fulfillment pick: what was picked, and what was not there.

import { recordPicks } from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type LineUnits, lineUnits, unitsOf } from '../lines.ts';
import { collect, given, type JsonOption, verb } from '../options.ts';
import { findWork } from './find-work.ts';
import { sayDifferences, sayWork } from './say-work.ts';

interface Options extends JsonOption {
  readonly line?: readonly LineUnits[];
  readonly short?: readonly LineUnits[];
}

export function recordPicksCommand(fulfillment: Command): void {
  verb(fulfillment, 'pick <fulfillment>', 'record what was picked; all of it, if nothing is said')
    .option('--line <line:units>', 'so many of this line; may be repeated', collect(lineUnits))
    .option('--short <line:units>', 'so many of this line were not there', collect(lineUnits))
    .action(async (reference: string, { json, ...asked }: Options) => {
      const work = await findWork(await readConnection(), reference);
      const all = unitsOf(work.lines, (line) => line.allocated);
      const lines = picksOf(asked, all);
      const input = { params: { fulfillmentOrder: work.id }, body: given({ lines }) };
      await answer(recordPicks, input, { json }, (picked) => {
        sayWork(picked);
        sayDifferences(picked.differences);
      });
    });
}

function picksOf({ line = [], short = [] }: Options, all: (line: number | string) => number) {
  if (line.length + short.length === 0) return undefined;
  const picks = new Map<number | string, { picked?: number; short?: number }>();
  for (const one of line) picks.set(one.line, { picked: one.quantity ?? all(one.line) });
  for (const one of short)
    picks.set(one.line, { ...picks.get(one.line), short: one.quantity ?? all(one.line) });
  // Of a line with only a shortage, nothing was said to be picked.
  return [...picks].map(([name, units]) => ({ line: name, picked: 0, ...units }));
}
