// Lines and how many units of them, as people type it: `1` or `1:2`.

import { type Command, InvalidArgumentError } from 'commander';
import { CommandError } from './command-error.ts';
import { collect, positiveNumber } from './options.ts';

export interface LineUnits {
  readonly line: number | string;
  /** Undefined: all of it. */
  readonly quantity: number | undefined;
}

export interface LineOptions {
  readonly line?: readonly LineUnits[];
  readonly quantity?: readonly number[];
}

/** `--line 1:2`, or `--line 1 --quantity 2`, as often as there are lines. */
export function lineOptions(command: Command, description: string): Command {
  return command
    .option('--line <line:units>', `${description}; may be repeated`, collect(lineUnits))
    .option('--quantity <units>', 'how many, for each --line', collect(positiveNumber));
}

export function lineUnits(text: string): LineUnits {
  const [, line = '', units] = /^(oln_[0-9a-f]{32}|\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (line === '')
    throw new InvalidArgumentError('It must be the number or id of a line, as in 1 or 1:2.');
  return {
    line: /^\d+$/.test(line) ? Number(line) : line,
    quantity: units === undefined ? undefined : positiveNumber(units),
  };
}

/**
 * The lines asked for; undefined when none was.
 *
 * @param all how many units all of a line are, where no number was given
 */
export function linesAsked<Line extends number | string>(
  { line: lines = [], quantity: quantities = [] }: LineOptions,
  all: (line: number | string) => number,
): { line: Line; quantity: number }[] | undefined {
  if (quantities.length > 0 && quantities.length !== lines.length)
    throw new CommandError({
      what: `${lines.length} --line and ${quantities.length} --quantity do not go together.`,
      remedy: 'Give one --quantity for each --line, or write --line 1:2.',
      exitCode: 2,
    });
  if (lines.length === 0) return undefined;
  return lines.map(({ line, quantity }, index) => ({
    line: line as Line,
    quantity: quantities[index] ?? quantity ?? all(line),
  }));
}

interface KnownLine {
  readonly number?: number;
  readonly line?: number;
  readonly id?: string;
}

/** All units of a line, looked up in what the server told. */
export function unitsOf<L extends KnownLine>(
  lines: readonly L[],
  units: (line: L) => number,
): (line: number | string) => number {
  return (wanted) => {
    const found = lines.find(
      (one) => one.number === wanted || one.line === wanted || one.id === wanted,
    );
    const all = found === undefined ? 0 : units(found);
    if (all > 0) return all;
    throw new CommandError({
      what:
        found === undefined ? `There is no line ${wanted}.` : `Nothing is left of line ${wanted}.`,
      remedy: `The lines: ${lines.map((one) => one.number ?? one.line).join(', ')}.`,
      exitCode: 2,
    });
  };
}
