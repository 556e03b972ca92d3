// Watches a drop: its figures each second, its sales as the log tells them. When the figures stay
// away there is a gap, and it is said; the log goes on behind what it told last, so the sales of a
// gap come after it.

import type { GetDropFiguresAnswer } from '@doorstep/sdk';
import { useEffect, useRef, useState } from 'react';
import { useLiveEvents, useLiveState } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { type DropLine, dropLine } from './drop-line.ts';

export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface DropWatch {
  readonly figures: GetDropFiguresAnswer | null;
  readonly error: unknown;
  /** When the newest figures came. */
  readonly seenAt: number;
  readonly now: number;
  readonly gaps: readonly Gap[];
  /** Refusals in the last second that was looked at. */
  readonly refusedPerSecond: number;
  readonly line: DropLine;
  /** Gaps that began later are filled from the log; null while it is not followed. */
  readonly filledSince: number | null;
}

type Seen = Omit<DropWatch, 'line' | 'filledSince'>;

const SECOND_MS = 1000;
/** Figures older than that are a gap. */
export const GAP_MS = 3000;
const GAPS_MAX = 20;
const LINE_SECONDS = 600;

export function useDropWatch(drop: string): DropWatch {
  const { api } = useSession();
  const filledSince = useFilledSince();
  const line = useRef(dropLine(LINE_SECONDS));
  const [seen, setSeen] = useState<Seen>(() => ({
    figures: null,
    error: null,
    seenAt: 0,
    now: Date.now(),
    gaps: [],
    refusedPerSecond: 0,
  }));
  useLiveEvents(['drop.sold.v1'], (event) => {
    if (event.subject === drop) line.current.add(event);
  });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const startedAt = Date.now();
      try {
        const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(GAP_MS)]);
        const figures = await api.getDropFigures({ drop }, { signal });
        setSeen((before) => withFigures(before, figures, Date.now()));
      } catch (error) {
        setSeen((before) => ({ ...before, error, now: Date.now() }));
      }
      if (!stop.signal.aborted)
        timer = setTimeout(look, Math.max(0, SECOND_MS - (Date.now() - startedAt)));
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [api, drop]);
  return { ...seen, line: line.current, filledSince };
}

/** A stream that heard nothing yet has nothing to go on behind: it begins with what comes next. */
function useFilledSince(): number | null {
  const isFollowed = useLiveState() === 'live';
  const hasHeard = useRef(false);
  const [since, setSince] = useState(0);
  useLiveEvents(['*'], () => {
    hasHeard.current = true;
  });
  useEffect(() => {
    if (isFollowed && !hasHeard.current) setSince(Date.now());
  }, [isFollowed]);
  return isFollowed ? since : null;
}

function withFigures(before: Seen, figures: GetDropFiguresAnswer, now: number) {
  const isGap = before.seenAt > 0 && now - before.seenAt > GAP_MS;
  const gap = { from: before.seenAt, to: now };
  const gaps = isGap ? [...before.gaps, gap].slice(-GAPS_MAX) : before.gaps;
  const grown = refusedOf(figures) - (before.figures === null ? 0 : refusedOf(before.figures));
  const seconds = (now - before.seenAt) / SECOND_MS;
  // Another process may have answered, which counted less.
  const isComparable = before.figures !== null && grown >= 0;
  const refusedPerSecond = isComparable ? Math.round(grown / seconds) : 0;
  return { figures, error: null, seenAt: now, now, gaps, refusedPerSecond };
}

function refusedOf({ refusals }: GetDropFiguresAnswer): number {
  return refusals.soldOut + refusals.limitReached + refusals.notRunning;
}
