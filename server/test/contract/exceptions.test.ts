// What exceptions suggest against the contract: every fix is an operation, and its body is one that
// the operation takes, once what it asks for is filled in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '@doorstep/contract/operation.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { EXCEPTION_KINDS, EXCEPTION_TYPES } from '@doorstep/core/exceptions/exception-types.ts';
import { type SuggestedFix, suggestFix } from '@doorstep/core/exceptions/suggested-fix.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';

const ajv = new Ajv({ strict: false });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);

const zeros = '0'.repeat(32);

test('every fix names an operation, and its body is one that the operation takes', () => {
  const wrong: string[] = [];
  for (const type of EXCEPTION_TYPES)
    for (const declared of EXCEPTION_KINDS[type].fixes)
      for (const fix of suggestFix(declared, factsOf(type))) {
        if (fix.operation === null) continue;
        const operation = operations.find(({ id }) => id === fix.operation);
        const problem = operation === undefined ? 'no such operation' : problemOf(fix, operation);
        if (problem !== null) wrong.push(`${type} ${fix.operation}: ${problem}`);
      }
  assert.deepEqual(wrong, []);
});

function factsOf(type: (typeof EXCEPTION_TYPES)[number]) {
  const line = {
    order: `ord_${zeros}`,
    orderNumber: '1001',
    line: `oln_${zeros}`,
    sku: 'MUG',
    title: 'Mug',
    quantity: 2,
  };
  return {
    exception: `exc_${zeros}`,
    type,
    order: `ord_${zeros}`,
    skuCode: 'MUG',
    locationCode: 'BER',
    data: { unitsShort: 2 },
    lines: [line],
  };
}

/** A value that a person may give, by the name of the field. */
const GIVEN: Readonly<Record<string, unknown>> = {
  counted: 5,
  quantity: 2,
  amountMinor: 100,
  provider: 'manual',
  reference: 'B-1',
  code: 'NEW',
  title: 'New',
  note: 'Known to us',
};

function problemOf({ body, asks }: SuggestedFix, operation: Operation): string | null {
  if (operation.body === undefined) return null;
  const filled = structuredClone(body ?? {});
  for (const pointer of asks) {
    const steps = pointer.split('/').slice(1);
    const name = steps.pop() ?? '';
    let at = filled as Record<string, unknown>;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    if (!(name in GIVEN)) return `${pointer} is asked for`;
    at[name] = GIVEN[name];
  }
  return ajv.validate(operation.body, filled) ? null : ajv.errorsText();
}
