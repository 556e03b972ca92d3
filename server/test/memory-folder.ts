// Tests make and drop a database of a thousand files each. In memory that costs a fraction of what it does on
// a disk, where the file system also looks long for a free place among what was just deleted.

import { readFileSync, statfsSync } from 'node:fs';

const FOLDER = '/dev/shm';
/** What the databases of a whole run need at most, many times over. */
const FREE_BYTES_MIN = 4e9;
/** Beside them stand browsers and servers. */
const MEMORY_BYTES_MIN = 8e9;

/** A folder that is kept in memory; undefined where there is none, or not enough memory. */
export function memoryFolder(): string | undefined {
  if (!isInMemory() || process.availableMemory() < MEMORY_BYTES_MIN) return undefined;
  const { bavail, bsize } = statfsSync(FOLDER);
  return bavail * bsize < FREE_BYTES_MIN ? undefined : FOLDER;
}

/** Programs are run from there too, which some systems forbid. */
function isInMemory(): boolean {
  if (process.platform !== 'linux') return false;
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).find(([, folder]) => folder === FOLDER);
  return options?.[2] === 'tmpfs' && !options[3]?.split(',').includes('noexec');
}
