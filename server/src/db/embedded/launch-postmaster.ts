// Starts PostgreSQL's main process and waits until it answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAnswering } from './ask-postgres.ts';
import type { Cluster, Postmaster } from './cluster.ts';
import { explainPostgresLog } from './embedded-postgres-error.ts';
import { explainSpawnError } from './init-cluster.ts';
import { logSize, openLog, readLogTail } from './postgres-log.ts';
import { readPostmasterFile } from './postmaster-file.ts';

export type LaunchedPostmaster = Postmaster & { readonly ready: Promise<void> };

const pollMs = 20;
const tellEveryMs = 5000;

/** `ready` rejects with a typed error when it ends before it answers. */
export async function launchPostmaster(cluster: Cluster): Promise<LaunchedPostmaster> {
  const { home, binaries, user } = cluster;
  const log = await openLog(home);
  const logOffset = await logSize(home);
  try {
    const child = spawn(binaries.postgres, [...cluster.args], {
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log.fd, log.fd],
      // A group of its own: Ctrl-C must reach us, who stop it when the last request is answered.
      detached: true,
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
    await spawned(child, cluster);
    child.unref();
    const postmaster = { pid: child.pid ?? 0, gone: ended(child) };
    const ready = untilReady(cluster, postmaster, logOffset);
    // Whoever stops it meanwhile need not also wait for this.
    ready.catch(() => {});
    return { ...postmaster, ready };
  } finally {
    await log.close();
  }
}

async function spawned(child: ChildProcess, cluster: Cluster): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw explainSpawnError(error, cluster.binaries.postgres, cluster.user);
  }
}

async function ended(child: ChildProcess): Promise<string> {
  const [code, signal] = await once(child, 'exit');
  return signal === null ? `exit code ${code}` : String(signal);
}

/** However long it takes: after a crash it reads the log of what was committed since. */
async function untilReady(cluster: Cluster, { pid, gone }: Postmaster, logOffset: number) {
  const { home, port, password } = cluster;
  const end = { isHere: false };
  void gone.then(() => Object.assign(end, { isHere: true }));
  const address = { port, password, dataFolder: home.dataFolder };
  for (let toldAt = Date.now(); ; ) {
    if (end.isHere) {
      const tail = await readLogTail(home, logOffset);
      throw explainPostgresLog(tail, { path: home.dataFolder, port });
    }
    const file = await readPostmasterFile(home.dataFolder);
    if (file?.pid === pid && file.status === 'ready' && (await isAnswering(address))) return;
    if (Date.now() - toldAt > tellEveryMs) {
      toldAt = Date.now();
      cluster.onProgress('PostgreSQL is still starting; after a crash this can take a while');
    }
    await sleep(pollMs);
  }
}
