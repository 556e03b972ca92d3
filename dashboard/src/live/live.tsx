// What happens in the shop, as it happens: one stream for the whole app.
//
//   useLiveEvents(['order.captured.v1'], (event) => …);       hear it
//   useLiveRefresh(['order.', 'hold.'], ['order', id]);        read queries anew, at most twice a second
//   const { count, clear } = useNewcomers(['order.captured.v1']);   "3 new orders", for a list
//
// A type that ends with a dot stands for all that begin so, and `*` for all. A list under somebody's eyes is not read
// anew by itself: it would move under the cursor. It tells what is new, and the reader decides.

import { DoorstepError, type StreamedEvent } from '@doorstep/sdk';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSession } from '../session/session.tsx';

/** `polling`: the role may not follow the log, so that queries are read anew by time. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'polling';

export type LiveListener = (event: StreamedEvent) => void;

interface Live {
  readonly state: LiveState;
  listen(listener: LiveListener): () => void;
}

const REFRESH_MS = 500;
const POLL_MS = 30_000;
/** The server ends each stream after a while and is asked anew: that is no loss to tell of. */
const LOST_AFTER_MS = 1500;

/** Until a server that answered nothing is asked again. */
const AGAIN_MS = 2000;

const LiveContext = createContext<Live | null>(null);

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [listeners] = useState(() => new Set<LiveListener>());
  const state = useStream(listeners);
  const listen = useCallback(
    (listener: LiveListener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );
  const live = useMemo(() => ({ state, listen }), [state, listen]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLiveState(): LiveState {
  return useLive().state;
}

/** How often a query is to be read anew by time: never, while the stream tells what changed. */
export function usePollMs(): number | false {
  return useLive().state === 'polling' ? POLL_MS : false;
}

export function useLiveEvents(types: readonly string[], hear: LiveListener): void {
  const { listen } = useLive();
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  const wanted = types.join(' ');
  useEffect(() => {
    const patterns = wanted.split(' ');
    return listen((event) => {
      if (patterns.some((pattern) => isOfType(event.type, pattern))) latest.current(event);
    });
  }, [listen, wanted]);
}

/** Only events about `subject` count, where one is given. Numbers of the whole shop may rest longer. */
export function useLiveRefresh(
  types: readonly string[],
  queryKey: QueryKey,
  subject?: string,
  restMs = REFRESH_MS,
): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const readAt = useRef(0);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useLiveEvents(types, (event) => {
    if (timer.current !== null || (subject !== undefined && event.subject !== subject)) return;
    // The first is read at once, those that follow together.
    const rest = Math.max(0, readAt.current + restMs - Date.now());
    timer.current = setTimeout(() => {
      timer.current = null;
      readAt.current = Date.now();
      void client.invalidateQueries({ queryKey });
    }, rest);
  });
}

export interface Newcomers {
  readonly count: number;
  /** They are being shown now. */
  clear(): void;
}

export function useNewcomers(types: readonly string[]): Newcomers {
  const [count, setCount] = useState(0);
  useLiveEvents(types, () => setCount((before) => before + 1));
  const clear = useCallback(() => setCount(0), []);
  return { count, clear };
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive stands outside of LiveProvider');
  return live;
}

function isOfType(type: string, pattern: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.') ? type.startsWith(pattern) : type === pattern;
}

function useStream(listeners: ReadonlySet<LiveListener>): LiveState {
  const { api, can, end } = useSession();
  const client = useQueryClient();
  const mayFollow = can('events:read');
  const isOnline = useOnline();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (!mayFollow || !isOnline) return;
    const stop = new AbortController();
    let lost: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const onState = (state: 'open' | 'lost'): void => {
      clearTimeout(lost);
      if (state === 'lost') {
        lost = setTimeout(() => {
          wasLost = true;
          setIsOpen(false);
        }, LOST_AFTER_MS);
        return;
      }
      setIsOpen(true);
      setWasOpen(true);
      // The stream goes on behind what it brought last, but had nothing to go by before that.
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
    };
    const hearAll = async (): Promise<void> => {
      for await (const event of api.streamEvents({}, { signal: stop.signal, onState }))
        for (const hear of [...listeners]) hear(event);
    };
    // The SDK gives up on a server that never answered. Here it did before, so it will again.
    const follow = (): void =>
      void hearAll().catch((error: unknown) => {
        if (stop.signal.aborted) return;
        onState('lost');
        if (isRefusal(error, 401)) end();
        else again = setTimeout(follow, AGAIN_MS);
      });
    follow();
    return () => {
      stop.abort();
      clearTimeout(lost);
      clearTimeout(again);
      setIsOpen(false);
    };
  }, [api, client, end, mayFollow, isOnline, listeners]);
  if (!isOnline) return 'offline';
  if (!mayFollow) return 'polling';
  if (isOpen) return 'live';
  return wasOpen ? 'reconnecting' : 'connecting';
}

function isRefusal(error: unknown, status: number): boolean {
  return error instanceof DoorstepError && error.status === status;
}

function useOnline(): boolean {
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => setIsOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
