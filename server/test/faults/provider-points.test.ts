// A few of the points of `npm run prove -- points`, with providers that stand outside: killed between
// what we decided, what the provider did, and what we recorded, an order is charged once or not at
// all, and knows which.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strikeAlong, surveyRoad } from './crash-at-points.ts';
import { type Doubles, openDoubles } from './doubles.ts';
import { openPointRig, type PointRig } from './point-rig.ts';
import { providerRoads } from './roads.ts';

let doubles: Doubles;
let rig: PointRig;
before(async () => {
  doubles = await openDoubles();
  rig = await openPointRig(doubles);
});
after(async () => {
  await rig.stop();
  await doubles.close();
});

const CHOSEN = {
  // The provider holds the money, and we have not heard.
  stripe: { step: 'capture', writes: /insertLedger/, moment: 'before', victim: 'server' },
  // The provider gave it back, and we have not heard.
  paypal: { step: 'give some back', writes: /insertLedger/, moment: 'before', victim: 'server' },
} as const;

for (const road of providerRoads.filter(({ end }) => end['status'] === undefined))
  test(`pain 8: payment succeeded, no order: kill -9 at a point of an order ${road.name}: one charge, and the order knows`, async () => {
    const survey = await surveyRoad(rig, road);
    const { step, writes, moment, victim } = CHOSEN[road.provider];
    const point = survey.points.find(
      (one) =>
        one.step === step &&
        writes.test(one.writes) &&
        one.moment === moment &&
        one.victim === victim,
    );
    assert.ok(point !== undefined, `nothing like ${writes} is written by ${step}`);
    const struck = await strikeAlong(rig, road, survey, [point]);
    assert.equal(struck.length, 1);
  });
