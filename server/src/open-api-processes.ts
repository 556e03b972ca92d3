// Several processes that serve requests, and the front that gives each tenant one of them.

import { join } from 'node:path';
import { refuse } from '@doorstep/core/refusal.ts';
import type { Config } from './config.ts';
import { type ApiProcesses, startApiProcesses } from './front/api-processes.ts';
import { awakeClock } from './front/awake-clock.ts';
import { openFront } from './front/open-front.ts';
import { tenantPlaces } from './front/tenant-places.ts';
import { problemOf, wireProblem } from './http/problem.ts';
import { newRequestId } from './http/request-id.ts';
import type { Runtime } from './runtime.ts';

const PROGRAM = join(import.meta.dirname, 'api-process.ts');

export interface OpenedApi {
  /** Where the front listens. */
  readonly url: string;
  readonly processes: ApiProcesses;
}

export async function openApiProcesses(
  config: Config,
  runtime: Pick<Runtime, 'authentication' | 'log'>,
  closing: (() => Promise<void>)[],
): Promise<OpenedApi> {
  const { log, authentication } = runtime;
  const places = tenantPlaces(config.apiProcesses, awakeClock());
  const processes: ApiProcesses = startApiProcesses<Config>({
    program: PROGRAM,
    count: config.apiProcesses,
    settings: { ...config, role: 'api', demo: 'no' },
    onUp: (place) => places.up(place),
    onDown(place, why) {
      places.down(place);
      log.error({ place, why }, 'a process of the API is gone; another one takes its place');
    },
    onLoad(place, load) {
      for (const tenant of places.told(place, load)) processes.letGo(place, tenant);
    },
  });
  closing.push(() => processes.stop());
  await processes.started;
  const front = await openFront({
    host: config.host,
    port: config.port,
    tenantOf: async (secret) => (await authentication.authenticate(secret))?.tenant,
    take(tenant, bytes, socket) {
      const place = places.placeOf(tenant);
      const isTaken = place !== undefined && processes.handOver(place, tenant, bytes, socket);
      if (!isTaken) socket.end(nobodyIsFree(), () => socket.destroy());
    },
  });
  closing.push(() => front.stop());
  return { url: front.url, processes };
}

function nobodyIsFree(): string {
  const refusal = refuse('overloaded', 'No process has time for this connection right now.');
  return wireProblem(problemOf(refusal, newRequestId()));
}
