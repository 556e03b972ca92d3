// Options that several commands share.

import { type Command, InvalidArgumentError } from 'commander';

export interface JsonOption {
  readonly json?: boolean;
}

/** A command that can answer JSON, as all can. */
export function verb(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--json', "print the API's JSON instead of a table");
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

export function positiveNumber(text: string): number {
  const number = wholeNumber(text);
  if (number < 1) throw new InvalidArgumentError('It must be 1 or more.');
  return number;
}

/** For options that may be given several times. */
export function collect<T>(read: (text: string) => T): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, read(text)];
}
