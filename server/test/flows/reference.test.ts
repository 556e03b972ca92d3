// cspell:ignore nosniff healthz readyz
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ERRORS } from '@doorstep/contract/errors.ts';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { openPool, type Pool } from '../../src/db/pool.ts';
import { buildApp } from '../../src/http/app.ts';
import { referenceRoutes } from '../../src/http/reference.ts';
import { freshDatabase } from '../shop.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: Pool;
let app: FastifyInstance;
before(async () => {
  database = await freshDatabase();
  const { url } = database;
  pool = openPool({ url, role: 'doorstep_app', connectionsMax: 1, name: 'reference' });
  app = buildApp(pino({ level: 'silent' }));
  app.get('/v1/anything', () => ({}));
  referenceRoutes(app, pool);
  await app.ready();
});
after(async () => {
  await app.close();
  await pool.end();
  await database.drop();
});

test('the reference is served whole from this server', async () => {
  const page = await app.inject('/docs');
  assert.equal(page.statusCode, 200);
  assert.doesNotMatch(page.body, /https?:/);
  for (const [, path] of page.body.matchAll(/src="([^"]+)"/g)) {
    const part = await app.inject(path ?? '');
    assert.equal(part.statusCode, 200, path);
    assert.match(String(part.headers['content-type']), /^text\/javascript/);
  }
});

test('the document is the one that is checked in', async () => {
  const file = join(import.meta.dirname, '../../../contract/openapi.json');
  assert.equal((await app.inject('/docs/openapi.json')).body, await readFile(file, 'utf8'));
});

test('every error has a place on the page its problem points to', async () => {
  const { body } = await app.inject('/docs/errors');
  for (const code of Object.keys(ERRORS)) assert.match(body, new RegExp(`id="${code}"`));
  assert.match(body, /&lt;API key/);
});

test('pages carry security headers, the API does not pay for them', async () => {
  for (const path of ['/docs', '/docs/errors', '/docs/scalar.js', '/healthz']) {
    const { headers } = await app.inject(path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  }
  assert.equal((await app.inject('/v1/anything')).headers['x-frame-options'], undefined);
});

test('health says alive, readiness says whether the database answers', async () => {
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.equal((await app.inject('/readyz')).statusCode, 200);
  const url = 'postgres://nobody@127.0.0.1:1/nowhere';
  const dead = openPool({ url, role: 'doorstep_app', connectionsMax: 1, name: 'reference' });
  const other = buildApp(pino({ level: 'silent' }));
  referenceRoutes(other, dead);
  assert.equal((await other.inject('/readyz')).statusCode, 503);
  assert.equal((await other.inject('/healthz')).statusCode, 200);
  await other.close();
  await dead.end();
});
