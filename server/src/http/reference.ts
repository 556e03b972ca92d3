// What a browser or a load balancer asks for: the API reference, the errors explained, health.
// Everything comes from this server: the pages work without the internet and ask nobody else.
// cspell:ignore nosniff healthz readyz

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { ERRORS_PAGE, REFERENCE_PAGE, START_SCRIPT } from './reference-pages.ts';

const OPENAPI = fileURLToPath(import.meta.resolve('@doorstep/contract/openapi.json'));
const SCALAR = join(
  dirname(fileURLToPath(import.meta.resolve('@scalar/api-reference'))),
  'browser/standalone.js',
);

// Scalar writes its styles into the page; scripts come from files of ours only, and no other
// server is ever asked.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const READY_WITHIN_MS = 2000;

/** A scope of its own, so that its headers cost the API nothing. */
export function referenceRoutes(app: FastifyInstance, pool: Pool): void {
  app.register(async (pages) => {
    pages.addHook('onSend', (_request, reply, payload, done) => {
      reply.headers(SECURITY_HEADERS);
      done(null, payload);
    });
    pages.get('/docs', (_request, reply) => html(reply, REFERENCE_PAGE));
    pages.get('/docs/errors', (_request, reply) => html(reply, ERRORS_PAGE));
    pages.get('/docs/start.js', (_request, reply) => script(reply).send(START_SCRIPT));
    pages.get('/docs/scalar.js', async (_request, reply) => {
      const { size } = await stat(SCALAR);
      script(reply).header('content-length', size);
      return reply.send(createReadStream(SCALAR));
    });
    pages.get('/docs/openapi.json', async (_request, reply) =>
      reply.type('application/json').send(await readFile(OPENAPI, 'utf8')),
    );
    pages.get('/healthz', (_request, reply) => state(reply, 200, 'alive'));
    pages.get('/readyz', async (_request, reply) =>
      (await answers(pool)) ? state(reply, 200, 'ready') : state(reply, 503, 'no database'),
    );
  });
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

/** Browsers may keep a script, but ask whether it changed with the next version of the server. */
function script(reply: FastifyReply): FastifyReply {
  return reply
    .type('text/javascript; charset=utf-8')
    .header('cache-control', 'public, max-age=3600');
}

function state(reply: FastifyReply, status: number, words: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(JSON.stringify({ status: words }));
}

/** Whether the database answers in time; a load balancer does not wait longer. */
async function answers(pool: Pool): Promise<boolean> {
  const asked = inTransaction(pool, null, async () => true).catch(() => false);
  return Promise.race([asked, sleep(READY_WITHIN_MS, false, { ref: false })]);
}
