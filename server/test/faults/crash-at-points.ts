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
  /** Commits that were seen and are struck at no point of theirs, with the reason. */
  readonly leftOut: readonly LeftOut[];
  /** What is to be seen of an order that nobody disturbed. */
  readonly trace: unknown;
}

export interface LeftOut {
  readonly name: string;
  readonly points: number;
  readonly reason: string;
}

export interface Struck {
  readonly point: Point;
  /** What the commit wrote that was struck: the point's, or another of the same reader. */
  readonly writes: string;
  readonly downMs: number;
  readonly deedsAtStrike: number;
}

/** Every point of the survey is in one of the lists. */
export interface Strikes {
  readonly struck: readonly Struck[];
  readonly leftOut: readonly LeftOut[];
}

const VICTIMS: readonly Victim[] = ['server', 'postgres'];
/** Each of the log's readers moves on for itself, one like the other: the first stands for them. */
const ALL_ALIKE = /^log\.advanceReader$/;
/** By one of the two in turns; what somebody asked for is struck by both. */
const IN_THE_BACKGROUND = /^(log|analytics|db|access)\./;
/**
 * Comes when its time has come, and takes as much at once as there is: no step has it for sure. All
 * else is a step's own, and comes each time.
 */
const NOW_AND_THEN = /^(log|analytics|db|access|desk)\.|^inventory\.\w+LowStock/;
const TRIES_MAX = 6;
/** After so many walks another commit of the same reader may stand for the one that does not come. */
const TRIES_EXACT = 3;

/** Goes the road once, undisturbed, and names every point at which it can be struck. */
export async function surveyRoad(rig: PointRig, road: Road): Promise<Survey> {
  const { ends, trace } = await walkRoad(rig, road);
  const points: Point[] = [];
  const leftOut: LeftOut[] = [];
  for (const [step, { commits }] of ends)
    for (const [writes, { length }] of Map.groupBy(commits, (one) => one)) {
      const most = ALL_ALIKE.test(writes) ? 1 : length;
      if (most < length)
        leftOut.push({
          name: `${step}: ${wordsOf(writes)} (2 to ${length})`,
          points: (length - most) * MOMENTS.length,
          reason: 'like the first of them, which is struck',
        });
      for (let nth = 1; nth <= most; nth += 1)
        for (const moment of MOMENTS)
          for (const victim of victimsOf(writes, points.length))
            points.push({ step, writes, nth, moment, victim });
    }
  return { points, leftOut, trace };
}

const MOMENTS = ['before', 'after'] as const;

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
    const strike = ends.get(point.step)?.strike;
    return strike == null ? [] : [{ point, ...strike }];
  });
}

/**
 * All points, as many at a time as there are steps. One that does not come again is tried in some more
 * walks, and then by the first order of another shop, which has to be set up for it. Whatever was never
 * met is named among those left out; if a step must have it, that is a failure.
 */
export async function strikeEverywhere(
  rig: PointRig,
  road: Road,
  onStruck: (struck: Struck) => void,
): Promise<Strikes> {
  const survey = await surveyRoad(rig, road);
  const struck: Struck[] = [];
  const strike = async (on: PointRig, points: readonly Point[]) => {
    const met = await strikeAlong(on, road, survey, points);
    for (const one of met) onStruck(one);
    struck.push(...met);
    return points.filter(({ step }) => !met.some((one) => one.point.step === step));
  };
  const rare = await strikeOften((points) => strike(rig, points), survey.points);
  const unmet = await strikeOnce(async (points) => strike(await rig.withNewTenant(), points), rare);
  const lost = unmet.filter(({ writes }) => !NOW_AND_THEN.test(writes));
  assert.deepEqual(lost.map(nameOfPoint), [], 'a commit of a step never came again');
  return { struck, leftOut: [...survey.leftOut, ...unmet.map(unmetOne)] };
}

/** Strikes points of different steps; @returns those that were not met. */
type Strike = (points: readonly Point[]) => Promise<readonly Point[]>;

async function strikeOften(strike: Strike, points: readonly Point[]): Promise<Point[]> {
  const waiting = Map.groupBy(points, ({ step }) => step);
  const tries = new Map<string, number>();
  const rare: Point[] = [];
  for (let chosen = nextOf(waiting); chosen.length > 0; chosen = nextOf(waiting))
    for (const point of await strike(chosen)) {
      const times = (tries.get(nameOfPoint(point)) ?? 0) + 1;
      tries.set(nameOfPoint(point), times);
      const again = { ...point, isLikeEnough: times >= TRIES_EXACT };
      if (times < TRIES_MAX) waiting.get(point.step)?.push(again);
      else rare.push(point);
    }
  return rare;
}

async function strikeOnce(strike: Strike, points: readonly Point[]): Promise<Point[]> {
  const waiting = Map.groupBy(points, ({ step }) => step);
  const unmet: Point[] = [];
  for (let chosen = nextOf(waiting); chosen.length > 0; chosen = nextOf(waiting))
    unmet.push(...(await strike(chosen)));
  return unmet;
}

/** One of each step, taken from those that wait. */
function nextOf(waiting: ReadonlyMap<string, Point[]>): Point[] {
  return [...waiting.values()].flatMap((points) => points.splice(0, 1));
}

function unmetOne(point: Point): LeftOut {
  return { name: nameOfPoint(point), points: 1, reason: `not met again in ${TRIES_MAX + 1} walks` };
}

/** Points that were seen, struck, and not struck. */
export function countPoints({ struck, leftOut }: Strikes) {
  const left = leftOut.reduce((sum, { points }) => sum + points, 0);
  const alike = struck.filter(({ point, writes }) => writes !== point.writes).length;
  return { seen: struck.length + left, struck: struck.length, alike, left };
}

export function nameOfPoint({ step, writes, nth, moment, victim }: Point): string {
  const when = moment === 'before' ? 'before the commit of' : 'after the commit of';
  return `${step}: ${victim} ${when} ${wordsOf(writes)}${nth > 1 ? ` (${nth})` : ''}`;
}

/** What a commit wrote, in short. */
export function wordsOf(writes: string): string {
  if (writes.startsWith('payments.leaseIntents')) return 'the lease for asking the provider';
  if (writes.startsWith('payments.insertLedger')) return "the provider's answer";
  const [first = '', ...more] = writes.split(' ');
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
