// Kills the server and PostgreSQL with -9 at every commit of an order's life: when the commit has been
// sent and does not arrive, and when it is done and nobody is told. For what a provider is asked these
// are the moments before it is asked, and after it did it and before we know.

import assert from 'node:assert/strict';
import { type Victim, verified } from './crash-rig.ts';
import type { Aim, PointRig } from './point-rig.ts';
import type { Road } from './roads.ts';
import { walkRoad } from './walk-road.ts';

export interface Point extends Aim {
  readonly step: string;
}

export interface Survey {
  readonly points: readonly Point[];
  /** What is to be seen of an order that nobody disturbed. */
  readonly trace: unknown;
}

export interface Struck {
  readonly point: Point;
  readonly downMs: number;
  readonly deedsAtStrike: number;
}

const VICTIMS: readonly Victim[] = ['server', 'postgres'];
/**
 * Numbers are leased in blocks, and the log of requests is written once a second: they come now and then,
 * and no step has them for sure.
 */
const NOW_AND_THEN = /^(db\.takeNumberBlock|access\.insertRequests)$/;
/** Each of the log's readers moves on for itself, one like the other. */
const READERS = /^log\.advanceReader$/;
const IN_THE_BACKGROUND = /^(log|analytics|db)\./;

/** Goes the road once, undisturbed, and names every point at which it can be struck. */
export async function surveyRoad(rig: PointRig, road: Road): Promise<Survey> {
  const { ends, trace } = await walkRoad(rig, road);
  const points: Point[] = [];
  for (const [step, { commits }] of ends)
    for (const [writes, { length }] of Map.groupBy(commits, (one) => one)) {
      if (NOW_AND_THEN.test(writes)) continue;
      const most = READERS.test(writes) ? 1 : length;
      for (let nth = 1; nth <= most; nth += 1)
        for (const moment of ['before', 'after'] as const)
          for (const victim of victimsOf(writes, points.length))
            points.push({ step, writes, nth, moment, victim });
    }
  return { points, trace };
}

/** What somebody asked for is struck both ways, what runs by itself one way or the other. */
function victimsOf(writes: string, place: number): readonly Victim[] {
  return IN_THE_BACKGROUND.test(writes) ? VICTIMS.filter((_, at) => at === place % 2) : VICTIMS;
}

/**
 * One order goes the road and is struck at each of these points, at most one in a step; throws an
 * AssertionError when a step was lost or had two effects.
 *
 * @returns those that were met: what runs by itself does not always run apart
 */
export async function strikeAlong(
  rig: PointRig,
  road: Road,
  survey: Survey,
  points: readonly Point[],
): Promise<Struck[]> {
  const aims = new Map(points.map((point) => [point.step, point]));
  assert.equal(aims.size, points.length, 'two points in one step');
  const { ends, trace } = await walkRoad(rig, road, aims);
  assert.deepEqual(trace, survey.trace, points.map(nameOfPoint).join('\n'));
  await verified(rig.api);
  return points.flatMap((point) => {
    const { downMs = null, deedsAtStrike = 0 } = ends.get(point.step) ?? {};
    return downMs === null ? [] : [{ point, downMs, deedsAtStrike }];
  });
}

/** All points, as many at a time as there are steps; each is tried until it was met. */
export async function strikeEverywhere(
  rig: PointRig,
  road: Road,
  onStruck: (struck: Struck) => void,
): Promise<number> {
  const survey = await surveyRoad(rig, road);
  const waiting = Map.groupBy(survey.points, ({ step }) => step);
  let struck = 0;
  let missed = 0;
  while ([...waiting.values()].some((points) => points.length > 0)) {
    const chosen = [...waiting.values()].flatMap((points) => points.splice(0, 1));
    const met = await strikeAlong(rig, road, survey, chosen);
    for (const one of met) onStruck(one);
    struck += met.length;
    const unmet = chosen.filter((point) => !met.some((one) => one.point === point));
    for (const point of unmet) waiting.get(point.step)?.push(point);
    missed = met.length > 0 ? 0 : missed + 1;
    assert.ok(missed < MISSES_MAX, `never met: ${unmet.map(nameOfPoint).join('\n')}`);
  }
  assert.equal(struck, survey.points.length);
  return struck;
}

const MISSES_MAX = 8;

export function nameOfPoint({ step, writes, nth, moment, victim }: Point): string {
  const when = moment === 'before' ? 'before the commit of' : 'after the commit of';
  return `${step}: ${victim} ${when} ${wordsOf(writes)}${nth > 1 ? ` (${nth})` : ''}`;
}

function wordsOf(writes: string): string {
  if (writes.startsWith('payments.leaseIntents')) return 'the lease for asking the provider';
  if (writes.startsWith('payments.insertLedger')) return "the provider's answer";
  const [first = '', ...more] = writes.split(' ');
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
