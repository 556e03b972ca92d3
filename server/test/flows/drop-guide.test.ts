// What docs/guides/drops.md shows: its requests, sent in their order.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

const GUIDE = join(import.meta.dirname, '../../../docs/guides/drops.md');

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BERLIN: { SHOE: 10 } });
});
after(() => shop.close());

/** What an answer is called in the requests after it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/drops$/, 'drop'],
  [/\/holds$/, 'hold'],
  [/\/queue$/, 'place'],
];

test('the walk of the guide to drops runs as it is written', async () => {
  const text = await readFile(GUIDE, 'utf8');
  const requests = [...text.matchAll(/```http\n(\w+) (\S+) → (\d+)\n([^`]*)```/g)];
  assert.ok(requests.length > 10, `only ${requests.length} requests were found`);
  const known = new Map<string, string>();
  const filled = (part: string) =>
    part.replaceAll(/\{(drop|hold|place)\}/g, (_match, name) => known.get(name) ?? name);
  let offered = 0;
  for (const [, method = '', path = '', status, body = ''] of requests) {
    const sent = body.trim() === '' ? undefined : JSON.parse(filled(body));
    const answer = await shop.call(method, filled(path), sent);
    assert.equal(answer.status, Number(status), `${path}: ${JSON.stringify(answer.body)}`);
    const name = NAMES.find(([pattern]) => pattern.test(path))?.[1];
    if (name !== undefined && answer.status === 201) known.set(name, answer.body.id);
    if (answer.body?.state === 'offered') offered += 1;
    if (answer.status === 409) assert.equal(answer.body.data.skus[0].worthQueuing, true);
  }
  assert.equal(offered, 1, 'what was given back was offered');
});
