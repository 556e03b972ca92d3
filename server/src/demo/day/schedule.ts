// A simulated clock and what is to happen at which of its moments. Time moves on only as fast as
// what is due gets done, so the day is as long as it must be and never skips work.

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

export function schedule(options: ScheduleOptions): Schedule {
  const waiting: Entry[] = [];
  const running = new Set<Promise<void>>();
  let nowMs = options.start.getTime();
  const failures: unknown[] = [];
  let turns = 0;
  /** Work put off and under way, but for rounds. */
  let pieces = 0;

  async function advance(toMs: number): Promise<void> {
    while (nowMs < toMs) {
      const stepMs = Math.min(toMs - nowMs, AHEAD_MS);
      const realMs = stepMs / options.speed(new Date(nowMs));
      if (realMs >= WAIT_MS_MIN) await sleep(realMs);
      nowMs += stepMs;
      // What came in meanwhile may be due earlier.
      const next = waiting[0];
      if (next !== undefined && next.atMs < toMs) return;
    }
  }

  return {
    now: () => new Date(nowMs),
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
      for (;;) {
        if (failures.length > 0) throw failures[0];
        const next = waiting[0];
        if (next === undefined || next.atMs > untilMs) {
          // What is under way may bring more.
          if (running.size === 0) break;
          await Promise.race(running);
          continue;
        }
        if (next.atMs > nowMs) {
          await advance(next.atMs);
          continue;
        }
        if (running.size >= options.concurrency) {
          // Something earlier may have come in by then.
          await Promise.race(running);
          continue;
        }
        waiting.shift();
        const done: Promise<void> = next
          .work()
          .catch((error: unknown) => {
            failures.push(error);
          })
          .finally(() => {
            running.delete(done);
            if (!next.isRound) pieces -= 1;
          });
        running.add(done);
      }
      if (failures.length > 0) throw failures[0];
      nowMs = Math.max(nowMs, untilMs);
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
