// A simulated clock and what is to happen at which of its moments. Time moves on only as fast as
// what is due gets done, here and in the server, so the day is as long as it must be and never skips
// work.

import { setTimeout as sleep } from 'node:timers/promises';

export interface Schedule {
  /** The simulated moment. */
  now(): Date;
  /** Puts off work; of equal moments the earlier put off comes first. */
  at(moment: Date, work: () => Promise<void>): void;
  /** The same for rounds that people make again and again: no day lasts because of them. */
  round(moment: Date, work: () => Promise<void>): void;
  /** Works everything off until `until` has come; `isQuiet` once only rounds are left before. */
  run(until: Date): Promise<void>;
  readonly isQuiet: boolean;
}

export interface ScheduleOptions {
  readonly start: Date;
  /** Simulated seconds in a second, at most, by the simulated moment. */
  readonly speed: (now: Date) => number;
  /** Pieces of work under way at a time. */
  readonly concurrency: number;
  /** Resolves when the server has done what is due, too. */
  readonly settle?: () => Promise<void>;
}

interface Entry {
  readonly atMs: number;
  readonly turn: number;
  readonly isRound: boolean;
  readonly work: () => Promise<void>;
}

/** Waits shorter than this are not worth a timer. */
const WAIT_MS_MIN = 4;
/** While something is under way, time may run ahead of it by this much. */
const AHEAD_MS = 60_000;
/** Ahead of the server, by this much: buyers have 15 minutes to pay, and the bank is part of it. */
const AHEAD_OF_SERVER_MS = 10 * 60_000;

export function schedule(options: ScheduleOptions): Schedule {
  const waiting: Entry[] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const clock = simulatedClock(options);
  let turns = 0;
  /** Work put off and under way, but for rounds. */
  let pieces = 0;

  /** Of what waits, the first. */
  function begin(entry: Entry): void {
    waiting.shift();
    if (!entry.isRound) clock.noteWork();
    const done: Promise<void> = entry
      .work()
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => {
        running.delete(done);
        if (!entry.isRound) pieces -= 1;
      });
    running.add(done);
  }

  return {
    now: () => new Date(clock.nowMs()),
    at(moment, work) {
      pieces += 1;
      insert(waiting, { atMs: moment.getTime(), turn: turns++, isRound: false, work });
    },
    round(moment, work) {
      insert(waiting, { atMs: moment.getTime(), turn: turns++, isRound: true, work });
    },
    get isQuiet() {
      return pieces === 0;
    },
    async run(until) {
      const untilMs = until.getTime();
      // What came in while time went on may be due earlier.
      const isFirst = (entry: Entry) => waiting[0] === entry;
      for (;;) {
        if (failures.length > 0) throw failures[0];
        const next = waiting[0];
        if (next === undefined || next.atMs > untilMs) {
          // What is under way may bring more.
          if (running.size === 0) break;
          await Promise.race(running);
        } else if (next.atMs > clock.nowMs()) await clock.advance(next.atMs, () => isFirst(next));
        // Something earlier may have come in by then.
        else if (running.size >= options.concurrency) await Promise.race(running);
        else begin(next);
      }
      await clock.leap(untilMs);
    },
  };
}

interface SimulatedClock {
  nowMs(): number;
  /** Something was done here that the server may have to go on with. */
  noteWork(): void;
  /** Lets time go by for as long as that is wanted. */
  advance(toMs: number, goesOn: () => boolean): Promise<void>;
  /** Nothing happens here before that moment. */
  leap(toMs: number): Promise<void>;
}

function simulatedClock({ start, speed, settle }: ScheduleOptions): SimulatedClock {
  let nowMs = start.getTime();
  let settledAtMs = nowMs;
  let hasWorked = false;

  async function waitForServer(): Promise<void> {
    if (hasWorked) {
      hasWorked = false;
      await settle?.();
    }
    settledAtMs = nowMs;
  }

  return {
    nowMs: () => nowMs,
    noteWork() {
      hasWorked = true;
    },
    async advance(toMs, goesOn) {
      do {
        if (nowMs - settledAtMs >= AHEAD_OF_SERVER_MS) await waitForServer();
        else {
          const stepMs = Math.min(toMs - nowMs, AHEAD_MS);
          const realMs = stepMs / speed(new Date(nowMs));
          if (realMs >= WAIT_MS_MIN) await sleep(realMs);
          nowMs += stepMs;
        }
      } while (nowMs < toMs && goesOn());
    },
    async leap(toMs) {
      nowMs = Math.max(nowMs, toMs);
      hasWorked = true;
      await waitForServer();
    },
  };
}

/** Keeps the list in order; a binary search, for there are thousands. */
function insert(entries: Entry[], entry: Entry): void {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = entries[middle];
    if (
      other !== undefined &&
      (other.atMs < entry.atMs || (other.atMs === entry.atMs && other.turn < entry.turn))
    )
      low = middle + 1;
    else high = middle;
  }
  entries.splice(low, 0, entry);
}
