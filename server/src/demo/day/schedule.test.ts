import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schedule } from './schedule.ts';

const START = new Date('2026-11-25T06:00:00Z');
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const day = () => schedule({ start: START, speed: () => 1e9, concurrency: 1 });

test('work is done in the order of its moments, whatever order it came in', async () => {
  const plan = day();
  const done: string[] = [];
  for (const minutes of [30, 10, 20])
    plan.at(at(minutes), async () => void done.push(`${minutes} at ${plan.now().toISOString()}`));
  await plan.run(at(60));
  assert.deepEqual(done, [
    '10 at 2026-11-25T06:10:00.000Z',
    '20 at 2026-11-25T06:20:00.000Z',
    '30 at 2026-11-25T06:30:00.000Z',
  ]);
});

test('work that work brings is done too, and what comes after the end waits', async () => {
  const plan = day();
  const done: number[] = [];
  plan.at(at(10), async () => {
    plan.at(at(15), async () => void done.push(15));
    plan.at(at(90), async () => void done.push(90));
  });
  await plan.run(at(60));
  assert.deepEqual(done, [15]);
  assert.deepEqual(plan.now(), at(60));
  await plan.run(at(120));
  assert.deepEqual(done, [15, 90]);
});

test('work that comes in while hands are full is neither lost nor done twice', async () => {
  const plan = schedule({ start: START, speed: () => 1e9, concurrency: 2 });
  const done: string[] = [];
  for (const minutes of [1, 2, 3, 4, 5, 6])
    plan.at(at(minutes), async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push(`first ${minutes}`);
      plan.at(at(minutes), async () => void done.push(`then ${minutes}`));
    });
  await plan.run(at(60));
  assert.equal(done.length, 12);
  assert.equal(new Set(done).size, 12);
});

test('a day is quiet when only rounds are left', async () => {
  const plan = day();
  const round = async () => plan.round(at(600), async () => {});
  plan.round(at(1), round);
  plan.at(at(30), async () => {});
  await plan.run(at(20));
  assert.equal(plan.isQuiet, false);
  await plan.run(at(40));
  assert.equal(plan.isQuiet, true);
});

test('an error of the work ends the day with it', async () => {
  const plan = day();
  plan.at(at(1), () => Promise.reject(new Error('the printer burns')));
  await assert.rejects(plan.run(at(60)), /printer burns/);
});
