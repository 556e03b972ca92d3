// npm run prove: the longer proofs, each of which has a short form in the tests.
// `npm run prove -- crash` runs those whose name holds the word, `-- points --road paypal` the points of
// the roads whose name matches it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestPostgres } from '../server/test/embedded.ts';
import {
  countPoints,
  nameOfPoint,
  type Struck,
  strikeEverywhere,
  wordsOf,
} from '../server/test/faults/crash-at-points.ts';
import { openCrashRig } from '../server/test/faults/crash-rig.ts';
import { crashUnderCapture } from '../server/test/faults/crash-under-capture.ts';
import { crashUnderLife } from '../server/test/faults/crash-under-life.ts';
import { openDoubles } from '../server/test/faults/doubles.ts';
import { dropRoad } from '../server/test/faults/drop-road.ts';
import { openPointRig, type PointRig } from '../server/test/faults/point-rig.ts';
import { providerRoads, type Road, roads } from '../server/test/faults/roads.ts';
import { liveAtRandom } from '../server/test/races/random-lives.ts';
import { proveHistory } from '../server/test/real-history.ts';

const CRASHES = 10;
const LIVES_TOGETHER = 50;
const LIVES_ROUNDS = 8;

const proofs: readonly { readonly name: string; readonly run: () => Promise<void> }[] = [
  { name: 'crash: kill -9 of server and PostgreSQL under capture load', run: proveCrashes },
  { name: 'crash: kill -9 while orders are paid, shipped and refunded', run: proveLives },
  {
    name: 'points: kill -9 at every commit of an order and a drop, before it and after it',
    run: provePoints,
  },
  { name: 'lives: random lives on the whole road, verified at each step', run: proveRandomLives },
  { name: 'monitor: a drop watched while 2,000 units a second are sold of it', run: proveMonitor },
  { name: 'history: two real years imported, counted, and replayed live', run: proveRealHistory },
];

const { values: given, positionals: words } = parseArgs({
  options: { road: { type: 'string', default: '' } },
  allowPositionals: true,
});
const chosen = proofs.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.length === 0) {
  console.error(`No proof is named like ${words.join(' ')}.`);
  process.exitCode = 1;
}
for (const proof of chosen) {
  console.log(proof.name);
  await proof.run();
}

/** In a process of its own: a browser watches, and its screens have types of their own. */
async function proveMonitor(): Promise<void> {
  const path = join(import.meta.dirname, '../dashboard/test/prove-monitor.ts');
  const child = spawn(process.execPath, [...process.execArgv, path], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the monitor was not proven: ${code}`);
}

/** Ten crashes of each, at moments that a seed decides; it is printed and may be given. */
async function proveCrashes(): Promise<void> {
  const seed = seedOfRun();
  const rig = await openCrashRig();
  try {
    for (let round = 0; round < CRASHES * 2; round += 1) {
      const afterMs = momentOf(seed, round);
      const report = await crashUnderCapture(rig, victimOf(round), afterMs);
      console.log(
        `  ${String(round + 1).padStart(2)}. ${report.killed} killed after ${afterMs} ms: ` +
          `${report.sent} orders sent, ${report.acknowledged} acknowledged, ` +
          `${report.unanswered} unanswered and sent again, back after ${report.downMs} ms, all there`,
      );
    }
    console.log('  nothing acknowledged was lost, nothing doubled, every invariant holds');
  } finally {
    await rig.stop();
  }
}

/** The same under whole lives of orders, each step sent again until it is answered. */
async function proveLives(): Promise<void> {
  const seed = seedOfRun();
  const rig = await openCrashRig();
  try {
    for (let round = 0; round < CRASHES * 2; round += 1) {
      const afterMs = momentOf(seed, round);
      const report = await crashUnderLife(rig, victimOf(round), afterMs);
      console.log(
        `  ${String(round + 1).padStart(2)}. ${report.killed} killed after ${afterMs} ms: ` +
          `${report.lives} orders lived to their end, ${report.resent} requests sent again, ` +
          `back after ${report.downMs} ms, one effect each`,
      );
    }
    console.log('  every step had one effect, here and at the payment provider');
  } finally {
    await rig.stop();
  }
}

/** Every commit of every road, each before it arrives and after it is done. */
async function provePoints(): Promise<void> {
  const isGiven = ({ name }: Road) => new RegExp(given.road).test(name);
  const [inside, outside] = [[...roads, dropRoad].filter(isGiven), providerRoads.filter(isGiven)];
  if (inside.length + outside.length === 0) throw new Error(`no road is named like ${given.road}`);
  if (inside.length > 0) await provePointsOn(await openPointRig(), inside);
  if (outside.length === 0) return;
  const doubles = await openDoubles();
  try {
    await provePointsOn(await openPointRig(doubles), outside);
  } finally {
    await doubles.close();
  }
}

/**
 * Tells each point that was seen: struck, or why not. What runs by itself (the log, its sums, blocks of
 * numbers, the log of requests) meets one of the two deaths before its commit and the other after it.
 */
async function provePointsOn(rig: PointRig, along: readonly Road[]): Promise<void> {
  try {
    for (const road of along) {
      console.log(`  ${road.name}`);
      const strikes = await strikeEverywhere(rig, road, tellStrike);
      for (const { name, points, reason } of strikes.leftOut)
        console.log(
          `    not struck: ${name}, ${points === 1 ? '1 point' : `${points} points`}: ${reason}`,
        );
      const { seen, struck, alike, left } = countPoints(strikes);
      console.log(
        `  ${seen} points: ${struck} struck, ${alike} of them at another commit of the same reader, ` +
          `and ${left} not; every life went on to its end as if nobody had disturbed it`,
      );
    }
  } finally {
    await rig.stop();
  }
}

function tellStrike({ point, writes, downMs, deedsAtStrike }: Struck): void {
  const instead = writes === point.writes ? '' : `, at ${wordsOf(writes)} in its stead`;
  console.log(
    `    ${nameOfPoint(point).padEnd(96)} back after ${String(downMs).padStart(5)} ms, ` +
      `${String(deedsAtStrike).padStart(3)} deeds at the provider, one effect each${instead}`,
  );
}

function seedOfRun(): number {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  console.log(`  seed ${seed} (SEED=${seed} repeats the moments)`);
  return seed;
}

function momentOf(seed: number, round: number): number {
  return 100 + ((seed * 7919 + round * 104_729) % 1500);
}

function victimOf(round: number): 'server' | 'postgres' {
  return round % 2 === 0 ? 'server' : 'postgres';
}

/** A database for each round, so that what is verified stays small; the seeds follow each other. */
async function proveRandomLives(): Promise<void> {
  const seed = seedOfRun();
  await withPostgres(async () => {
    for (let round = 0; round < LIVES_ROUNDS; round += 1) {
      const { lives, steps, happened } = await liveAtRandom(LIVES_TOGETHER, seed + round, (error) =>
        console.log('  broken, looking for the shortest life that breaks so:', error),
      );
      const events = happened.values().reduce((sum, times) => sum + times, 0);
      console.log(
        `  seed ${seed + round}: ${lives} lives, ${steps} steps, ${events} events of ` +
          `${happened.size} types, every invariant held after every step`,
      );
    }
  });
}

/** Reads ../shared. */
async function proveRealHistory(): Promise<void> {
  await withPostgres(() => proveHistory((line) => console.log(line)));
}

/** With a PostgreSQL of its own. */
async function withPostgres(work: () => Promise<void>): Promise<void> {
  const postgres = await startTestPostgres((line) => console.log(`  ${line}`));
  process.env.DOORSTEP_TEST_DATABASE_URL = postgres.url;
  try {
    await work();
  } finally {
    await postgres.stop();
  }
}
