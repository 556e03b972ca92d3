// Checks requests against a vendor's own specification. The specifications lie beside the repository,
// which does not ship them: tests that read them say so by name, and skip where they are not.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { OpenAPIValidator } from 'openapi-backend';
import { parse } from 'qs';
import type { CheckRequest, DoubleRequest } from './http-double.ts';

const SPECS = join(import.meta.dirname, '../../../shared/specs');

export function specPath(name: string): string {
  return join(SPECS, name);
}

/** Skips the test, and says so, where the specification is not there. */
export function needsSpec(context: TestContext, name: string): boolean {
  if (existsSync(specPath(name))) return true;
  context.skip(`../shared/specs/${name} is not there`);
  return false;
}

/** An OpenAPI document whose references are inside; what it says of answers is not needed. */
export interface SpecDocument {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components?: unknown;
}

/** @param known fields newer than the specification, by name: taken out before it is asked */
export function specCheck(
  document: SpecDocument,
  known: (body: Record<string, unknown>) => void = () => {},
): CheckRequest {
  const definition = {
    openapi: '3.0.3',
    info: { title: 'Of the vendor', version: '1' },
    ...document,
  };
  const validator = new OpenAPIValidator({
    definition: definition as never,
    ajvOpts: { strict: false, coerceTypes: true, allErrors: true, validateFormats: false },
  });
  return async (request) => {
    const operation = validator.router.matchOperation(asked(request));
    if (operation === undefined) return 'no such operation';
    const body = bodyOf(request);
    if (body !== undefined) known(body);
    const { errors } = validator.validateRequest({ ...asked(request), body }, operation);
    return errors?.map((error) => `${error.instancePath} ${error.message}`).join('; ');
  };
}

function asked({ method, path, query, headers }: DoubleRequest) {
  return { method, path, headers, query: parse(query.toString()) as Record<string, string> };
}

function bodyOf({ text, headers }: DoubleRequest): Record<string, unknown> | undefined {
  if (text === '') return undefined;
  return headers['content-type']?.includes('json') === true
    ? (JSON.parse(text) as Record<string, unknown>)
    : parse(text, { depth: 10 });
}
