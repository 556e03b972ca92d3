import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inStretches } from './in-stretches.ts';

const busyFor = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};
/** Counts the turns of the event loop while the work goes on. */
async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

test('long work lets others be served, and does every item in order', async () => {
  const done: number[] = [];
  const turns = await turnsDuring(() =>
    inStretches([...Array(20).keys()], (item, index) => {
      assert.equal(item, index);
      done.push(item);
      busyFor(1);
    }),
  );
  assert.deepEqual(done, [...Array(20).keys()]);
  assert.ok(turns >= 4, `${turns} turns`);
});

test('short work is done at once', async () => {
  let sum = 0;
  const done = inStretches([1, 2, 3], (item) => {
    sum += item;
  });
  assert.equal(sum, 6);
  await done;
});

test('what several works do in one turn does not add up', async () => {
  const order: string[] = [];
  const work = (name: string) => inStretches([1, 2, 3], () => order.push(name), 1);
  const turnOf: number[] = [];
  const count = () => {
    turnOf.push(order.length);
    if (order.length < 6) setImmediate(count);
  };
  const both = Promise.all([work('a'), work('b')]);
  setImmediate(count);
  await both;
  assert.deepEqual(order, ['a', 'b', 'a', 'b', 'a', 'b']);
  for (let at = 1; at < turnOf.length; at += 1)
    assert.ok((turnOf[at] ?? 0) - (turnOf[at - 1] ?? 0) <= 1, turnOf.join(' '));
});

test('what goes wrong with an item is told', async () => {
  const broken = inStretches([1], () => {
    throw new Error('this one');
  });
  await assert.rejects(broken, /this one/);
});
