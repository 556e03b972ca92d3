// What the log told of a drop, second by second. The log is found by time: its positions are in the
// order of time, so some twenty looks find where a drop begins among a million events.

import type { Doorstep, GetDropAnswer } from '@doorstep/sdk';
import { dropLine, type SecondOfSale, secondOf } from './drop-line.ts';

export interface DropCourse {
  /** The second of the first one. */
  readonly from: number;
  readonly seconds: readonly SecondOfSale[];
  readonly marks: readonly { readonly type: MarkType; readonly second: number }[];
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onRead: (events: number) => void;
}

const MARKS = {
  'drop.started.v1': 'started',
  'drop.paused.v1': 'paused',
  'drop.resumed.v1': 'resumed',
  'drop.sold_out.v1': 'sold-out',
  'drop.stopped.v1': 'stopped',
  'drop.ended.v1': 'ended',
} as const;
type MarkType = (typeof MARKS)[keyof typeof MARKS];

const PAGE = 1000;
/** 300,000 events, then it stops: the rest of so busy a day is for a report. */
const PAGES_MAX = 300;
const SECONDS_MAX = 86_400;

export async function readDropCourse(
  api: Doorstep,
  drop: GetDropAnswer,
  { signal, onRead }: ReadOptions,
): Promise<DropCourse> {
  const line = dropLine(SECONDS_MAX);
  const marks: { type: MarkType; second: number }[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  let after = await findPosition(api, earliest(drop), signal);
  for (let page = 0, isOver = false; page < PAGES_MAX && !isOver; page += 1) {
    const { items, nextAfter } = await api.listEvents({ after, limit: PAGE }, { signal });
    for (const event of items) {
      if (event.subject !== drop.id) continue;
      line.add(event);
      const second = secondOf(event.recordedAt);
      const type = (MARKS as Readonly<Record<string, MarkType | undefined>>)[event.type];
      if (type !== undefined) marks.push({ type, second });
      if (type !== undefined || event.type === 'drop.sold.v1') {
        first = Math.min(first, second);
        last = Math.max(last, second);
      }
      if (type === 'stopped' || type === 'ended') isOver = true;
    }
    onRead((page + 1) * PAGE);
    if (items.length < PAGE) break;
    after = nextAfter;
  }
  const length = last === 0 ? 0 : Math.min(SECONDS_MAX, last - first + 1);
  return { from: first, seconds: line.stretch(first, length), marks };
}

/** What began before it was planned was told when it was planned. */
function earliest({ createdAt, startsAt }: GetDropAnswer): number {
  return Math.max(Date.parse(createdAt), Math.min(Date.parse(startsAt), Date.now())) - 1000;
}

/** The position before the first event of that time or later. */
async function findPosition(api: Doorstep, time: number, signal: AbortSignal): Promise<number> {
  const isBefore = async (position: number): Promise<boolean> => {
    const { items } = await api.listEvents({ after: position, limit: 1 }, { signal });
    const [event] = items;
    return event !== undefined && Date.parse(event.recordedAt) < time;
  };
  let high = 1024;
  while (await isBefore(high)) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
