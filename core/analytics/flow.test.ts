import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DURATION_EDGES, durationBucket, quantileSeconds } from './flow.ts';

test('buckets of durations rise, and every duration is in the one that holds it', () => {
  for (const [place, edge] of DURATION_EDGES.entries()) {
    assert.ok(place === 0 || edge > (DURATION_EDGES[place - 1] ?? 0));
    assert.equal(durationBucket(edge), place + 1);
    assert.equal(durationBucket(edge - 1), place);
  }
  assert.equal(durationBucket(0), 0);
  assert.equal(durationBucket(10 ** 9), DURATION_EDGES.length);
});

test('a median and a 90th percentile of counts are within 5 % of the true ones', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (const size of [1, 2, 10, 1000]) {
    const all = Array.from({ length: size }, () => Math.round(90 * 2 ** (random() * 14)));
    const counts = new Map<number, number>();
    for (const seconds of all) {
      const bucket = durationBucket(seconds);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    const inOrder = all.sort((a, b) => a - b);
    for (const share of [0.5, 0.9]) {
      const wanted = inOrder[Math.ceil(share * size) - 1] ?? 0;
      const found = quantileSeconds(counts, share) ?? 0;
      assert.ok(Math.abs(found / wanted - 1) < 0.05, `${size} ${share}: ${found} for ${wanted}`);
    }
  }
  assert.equal(quantileSeconds(new Map(), 0.5), null);
});
