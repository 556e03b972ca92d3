// A process that sends webhooks until it is killed.

import pino from 'pino';
import { openRuntime } from '../../src/runtime.ts';
import { webhookSender } from '../../src/webhooks/webhook-sender.ts';
import { localRules } from '../receiver.ts';

const { DATABASE_URL = '', SECRET_KEY = '', LEASE_MS } = process.env;
const runtime = openRuntime({
  url: DATABASE_URL,
  log: pino({ level: 'silent' }),
  secretKeys: [Buffer.from(SECRET_KEY, 'base64')],
  outbound: localRules(),
});
const sender = webhookSender(runtime, { leaseMs: Number(LEASE_MS) });
for (;;) await sender.step();
