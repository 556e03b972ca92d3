// An amount as people write it, in the currency of what it is for.

import { CommandError } from '../command-error.ts';
import { minorUnits } from '../print.ts';

/** @returns undefined when none was given */
export function amountOf(text: string | undefined, currency: string): number | undefined {
  if (text === undefined) return undefined;
  const amount = minorUnits(text, currency);
  if (amount !== undefined && amount > 0) return amount;
  throw new CommandError({
    what: `${text} is no amount of ${currency}.`,
    remedy: 'Write it like 12.50.',
    exitCode: 2,
  });
}
