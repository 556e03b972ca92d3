// Loads the system and meanwhile does to it what a seed decides, one fault after the other; then lets
// it come to rest and compares what it told with what it knows.

import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { caughtUp } from '../point-rig.ts';
import { asking } from './ask.ts';
import { startLoad } from './buyers.ts';
import { type Comparison, compare } from './compare.ts';
import { type Chance, chanceOf, type Fault } from './fault.ts';
import { FAULT_KINDS } from './fault-kinds.ts';
import { JUMP_MS_MAX } from './kinds/jump-clock.ts';
import { LOCATION, openShop, PROBE } from './shop.ts';
import { openSystem, type System } from './system.ts';
import { openWitness, type Witness } from './witness.ts';

export interface StormOptions {
  readonly faults: number;
  readonly seed: number;
  /** Left out: all kinds. */
  readonly only?: readonly string[];
  readonly onFault?: (told: FaultTold) => void;
  readonly onNote?: (line: string) => void;
}

/** What was done to the system, and how it bore it. */
export interface FaultTold {
  readonly number: number;
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly lastedMs: number;
  /** What was answered meanwhile, by status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Until each API process took a write again. */
  readonly backMs: number;
}

export interface StormReport extends Comparison {
  readonly seed: number;
  readonly faults: readonly FaultTold[];
  readonly leftOut: readonly string[];
  /** Answers that must not be given, whenever they were. */
  readonly wrongs: readonly string[];
  readonly ok: boolean;
}

const CALM_MS = { least: 200, most: 900 };
const WRONGS_MAX = 20;
const LOG_LINE_MAX = 800;
/** A probe is sent once, and to one process. */
const PROBING = chanceOf(() => 0.5);

export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { onNote = () => {} } = options;
  const kinds = FAULT_KINDS.filter(({ kind }) => options.only?.includes(kind) ?? true);
  const system = await openSystem({ wantsDisk: kinds.some(({ kind }) => kind === 'fill-disk') });
  try {
    const can = kinds.filter((fault) => (fault.cannot?.(system) ?? null) === null);
    const leftOut = kinds.flatMap((fault) => {
      const why = fault.cannot?.(system) ?? null;
      return why === null ? [] : [`${fault.kind} is left out: ${why}`];
    });
    for (const line of leftOut) onNote(line);
    const witness = openWitness();
    // Of its own for the plan: how often something had to be asked must not change what is done.
    const plan = chanceOf(seededRandom(options.seed + 1));
    const chance = chanceOf(seededRandom(options.seed + 2));
    const drop = await openShop(asking(system, witness, chance), system.doubles.accounts);
    const load = startLoad(system, witness, options.seed + 1, drop);
    const faults = await strikeAll(system, witness, can, plan, options).finally(load.end);
    onNote('all faults are undone; what was begun is brought to its end');
    await comeToRest(system, load.ended);
    onNote(`every one of ${witness.asked.size} requests is sent once more and compared`);
    const comparison = await compare(system, witness, chance);
    const wrongs = witness.wrongs.slice(0, WRONGS_MAX).map((wrong) => explain(system, wrong));
    return {
      ...comparison,
      seed: options.seed,
      faults,
      leftOut,
      wrongs,
      ok: isSound(comparison) && wrongs.length === 0,
    };
  } finally {
    await system.stop();
  }
}

function isSound({ lost, doubled, oversold, differs, verify }: Comparison): boolean {
  return [lost, doubled, oversold, differs, verify].every((found) => found.length === 0);
}

async function strikeAll(
  system: System,
  witness: Witness,
  kinds: readonly Fault[],
  chance: Chance,
  options: StormOptions,
): Promise<FaultTold[]> {
  const told: FaultTold[] = [];
  for (const [at, fault] of draw(kinds, options.faults, chance).entries()) {
    await sleep(chance.between(CALM_MS.least, CALM_MS.most));
    const one = await strikeOnce(system, witness, fault, chance, at + 1);
    told.push(one);
    options.onFault?.(one);
    if (witness.wrongs.length > WRONGS_MAX) break;
  }
  await sleep(CALM_MS.most);
  return told;
}

/** Each kind as often as the others, in an order that the seed decides. */
function draw(kinds: readonly Fault[], count: number, chance: Chance): Fault[] {
  const drawn: Fault[] = [];
  let bag: Fault[] = [];
  while (drawn.length < count) {
    if (bag.length === 0) bag = [...kinds];
    const chosen = chance.pick(bag);
    bag = bag.filter((one) => one !== chosen);
    drawn.push(chosen);
  }
  return drawn;
}

async function strikeOnce(
  system: System,
  witness: Witness,
  fault: Fault,
  chance: Chance,
  number: number,
): Promise<FaultTold> {
  witness.takeCounts();
  const at = new Date().toISOString();
  const beganAt = performance.now();
  const { what, lastsMs, undo } = await fault.strike(system, chance);
  await sleep(lastsMs);
  const undoneAt = performance.now();
  await undo();
  await untilBack(system, `probe ${number}`);
  return {
    number,
    at,
    kind: fault.kind,
    what,
    lastedMs: Math.round(undoneAt - beganAt),
    answers: Object.fromEntries([...witness.takeCounts()].sort()),
    backMs: Math.round(performance.now() - undoneAt),
  };
}

/** When both processes have taken a write of their own. */
async function untilBack(system: System, key: string): Promise<void> {
  await Promise.all(
    system.apis.map(async (api) => {
      const probe = asking({ ...system, apis: [api] }, openWitness(), PROBING);
      await probe.send(`${key} ${api.name}`, '/v1/stock/receipts', {
        location: LOCATION,
        lines: [{ sku: PROBE, quantity: 1 }],
      });
    }),
  );
}

/**
 * A worker whose clock was ahead has put off to that time what it is to try again: it is then that
 * it comes due, and so does what a killed process had leased.
 */
async function comeToRest(system: System, loadEnded: Promise<unknown>): Promise<void> {
  const later = system.aheadMs + JUMP_MS_MAX + 120_000;
  for (const part of [...system.apis, system.worker]) part.setClock(later);
  await loadEnded;
  await caughtUp(system.url, () => undefined);
}

/** With what the server logged of it. */
function explain({ apis }: System, wrong: string): string {
  const request = /req_[0-9a-f]+/.exec(wrong)?.[0];
  if (request === undefined) return wrong;
  const lines = apis.flatMap((api) => api.logLines(request));
  return [wrong, ...lines.map((line) => line.slice(0, LOG_LINE_MAX))].join('\n    ');
}
