// Options made from the body of an operation, so that a resource with many plain fields needs no
// list of them here: `handlingCostMinor` is --handling-cost-minor, `address.city` --address-city.

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { BodyOf, Operation } from '@doorstep/contract/operation.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from './command-error.ts';
import { wholeNumber } from './options.ts';

/** What we look at of a JSON schema. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly description?: string;
}

interface Field {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly isNullable: boolean;
}

/** @param own fields that the command reads by itself */
export function fieldOptions(
  command: Command,
  operation: Operation,
  own: readonly string[] = [],
): Command {
  const isNew = operation.method === 'POST';
  for (const field of fieldsIn(operation, own)) command.addOption(optionOf(field, isNew));
  return command.option(
    '--file <path>',
    'fields as JSON from a file, or from - (what is piped in)',
  );
}

/**
 * The body: fields of the file, over them those of options, over them those of the command.
 *
 * @param before what holds where nothing is said of it: of what is set as a whole
 * @throws CommandError when a field that must be there is not
 */
export async function fieldsOf<O extends Operation>(
  operation: O,
  options: object,
  own: object = {},
  before: object = {},
): Promise<BodyOf<O>> {
  const given = options as Record<string, unknown>;
  const file = given['file'];
  const body = { ...before, ...(typeof file === 'string' ? await readFields(file) : {}) };
  for (const { path } of fieldsIn(operation, Object.keys(own))) {
    const value = given[optionName(path)];
    if (value !== undefined) place(body, path, value === NONE ? null : value);
  }
  Object.assign(body, own);
  const missing = missingIn((operation.body ?? {}) as Schema, body);
  if (missing.length === 0) return body as BodyOf<O>;
  throw new CommandError({
    what: `Missing: ${missing.map((path) => `--${kebab(path)}`).join(', ')}.`,
    remedy: '--help shows the options.',
    exitCode: 2,
  });
}

const NONE = Symbol('none');

function fieldsIn(operation: Operation, own: readonly string[]): Field[] {
  const { properties = {} } = (operation.body ?? {}) as Schema;
  return Object.entries(properties)
    .filter(([name]) => !own.includes(name) && name !== 'version')
    .flatMap(([name, schema]) => typeable([name], schema));
}

function missingIn({ required = [], properties = {} }: Schema, body: object): string[][] {
  return required.flatMap((name) => {
    const value = (body as Record<string, unknown>)[name];
    const { required: inner } = properties[name] ?? {};
    if (value !== undefined) return [];
    return inner === undefined ? [[name]] : inner.map((part) => [name, part]);
  });
}

/** A field that fits one option; of an object, each of its fields. The rest comes from a file. */
function typeable(path: readonly string[], declared: Schema): Field[] {
  const isNullable = declared.anyOf?.some((one) => one.type === 'null') ?? false;
  const other = declared.anyOf?.filter((one) => one.type !== 'null') ?? [];
  const [only] = other;
  const schema = other.length === 1 && only !== undefined ? { ...declared, ...only } : declared;
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, part]) =>
      typeable([...path, name], part),
    );
  const isWord =
    schema.enum !== undefined ||
    ['string', 'integer', 'number', 'boolean'].includes(schema.type ?? '');
  const isWords =
    schema.type === 'array' &&
    (schema.items?.type === 'string' || schema.items?.enum !== undefined);
  return isWord || isWords ? [{ path, schema, isNullable }] : [];
}

function optionOf({ path, schema, isNullable }: Field, isNew: boolean): Option {
  const name = kebab(path);
  const words =
    schema.description ?? path.map((part) => kebab([part]).replaceAll('-', ' ')).join(' ');
  const none = isNullable && !isNew ? '; none takes it away' : '';
  return new Option(`--${name} <${placeholder(schema)}>`, `${words}${none}`).argParser((typed) =>
    isNullable && typed === 'none' ? NONE : read(typed, schema),
  );
}

function placeholder(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.length > 4 ? 'word' : schema.enum.join('|');
  if (schema.type === 'array') return 'a,b';
  if (schema.type === 'boolean') return 'yes|no';
  return schema.type === 'string' ? 'text' : 'number';
}

function read(typed: string, schema: Schema): unknown {
  if (schema.enum !== undefined) return oneOf(typed, schema.enum);
  if (schema.type === 'array') return typed.split(',').map((part) => part.trim());
  if (schema.type === 'integer') return wholeNumber(typed);
  if (schema.type === 'number') return decimal(typed);
  return schema.type === 'boolean' ? oneOf(typed, ['yes', 'no']) === 'yes' : typed;
}

function oneOf(typed: string, words: readonly unknown[]): string {
  if (words.includes(typed)) return typed;
  throw new InvalidArgumentError(`It must be one of ${words.join(', ')}.`);
}

function decimal(typed: string): number {
  const number = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(number))
    throw new InvalidArgumentError('It must be a number.');
  return number;
}

function kebab(path: readonly string[]): string {
  return path
    .map((part) => part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .join('-');
}

/** As commander names it: --address-city is addressCity. */
function optionName(path: readonly string[]): string {
  return kebab(path).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function place(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    body[name] = value;
    return;
  }
  const part = (body[name] ?? {}) as Record<string, unknown>;
  place(part, rest, value);
  body[name] = part;
}

async function readFields(path: string): Promise<Record<string, unknown>> {
  try {
    const content = path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
    const fields: unknown = JSON.parse(content);
    if (typeof fields === 'object' && fields !== null) return fields as Record<string, unknown>;
  } catch (error) {
    throw new CommandError({
      what: `${path} cannot be read: ${(error as Error).message}.`,
      remedy: 'Name a file of JSON, or - for what is piped in.',
      exitCode: 2,
    });
  }
  throw new CommandError({
    what: `${path} holds no JSON object.`,
    remedy: 'Write the fields like {"name": "…"}.',
    exitCode: 2,
  });
}
