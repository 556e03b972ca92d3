// Checks what comes in against the contract's schemas.

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { TSchema } from 'typebox';
import type { FieldError } from './problem.ts';

// The package is CommonJS: its function is the default of the default.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

const FIELD_ERRORS_MAX = 20;

const strict = new Ajv({ allErrors: true, useDefaults: true, strict: false });
/** Query strings are text: "50" is a number where the schema says so. */
const coercing = new Ajv({ allErrors: true, useDefaults: true, coerceTypes: true, strict: false });
addFormats(strict);
addFormats(coercing);

/** What is wrong with a value; nothing when it is as expected. Defaults are filled in. */
export type Check = (value: unknown) => readonly FieldError[];

const NOTHING: readonly FieldError[] = [];

export const checkOfBody = (schema: TSchema): Check => checkBy(strict, schema);

export const checkOfQuery = (schema: TSchema): Check => checkBy(coercing, schema);

/** Compiled when the first value comes: all of them at once would keep a start waiting. */
function checkBy(ajv: Ajv, schema: TSchema): Check {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv.compile(schema);
    return validate(value) ? NOTHING : fieldErrors(validate.errors ?? []);
  };
}

/** The first errors in words, each with its place; union branches are told as one. */
function fieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const found = errors.filter((error) => error.keyword !== 'anyOf');
  if (found.length === 0) return [{ field: '/', problem: 'is invalid' }];
  return found.slice(0, FIELD_ERRORS_MAX).map((error) => {
    const extra =
      error.keyword === 'additionalProperties'
        ? `: ${JSON.stringify(error.params['additionalProperty'])}`
        : error.keyword === 'enum'
          ? `: ${JSON.stringify(error.params['allowedValues'])}`
          : '';
    return {
      field: error.instancePath === '' ? '/' : error.instancePath,
      problem: `${error.message ?? error.keyword}${extra}`,
    };
  });
}
