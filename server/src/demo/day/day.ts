// What everybody who plays a part in the simulated day shares.

import type { Schedule } from './schedule.ts';

export interface DayAnswer {
  readonly status: number;
  readonly body: DayBody;
}

/** The few fields that players read of answers; each is there where the contract says so. */
export interface DayBody {
  readonly id: string;
  readonly order: string;
  readonly items: readonly unknown[];
  readonly lines: readonly unknown[];
  readonly nextAfter: number;
  readonly nextCursor: string | null;
  readonly totalMinor: number;
  readonly canceledMinor: number;
  readonly grantedMinor: number;
  readonly voidedAt: string | null;
}

export interface Day {
  readonly plan: Schedule;
  /** Answers whatever the API says; refusals are part of the day. Throws on a 5xx. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<DayAnswer>;
  /** In (0, 1), the same series for the same seed. */
  readonly random: () => number;
}

const MINUTE_MS = 60_000;

/** Does the work so many simulated minutes from now. */
export function inMinutes(day: Day, minutes: number, work: () => Promise<void>): void {
  day.plan.at(new Date(day.plan.now().getTime() + minutes * MINUTE_MS), work);
}

/** The same for what is done again and again as long as the day lasts. */
export function roundInMinutes(day: Day, minutes: number, work: () => Promise<void>): void {
  day.plan.round(new Date(day.plan.now().getTime() + minutes * MINUTE_MS), work);
}

/** Whether something that happens this often happens now. */
export function happens(day: Day, share: number): boolean {
  return day.random() < share;
}

/** A number of minutes between two, each as likely. */
export function between(day: Day, least: number, most: number): number {
  return least + day.random() * (most - least);
}

export function oneOf<T>(day: Day, from: readonly T[]): T {
  const one = from[Math.floor(day.random() * from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}
