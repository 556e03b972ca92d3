// The processes that serve requests, by their place in the row.

import type { Socket } from 'node:net';
import { keepProcess } from './keep-process.ts';
import type { ToApi } from './messages.ts';
import type { ApiLoad } from './tenant-places.ts';

export interface ApiProcessesOptions<Settings> {
  /** A module that calls takeConnections. */
  readonly program: string;
  readonly count: number;
  /** What each of them starts with. */
  readonly settings: Settings;
  readonly onUp: (place: number) => void;
  readonly onDown: (place: number, why: string) => void;
  readonly onLoad: (place: number, load: ApiLoad) => void;
}

export interface ApiProcesses {
  /** Resolves when all of them take connections; rejects when one cannot start. */
  readonly started: Promise<void>;
  /** Null where none runs at the moment. */
  pids(): (number | null)[];
  isReady(place: number): boolean;
  /**
   * The socket is closed if the process goes before it has it.
   *
   * @returns false, and does nothing, where it is not ready or too many wait for it
   */
  handOver(place: number, tenant: string | null, bytes: Buffer, socket: Socket): boolean;
  letGo(place: number, tenant: string): void;
  stop(): Promise<void>;
}

/** Of each at most 80 kB was read, a head and what came with its end: 80 MB for each process at worst. */
const WAITING_MAX = 1_000;

export function startApiProcesses<Settings>(options: ApiProcessesOptions<Settings>): ApiProcesses {
  const { program, settings, onUp, onDown, onLoad } = options;
  const kept = Array.from({ length: options.count }, (_, place) =>
    keepProcess<ToApi<Settings>>({
      program,
      first: { is: 'start', settings },
      last: { is: 'stop' },
      onMessage: (message) => (message.is === 'load' ? onLoad(place, message.load) : onUp(place)),
      onDown: (why) => onDown(place, why),
    }),
  );
  return {
    started: Promise.all(kept.map((one) => one.started)).then(() => {}),
    pids: () => kept.map((one) => one.pid()),
    isReady: (place) => kept[place]?.isReady() === true,
    handOver(place, tenant, bytes, socket) {
      const one = kept[place];
      if (one?.isReady() !== true || one.waiting() >= WAITING_MAX) return false;
      one.tell({ is: 'connection', tenant, bytes }, socket);
      return true;
    },
    letGo(place, tenant) {
      kept[place]?.tell({ is: 'let-go', tenant });
    },
    async stop() {
      await Promise.all(kept.map((one) => one.stop()));
    },
  };
}
