// `npm start`: database, migrations, demo shop on the first run, API and worker, until Ctrl-C.

import { readConfig } from './config.ts';
import { explainStartError } from './explain-start-error.ts';
import { installed } from './installed.ts';
import { serve } from './serve.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig();
  const server = await serve(config, say, installed(config));
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await server.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
} catch (error) {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(1);
}
