// A server whose clock is set by a file: how many milliseconds it is ahead of the machine's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import { readConfig } from '../../../src/config.ts';
import { serve } from '../../../src/serve.ts';
import { outsideProviders } from '../outside-providers.ts';

const READ_EVERY_MS = 20;
const [clockFile = ''] = process.argv.slice(2);

let aheadMs = readAhead();
setInterval(() => {
  aheadMs = readAhead();
}, READ_EVERY_MS);
const now = (): Date => new Date(Date.now() + aheadMs);

const config = readConfig();
const folder = join(config.dataHome, 'sandbox-payments');
try {
  const server = await serve(config, (line) => console.log(line), {
    providers: (notify) => [sandboxPayments({ folder, now, notify }), ...outsideProviders()],
    now,
  });
  process.once('SIGTERM', async () => {
    await server.stop();
    process.exit(0);
  });
} catch (error) {
  console.error(error);
  process.exit(1);
}

function readAhead(): number {
  return Number(readFileSync(clockFile, 'utf8'));
}
