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
  useSyncExternalStore,
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
  const [state, setState] = useState<LiveState>('connecting');
  // They outlive a stream: the next one goes on behind the event that was heard last.
  const place = useRef<{ readonly after?: number }>({});
  const wasLost = useRef(false);
  useEffect(() => {
    if (!mayFollow || !isOnline) return;
    const stop = new AbortController();
    let lost: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const lose = (): void => {
      wasLost.current = true;
      setState((before) => (before === 'live' ? 'reconnecting' : before));
    };
    const onState = (state: 'open' | 'lost'): void => {
      clearTimeout(lost);
      if (state === 'lost') {
        lost = setTimeout(lose, LOST_AFTER_MS);
        return;
      }
      setState('live');
      // The stream goes on behind what it brought last, but had nothing to go by before that.
      if (wasLost.current) void client.invalidateQueries();
      wasLost.current = false;
    };
    const follow = async (): Promise<void> => {
      try {
        for await (const event of api.streamEvents(place.current, {
          signal: stop.signal,
          onState,
        })) {
          place.current = { after: event.position };
          for (const hear of [...listeners]) hear(event);
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        onState('lost');
        // The SDK gives up on a server that never answered. Here it did before, so it will again.
        if (error instanceof DoorstepError && error.status === 401) end();
        else again = setTimeout(follow, AGAIN_MS);
      }
    };
    void follow();
    return () => {
      stop.abort();
      clearTimeout(lost);
      clearTimeout(again);
      lose();
    };
  }, [api, client, end, mayFollow, isOnline, listeners]);
  if (!isOnline) return 'offline';
  return mayFollow ? state : 'polling';
}

function useOnline(): boolean {
  return useSyncExternalStore(hearLine, () => navigator.onLine);
}

function hearLine(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
