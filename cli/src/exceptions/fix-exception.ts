// doorstep exceptions fix: does what an exception suggests.

import { type ExceptionAnswer, getException } from '@doorstep/contract/exceptions.ts';
import { operations } from '@doorstep/contract/operations.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import type { Schema } from '../fields.ts';
import { collect, type JsonOption, positiveNumber, verb } from '../options.ts';
import { hint, say, sayJson } from '../print.ts';

type Fix = ExceptionAnswer['fixes'][number];

interface Options extends JsonOption {
  readonly with?: readonly string[];
}

export function fixExceptionCommand(exceptions: Command): void {
  verb(exceptions, 'fix <exception>', 'do what it suggests, the first if no other is named')
    .argument('[number]', 'which of its fixes', positiveNumber, 1)
    .option(
      '--with <value>',
      'what the fix asks for, in its order; may be repeated',
      collect(String),
    )
    .action(async (exception: string, number: number, { json, with: values = [] }: Options) => {
      const connection = await readConnection();
      const params = { exception };
      const fix = chosen(await callApi(connection, getException, { params }), number);
      const operation = operations.find(({ id }) => id === fix.operation);
      if (operation === undefined)
        throw new CommandError({
          what: `This is nothing a computer can do: ${fix.label}.`,
          remedy: `When it is done: doorstep exceptions resolve ${exception}.`,
          exitCode: 1,
        });
      const body = filled(fix, values, (operation.body ?? {}) as Schema);
      const input = { params: fix.params, ...(body === null ? {} : { body }) };
      const told = await callApi(connection, operation, input);
      if (json) return sayJson(told);
      say(`Done: ${fix.label}`);
      hint(`See what came of it: doorstep exceptions show ${exception}`);
    });
}

function chosen({ fixes }: ExceptionAnswer, number: number): Fix {
  const fix = fixes[number - 1];
  if (fix !== undefined) return fix;
  throw new CommandError({
    what: fixes.length === 0 ? 'Nothing is left to fix.' : `There is no fix ${number}.`,
    remedy: fixes.map((one, index) => `${index + 1} ${one.label}`).join(', ') || 'Nothing to do.',
    exitCode: 1,
  });
}

/** The suggested body with the values where it asks for them, as the schema of the body wants them. */
function filled(
  { body, asks, label }: Fix,
  values: readonly string[],
  schema: Schema,
): Fix['body'] {
  if (values.length !== asks.length)
    throw new CommandError({
      what:
        asks.length === 0
          ? `“${label}” asks for nothing.`
          : `“${label}” asks for ${asks.join(', ')}.`,
      remedy: asks.length === 0 ? 'Leave --with out.' : 'Give a --with for each, in this order.',
      exitCode: 2,
    });
  const copy = structuredClone(body);
  for (const [index, pointer] of asks.entries()) place(copy, pointer, values[index] ?? '', schema);
  return copy;
}

function place(body: unknown, pointer: string, text: string, schema: Schema): void {
  const path = pointer.split('/').slice(1);
  const steps = path.slice(0, -1);
  let at = body as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = typed(text, typesAt(schema, path));
}

/** A reference of a bank is all digits, too, and stays the text it is. */
function typed(text: string, types: readonly (string | undefined)[]): string | number {
  const isNumber = types.includes('integer') || types.includes('number');
  return isNumber && /^-?\d+$/.test(text) ? Number(text) : text;
}

/** The types that a value at this place may have. */
function typesAt(
  { anyOf, type, properties, items }: Schema,
  path: readonly string[],
): readonly (string | undefined)[] {
  if (anyOf !== undefined) return anyOf.flatMap((one) => typesAt(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return [type];
  const inner = properties?.[step] ?? items;
  return inner === undefined ? [] : typesAt(inner, rest);
}
