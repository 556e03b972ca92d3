// Starts PostgreSQL again when it ended without being asked to.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, Postmaster } from './cluster.ts';
import { launchPostmaster } from './launch-postmaster.ts';
import { removePostmasterFile } from './postmaster-file.ts';
import { clearLeftovers, stopPostmaster } from './stop-postmaster.ts';

export type Supervision = {
  readonly pid: number;
  /** Ends PostgreSQL for good. */
  stop(): Promise<void>;
};

/** A fault that lasts must not burn the machine; one that does not must cost no time. */
const delaysMs = [0, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 30_000];
const soundAfterMs = 60_000;

type State = { current: Postmaster; isStopping: boolean; readonly stopped: AbortController };

export function supervisePostmaster(
  cluster: Cluster,
  first: Postmaster,
  onFailed: (error: unknown) => void,
): Supervision {
  const state: State = { current: first, isStopping: false, stopped: new AbortController() };
  const watching = watch(cluster, state, onFailed);
  return {
    get pid() {
      return state.current.pid;
    },
    async stop() {
      state.isStopping = true;
      state.stopped.abort();
      // A launch under way ends in one more postmaster: stop whatever is current until none comes.
      for (let stopped: Postmaster | undefined; stopped !== state.current; ) {
        stopped = state.current;
        await stopPostmaster(cluster, stopped);
        await watching;
      }
    },
  };
}

async function watch(cluster: Cluster, state: State, onFailed: (error: unknown) => void) {
  for (let attempt = 0, startedAt = Date.now(); ; startedAt = Date.now()) {
    const how = await state.current.gone;
    if (state.isStopping) return;
    if (Date.now() - startedAt > soundAfterMs) attempt = 0;
    cluster.onProgress(`PostgreSQL (${state.current.pid}) ended unexpectedly: ${how}`);
    attempt = await restart(cluster, state, attempt).catch((error) => {
      onFailed(error);
      return delaysMs.length;
    });
    if (state.isStopping || attempt === delaysMs.length) return;
    cluster.onProgress(`PostgreSQL runs again (${state.current.pid})`);
  }
}

/** Returns at which attempt it succeeded, plus one; throws after the last. */
async function restart(cluster: Cluster, state: State, firstAttempt: number): Promise<number> {
  const { dataFolder } = cluster.home;
  let cause: unknown = new Error('PostgreSQL ended too often');
  for (let attempt = firstAttempt; attempt < delaysMs.length; attempt += 1) {
    await pause(delaysMs[attempt] ?? 0, state);
    if (state.isStopping) return attempt;
    try {
      await clearLeftovers(dataFolder);
      await removePostmasterFile(dataFolder);
      const launched = await launchPostmaster(cluster);
      state.current = launched;
      // Whoever asks to stop meanwhile does not wait for a long recovery: `stop` ends it.
      await Promise.race([launched.ready, untilStopped(state)]);
      return attempt + 1;
    } catch (error) {
      if (state.isStopping) return attempt;
      cause = error;
      const message = error instanceof Error ? error.message : String(error);
      cluster.onProgress(`PostgreSQL could not be started again (${attempt + 1}): ${message}`);
    }
  }
  throw cause;
}

async function untilStopped({ stopped }: State): Promise<void> {
  if (!stopped.signal.aborted) await once(stopped.signal, 'abort');
}

async function pause(ms: number, state: State): Promise<void> {
  await sleep(ms, undefined, { signal: state.stopped.signal }).catch(() => {});
}
