// What every bench understands.

import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Of each measurement. */
  readonly seconds: number;
  readonly rounds: number;
  readonly json: boolean;
  /** A smoke: shows that everything runs, its figures prove nothing. */
  readonly quick: boolean;
  /** Only the scenarios with this in their name. */
  readonly only: string;
  /** Orders that are there, of the benches that need some. */
  readonly orders: number | undefined;
  /** Stored orders as bare as can be: more of them for the disk. */
  readonly lean: boolean;
  /** Of a surge that is watched for long. */
  readonly minutes: number | undefined;
  /** Folder for a CPU profile of each server under test. */
  readonly profile: string | undefined;
}

export const OPTIONS_HELP = `Options:
  --seconds N    length of each measurement (5)
  --rounds N     every figure is the median of so many rounds (3)
  --only TEXT    only the scenarios with this in their name
  --orders N     so many orders stored (export, orders, reports, mixed, size)
  --lean         of stored orders only the orders and lines (size)
  --minutes N    length of the surge that is watched (memory, 10)
  --json         the result as JSON
  --quick        a smoke of under 20 seconds
  --profile DIR  write a CPU profile of each server under test`;

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      orders: { type: 'string' },
      json: { type: 'boolean', default: false },
      lean: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      profile: { type: 'string' },
    },
  });
  const { quick } = values;
  return {
    seconds: positive('seconds', values.seconds ?? (quick ? '0.25' : '5')),
    rounds: Math.ceil(positive('rounds', values.rounds ?? (quick ? '1' : '3'))),
    orders: values.orders === undefined ? undefined : positive('orders', values.orders),
    lean: values.lean,
    minutes: values.minutes === undefined ? undefined : positive('minutes', values.minutes),
    json: values.json,
    quick,
    only: values.only,
    profile: values.profile,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} is ${text}, but must be a number above 0`);
  return value;
}
