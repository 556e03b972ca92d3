// Receives webhooks: proves that each is genuine, answers at once, and takes each event once.
// Make an endpoint that leads here and give its secret; two of them while you rotate it.
//
//   WEBHOOK_SECRETS=whsec_… PORT=3000 npx node examples/receive-webhooks.ts

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook, type WebhookEvent, WebhookRefused } from '@doorstep/sdk';

const secrets = (process.env['WEBHOOK_SECRETS'] ?? '').split(' ').filter(Boolean);
/** In a table of yours, beside what the event changes: a restart must not forget them. */
const handled = new Set<string>();

const server = createServer(async (request, response) => {
  try {
    // The bytes as they came: they are what was signed.
    const body = new Uint8Array(await buffer(request));
    const event = await verifyWebhook(body, request.headers, secrets);
    if (!handled.has(event.id)) handle(event);
    handled.add(event.id);
    response.writeHead(204).end();
  } catch (error) {
    if (error instanceof WebhookRefused) console.log(`Refused: ${error.message}`);
    else console.error(error);
    // What is not taken is sent again later; what is not genuine has no right to know more.
    response.writeHead(error instanceof WebhookRefused ? 400 : 500).end();
  }
});

server.listen(Number(process.env['PORT'] ?? 3000), () => {
  console.log(`Receiving webhooks at port ${(server.address() as AddressInfo).port}.`);
});
process.once('SIGINT', () => server.close());

function handle(event: WebhookEvent): void {
  if (event.type === 'order.captured.v1')
    console.log(`Order ${event.data.number}: ${event.data.totals.totalMinor} to be paid`);
  else console.log(`${event.type} of ${event.subject}`);
}
