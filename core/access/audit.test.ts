import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAudited } from './audit.ts';

const user = { kind: 'user', id: 'usr_1' } as const;
const key = { kind: 'api-key', id: 'key_1' } as const;
const system = { kind: 'system', id: 'release-orders' } as const;

test('everything a person does is kept', () => {
  for (const type of ['order.tagged.v1', 'stock.counted.v1', 'settings.changed.v1'])
    assert.ok(isAudited(user, type), type);
});

test('of programs, what manages the shop is kept and its traffic is not', () => {
  for (const by of [key, system]) {
    assert.ok(isAudited(by, 'webhook-endpoint.changed.v1'));
    assert.ok(isAudited(by, 'order.refund_granted.v1'));
    for (const type of ['order.captured.v1', 'order.released.v1', 'stock.received.v1'])
      assert.ok(!isAudited(by, type), type);
  }
});
