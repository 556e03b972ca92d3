// Options that several commands share, and how they are read.

import { type Command, InvalidArgumentError } from 'commander';

export interface JsonOption {
  readonly json?: boolean | undefined;
}

export interface ListOptions extends JsonOption {
  readonly limit: number;
}

/** A command that can answer JSON, as all can. */
export function verb(
  parent: Command,
  usage: string,
  description: string,
  more: { readonly isDefault?: boolean } = {},
): Command {
  return parent
    .command(usage, more)
    .description(description)
    .option('--json', "print the API's JSON instead of words");
}

/** `list`, which a group does when no verb is given. */
export function listVerb(parent: Command, description: string, limit = 20): Command {
  return verb(parent, 'list', description, { isDefault: true }).option(
    '--limit <number>',
    'how many',
    positiveNumber,
    limit,
  );
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

export function currencyCode(text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new InvalidArgumentError('It must be like EUR.');
  return text.toUpperCase();
}

/** For options that may be given several times. */
export function collect<T>(read: (text: string) => T): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, read(text)];
}

/** The fields that have a value: what was not asked for is not sent. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `30m`, `2h`, `3d` from now, or a time such as 2026-11-23T09:30:00Z. */
export function laterTime(text: string): string {
  return moved(text, 1);
}

/** `2h` ago, or a time. */
export function earlierTime(text: string): string {
  return moved(text, -1);
}

function moved(text: string, direction: 1 | -1): string {
  const span = /^(\d+)([mhd])$/.exec(text);
  if (span !== null) {
    const ms = Number(span[1]) * UNIT_MS[span[2] as keyof typeof UNIT_MS];
    return new Date(Date.now() + direction * ms).toISOString();
  }
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('It must be like 2h, 3d or 2026-11-23T09:30:00Z.');
  return time.toISOString();
}
