// `npm start`: database, migrations, demo shop on the first run, API and worker, until Ctrl-C.

import { join } from 'node:path';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import type { PaymentProvider } from '@doorstep/core/payments/provider.ts';
import { type Config, readConfig } from './config.ts';
import { explainStartError } from './explain-start-error.ts';
import { serve } from './serve.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig();
  const server = await serve(config, say, { providers: providersOf(config) });
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

/** The connectors of this installation. */
function providersOf(config: Config): PaymentProvider[] {
  const folder = join(config.dataHome, 'sandbox-payments');
  return [manualPayments(), ...(config.sandboxPayments ? [sandboxPayments({ folder })] : [])];
}
