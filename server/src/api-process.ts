// One of several processes that serve requests; serve.ts starts them, and the front hands it connections.

import type { Config } from './config.ts';
import type { ToApi } from './front/messages.ts';
import { takeConnections } from './front/take-connections.ts';
import { installed } from './installed.ts';
import { type Server, serve } from './serve.ts';

const STOP_MS_MAX = 8_000;

let server: Promise<Server> | undefined;
let isStopping = false;

process.on('message', (message: ToApi<Config>) => {
  if (message.is === 'start') {
    const config = message.settings;
    server = serve(config, () => {}, { ...installed(config), listen: takeConnections });
    server.catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    });
  }
  if (message.is === 'stop') void stop();
});
// Whoever started it is gone, killed perhaps.
process.once('disconnect', () => void stop());
// Ctrl-C reaches all processes of a terminal; it is for the one that started us to say when to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // What it waits for may be gone as well, its database say.
  setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
  const running = await server?.catch(() => undefined);
  await running?.stop();
  process.exit(0);
}
