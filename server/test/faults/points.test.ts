// A few of the points of `npm run prove -- points`, on one life.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Point, strikeAlong, surveyRoad } from './crash-at-points.ts';
import { dropRoad } from './drop-road.ts';
import { openPointRig, type PointRig } from './point-rig.ts';
import { type Road, roads } from './roads.ts';

let rig: PointRig;
before(async () => {
  rig = await openPointRig();
});
after(() => rig.stop());

type Chosen = Pick<Point, 'step' | 'moment' | 'victim'> & { readonly writes: RegExp };

const CHOSEN: readonly Chosen[] = [
  // The provider did it, and we have not heard.
  { step: 'capture', writes: /insertLedger/, moment: 'before', victim: 'server' },
  { step: 'release', writes: /insertWork/, moment: 'after', victim: 'postgres' },
  // The provider is about to be asked.
  { step: 'ship', writes: /leaseIntents/, moment: 'after', victim: 'server' },
  { step: 'receive the return', writes: /insertReturnItems/, moment: 'before', victim: 'server' },
  { step: 'refund', writes: /insertGrantedRefund/, moment: 'after', victim: 'server' },
];

const CHOSEN_OF_A_DROP: readonly Chosen[] = [
  // Held, and the cart was not told.
  { step: 'hold', writes: /insertHolds?\b/, moment: 'after', victim: 'server' },
  // Bought, in one commit with what the cart held.
  { step: 'capture', writes: /insertOrders/, moment: 'before', victim: 'postgres' },
];

test('kill -9 at a commit, before it and after it: the life goes on, one effect each', async () => {
  const road = roads[0];
  assert.ok(road !== undefined);
  await strikeChosen(road, CHOSEN);
});

test('kill -9 between what the book of store credit did and what we record: it is done once', async () => {
  const road = roads.find(({ provider }) => provider === 'store-credit');
  assert.ok(road !== undefined);
  await strikeChosen(road, [
    // It is promised, and the order does not know.
    { step: 'capture', writes: /insertMovement/, moment: 'after', victim: 'server' },
    // It was put back, and the order does not know.
    { step: 'give some back', writes: /insertLedger/, moment: 'before', victim: 'server' },
  ]);
});

test('kill -9 while a drop is held and bought: each unit is sold once, none is lost', async () => {
  await strikeChosen(dropRoad, CHOSEN_OF_A_DROP);
});

async function strikeChosen(road: Road, chosen: readonly Chosen[]): Promise<void> {
  const survey = await surveyRoad(rig, road);
  const points = chosen.map(({ step, writes, moment, victim }) => {
    const found = survey.points.find(
      (point) =>
        point.step === step &&
        writes.test(point.writes) &&
        point.moment === moment &&
        point.victim === victim,
    );
    assert.ok(found !== undefined, `nothing like ${writes} is written by ${step}`);
    return found;
  });
  const struck = await strikeAlong(rig, road, survey, points);
  assert.equal(struck.length, chosen.length);
}
