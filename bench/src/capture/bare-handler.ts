// H: what HTTP and validation cost alone. The same Fastify app and the same schema; no database.

import { CaptureOrderBody } from '@doorstep/contract/order-capture.ts';
import { buildApp } from '@doorstep/server/src/http/app.ts';
import { checkOfBody } from '@doorstep/server/src/http/validate.ts';
import pino from 'pino';

let canned = '';
const check = checkOfBody(CaptureOrderBody);
const app = buildApp(pino({ level: 'warn' }));

app.post('/v1/orders', async (request, reply) => {
  if (check(request.body).length > 0) return reply.code(400).send('{}');
  return reply.code(201).type('application/json').send(canned);
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const port = Number(new URL(address).port);

process.on('message', (message: { answer: string }) => {
  canned = message.answer;
  process.send?.({ port });
});
