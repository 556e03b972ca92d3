// Checks what comes in against the contract's schemas.

import { Ajv, type ValidateFunction } from 'ajv';
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

export function compileBody(schema: TSchema): ValidateFunction {
  return strict.compile(schema);
}

export function compileQuery(schema: TSchema): ValidateFunction {
  return coercing.compile(schema);
}

/** The first errors in words, each with its place; union branches are told as one. */
export function fieldErrors(validate: ValidateFunction): FieldError[] {
  const found = (validate.errors ?? []).filter((error) => error.keyword !== 'anyOf');
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
