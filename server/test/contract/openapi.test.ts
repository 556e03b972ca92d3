import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApiDocument } from '@doorstep/contract/openapi.ts';
import { REQUEST_EXAMPLES } from '@doorstep/contract/openapi-examples.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';

const ajv = new Ajv({ strict: false, allErrors: true });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);
const text = JSON.stringify(openApiDocument('1.0.0'));

test('every reference leads somewhere, and no schema has an id of its own', () => {
  const document = JSON.parse(text);
  assert.equal(text.includes('"$id"'), false);
  for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    let at = document;
    for (const part of (path ?? '').split('/')) at = at?.[part];
    assert.ok(at, path);
  }
});

test('every operation is there once, under its own id', () => {
  const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids.sort(), operations.map(({ id }) => id).sort());
  assert.equal(new Set(ids).size, ids.length);
});

test('every room of an operation is a tag with words', () => {
  const { tags } = JSON.parse(text);
  const named = new Set(tags.map((tag: { name: string }) => tag.name));
  for (const { id, room } of operations) assert.ok(named.has(room), `${id}: ${room}`);
});

for (const [id, example] of Object.entries(REQUEST_EXAMPLES))
  test(`the example of ${id} is what it takes`, () => {
    const body = operations.find((operation) => operation.id === id)?.body;
    assert.ok(body);
    assert.ok(ajv.validate(body, example), ajv.errorsText());
  });
