// What no operation of the contract has yet, and one may have tomorrow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Operation, operation } from '../../contract/operation.ts';
import { factsOf, methodOf } from './sdk-operations.ts';
import { sdkSchemas } from './sdk-types.ts';

const { refer } = sdkSchemas();
const string = { type: 'string' };
const integer = { type: 'integer' };
/** Fields with a question mark may be left out. */
const closed = (fields: Record<string, object>) => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name.replace('?', ''), schema]),
  ),
  required: Object.keys(fields).filter((name) => !name.endsWith('?')),
});

function made(parts: Partial<Operation>) {
  const declared = operation({
    id: 'tryIt',
    method: 'POST',
    path: '/v1/tries/{try}',
    room: 'orders',
    summary: 'Try it',
    scope: null,
    status: 200,
    refusals: [],
    params: closed({ try: string }),
    ...parts,
  });
  const { types, signature } = methodOf(declared, refer);
  const plain = (text: string) =>
    text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ');
  return {
    types: types.map(plain),
    signature: plain(signature).trim(),
    facts: factsOf(declared, refer),
  };
}

test('path, query and body stand side by side, and the table tells them apart', () => {
  const query = closed({ 'limit?': integer });
  const { types, facts } = made({ query, body: closed({ note: string }) });
  assert.deepEqual(types, [
    'export interface TryItInput { readonly try: string; readonly limit?: number; readonly note: string; }',
  ]);
  assert.match(facts, /"body":"flat","query":\["limit"\]/);
});

test('a body with a field of the same name is given as a whole, and so is one that is no object', () => {
  for (const [body, type] of [
    [closed({ try: integer }), ': { readonly try: number; }'],
    [{ type: 'array', items: string }, ': readonly (string)[]'],
    [
      { type: 'object', patternProperties: { '^.*$': { type: 'number' } } },
      '?: Readonly<Record<string, number>>',
    ],
  ] as const) {
    const { types, facts } = made({ body });
    const wanted = `export interface TryItInput { readonly try: string; readonly body${type}; }`;
    assert.deepEqual(types, [wanted]);
    assert.match(facts, /"body":"nested"/);
  }
});

test('a body that may be one of several objects keeps them apart', () => {
  const body = { anyOf: [closed({ a: string }), closed({ b: string })] };
  assert.deepEqual(made({ body }).types, [
    'export type TryItInput = { readonly try: string; } & (({ readonly a: string; } | { readonly b: string; }));',
  ]);
});

test('a list is one by what it takes and tells', () => {
  const query = closed({ 'after?': integer });
  const answer = closed({ items: { type: 'array', items: string }, nextAfter: integer });
  const list = made({ method: 'GET', query, answer });
  assert.equal(list.signature, 'readonly tryIt: ListMethod<TryItInput, TryItAnswer, string>;');
  assert.match(list.facts, /"pages":{"takes":"after","tells":"nextAfter"}/);
  const none = made({ method: 'GET', query: closed({}), answer });
  assert.match(none.signature, /^tryIt\(input: TryItInput, options\?: RequestOptions\)/);
});

test('what is not JSON is answered as it is, and nothing as nothing', () => {
  assert.match(made({ answers: 'text/event-stream' }).signature, /Promise<Response>;$/);
  assert.match(made({ status: 204 }).signature, /Promise<void>;$/);
});
