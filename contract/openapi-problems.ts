// What goes wrong, as responses of OpenAPI: by status, with the codes an operation may answer.

import { ERRORS, type ErrorCode } from './errors.ts';
import type { Json } from './openapi-schemas.ts';
import type { Operation } from './operation.ts';

/** Answers responses by status, and keeps each once, named by its codes. */
export function problemResponses() {
  const responses: Record<string, Json> = {};
  return {
    responses,
    /** Everything that is not success. */
    of(operation: Operation, isOpen: boolean): Record<string, Json> {
      const byStatus = new Map<number, ErrorCode[]>();
      for (const code of new Set([...commonCodes(operation, isOpen), ...operation.refusals]))
        byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
      const sorted = [...byStatus].sort(([a], [b]) => a - b);
      return Object.fromEntries(
        sorted.map(([status, codes]) => {
          const name = codes.join('.');
          responses[name] ??= problemResponse(codes);
          return [String(status), { $ref: `#/components/responses/${name}` }];
        }),
      );
    },
  };
}

function commonCodes(operation: Operation, isOpen: boolean): ErrorCode[] {
  const takes = operation.body !== undefined;
  const isWrite = operation.method !== 'GET' && !isOpen;
  const isList = JSON.stringify(operation.query ?? {}).includes('"cursor"');
  const asks = takes || operation.params !== undefined || operation.query !== undefined;
  return [
    ...(asks || isWrite ? (['validation-failed'] as const) : []),
    ...(takes ? (['body-not-json', 'body-too-large'] as const) : []),
    ...(isList ? (['cursor-invalid'] as const) : []),
    ...(isOpen ? [] : (['not-authenticated'] as const)),
    ...(operation.scope === null ? [] : (['not-allowed'] as const)),
    ...(isWrite
      ? ([
          'idempotency-in-flight',
          'idempotency-key-reused',
          'customer-erased',
          'cross-site-request',
        ] as const)
      : []),
    'internal-error',
    'overloaded',
    'database-unavailable',
  ];
}

function problemResponse(codes: readonly ErrorCode[]): Json {
  const words = codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('\n\n');
  return {
    description: words,
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: [...codes] } } },
          ],
        },
      },
    },
  };
}

export function problemSchema(): Json {
  return {
    type: 'object',
    description: 'RFC 9457, with a stable code and what to do',
    required: ['type', 'title', 'status', 'code', 'detail', 'remedy', 'requestId'],
    properties: {
      type: { type: 'string', description: 'A page about this code' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', description: 'Stable: decide by it' },
      detail: { type: 'string', description: 'This case, for people' },
      remedy: { type: 'string', description: 'What to do' },
      requestId: { type: 'string' },
      data: { type: 'object', description: 'The facts behind it', additionalProperties: true },
      errors: {
        type: 'array',
        description: 'The fields of a request that is not as expected',
        items: {
          type: 'object',
          required: ['field', 'problem'],
          properties: { field: { type: 'string' }, problem: { type: 'string' } },
        },
      },
    },
  };
}
