// What an earlier process of ours left: a PostgreSQL that still runs, one that is ending, or only
// the file of one that is gone.
import { setTimeout as sleep } from 'node:timers/promises';
import { isAnswering } from './ask-postgres.ts';
import type { Cluster, Postmaster } from './cluster.ts';
import { isStartedBy, readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { isPostmasterOf, startTimeOf } from './process-identity.ts';
import { clearLeftovers, stopPostmaster } from './stop-postmaster.ts';

const pollMs = 200;
const startingMsMax = 60_000;

/**
 * The running PostgreSQL when it was started by just the command of this cluster and answers.
 * Otherwise undefined, and nothing runs in the data folder any more.
 */
export async function adoptPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const { dataFolder } = cluster.home;
  const file = await readPostmasterFile(dataFolder);
  if (file === undefined || !(await isPostmasterOf(file.pid, dataFolder))) {
    await clearLeftovers(dataFolder);
    // PostgreSQL would refuse to start if another process had that pid by now.
    await removePostmasterFile(dataFolder);
    return undefined;
  }
  const postmaster = await watchPostmaster(file.pid);
  if (await isFit(cluster, file.pid)) {
    cluster.onProgress(`Adopted the running PostgreSQL (${file.pid})`);
    return postmaster;
  }
  cluster.onProgress(`Stopping a PostgreSQL (${file.pid}) left by an earlier run`);
  await stopPostmaster(cluster, postmaster);
  await clearLeftovers(dataFolder);
  // One that was killed leaves its file, and until it is reaped PostgreSQL takes it for alive.
  if (!(await isPostmasterOf(file.pid, dataFolder))) await removePostmasterFile(dataFolder);
  return undefined;
}

async function isFit({ home, binaries, args, port, password }: Cluster, pid: number) {
  const address = { port, password, dataFolder: home.dataFolder };
  const startedAt = Date.now();
  while (Date.now() - startedAt < startingMsMax) {
    const file = await readPostmasterFile(home.dataFolder);
    if (file?.pid !== pid || file.status === 'stopping') return false;
    if (!(await isStartedBy(home.dataFolder, binaries.postgres, args))) return false;
    if (file.status === 'ready') return isAnswering(address);
    await sleep(pollMs);
  }
  return false;
}

/** It is no child of ours: no event tells that it ended. */
async function watchPostmaster(pid: number): Promise<Postmaster> {
  const startTime = await startTimeOf(pid);
  const gone = new Promise<string>((resolve) => {
    const timer = setInterval(async () => {
      if ((await startTimeOf(pid)) === startTime && startTime !== undefined) return;
      clearInterval(timer);
      resolve('gone');
    }, pollMs);
    timer.unref();
  });
  return { pid, gone };
}
