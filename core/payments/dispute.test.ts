import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DISPUTE_STATUSES, type DisputeStatus, disputeEntries, laterStatus } from './dispute.ts';

test('in whatever order and how often it is told, the furthest word counts', () => {
  const told = fc.array(fc.constantFrom(...DISPUTE_STATUSES), { minLength: 1 });
  const end = (words: readonly DisputeStatus[]) =>
    words.reduce<DisputeStatus | null>(laterStatus, null);
  fc.assert(
    fc.property(told, fc.array(fc.nat(), { maxLength: 20 }), (words, picks) => {
      const shuffled = [
        ...words,
        ...picks.map((pick) => words[pick % words.length] as DisputeStatus),
      ];
      shuffled.sort((a, b) => b.length - a.length);
      assert.equal(end(shuffled), end(words));
    }),
  );
});

test('money that came back had gone before, whether that was told or not', () => {
  assert.deepEqual(disputeEntries('won'), ['disputed', 'reinstated']);
  assert.deepEqual(disputeEntries('lost'), ['disputed']);
  assert.deepEqual(disputeEntries('dropped'), []);
});
