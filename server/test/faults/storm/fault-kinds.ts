// All that can be done to the system.

import type { Fault } from './fault.ts';
import { cutConnections } from './kinds/cut-connections.ts';
import { cutOneDirection } from './kinds/cut-one-direction.ts';
import { fillDisk } from './kinds/fill-disk.ts';
import { freezeProcess } from './kinds/freeze-process.ts';
import { jumpClock } from './kinds/jump-clock.ts';
import { killApi } from './kinds/kill-api.ts';
import { killBackend } from './kinds/kill-backend.ts';
import { killPostgres } from './kinds/kill-postgres.ts';
import { killWorker } from './kinds/kill-worker.ts';
import { loseCommits } from './kinds/lose-commits.ts';
import { stallCommits } from './kinds/stall-commits.ts';
import { troubleProvider } from './kinds/trouble-provider.ts';

export const FAULT_KINDS: readonly Fault[] = [
  killApi,
  killWorker,
  killPostgres,
  killBackend,
  cutConnections,
  cutOneDirection,
  stallCommits,
  loseCommits,
  freezeProcess,
  fillDisk,
  jumpClock,
  troubleProvider,
];
