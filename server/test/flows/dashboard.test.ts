// How the dashboard is served. What is in it, its own tests say.
// cspell:ignore nosniff fpackage

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildApp } from '../../src/http/app.ts';
import { dashboardRoutes } from '../../src/http/dashboard.ts';

let folder: string;
let app: FastifyInstance;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta content="__NONCE__"><p>Doorstep');
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets/app-1a2b.js.br'), 'brotli');
  await writeFile(join(folder, 'assets/app-1a2b.js.gz'), 'gzip');
  app = serving(folder);
  await app.ready();
});
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function serving(from: string): FastifyInstance {
  const made = buildApp(pino({ level: 'silent' }));
  made.get('/v1/anything', () => ({}));
  dashboardRoutes(made, from);
  return made;
}

test('every path that is not of the API shows the page, fresh each time', async () => {
  for (const path of ['/', '/orders', '/orders/1001?tab=money', '/index.html']) {
    const { statusCode, headers, body } = await app.inject(path);
    assert.equal(statusCode, 200, path);
    assert.match(body, /Doorstep/);
    assert.match(String(headers['content-type']), /^text\/html/);
    assert.equal(headers['cache-control'], 'no-cache');
  }
});

test('a wrong path of the API is told as such', async () => {
  for (const path of ['/v1/nothing', '/docs/nothing', '/assets/gone-1a2b.js']) {
    const answer = await app.inject(path);
    assert.equal(answer.statusCode, 404, path);
    assert.equal(answer.json().code, 'route-not-found');
  }
  assert.equal((await app.inject({ method: 'POST', url: '/orders' })).statusCode, 404);
});

test('a path that begins with two slashes is not there, and never the page', async () => {
  for (const path of ['//', '//v1/anything', '//orders', '//[', '///', '/%2Fv1/anything']) {
    const answer = await app.inject(path);
    assert.equal(answer.statusCode, 404, path);
    assert.equal(answer.json().code, 'route-not-found');
  }
});

test('only styles that know the word of this answer are let in, and no script but ours', async () => {
  const policies = new Set<string>();
  for (let time = 0; time < 2; time += 1) {
    const { headers, body } = await app.inject('/');
    const policy = String(headers['content-security-policy']);
    const nonce = /nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    assert.ok(nonce.length > 20 && body.includes(`content="${nonce}"`));
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    policies.add(policy);
  }
  assert.equal(policies.size, 2);
});

test('files are compressed for whom can read it, and kept for ever', async () => {
  const url = '/assets/app-1a2b.js';
  const asked = async (encoding?: string) =>
    app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });
  assert.equal((await asked('gzip, br')).body, 'brotli');
  assert.equal((await asked('gzip')).headers['content-encoding'], 'gzip');
  const { body, headers } = await asked();
  assert.equal(body, 'plain');
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(headers['vary'], 'accept-encoding');
  assert.match(String(headers['content-type']), /^text\/javascript/);
});

test('nothing outside of the folder is served', async () => {
  for (const path of [
    '/../server/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/x.json',
  ])
    assert.doesNotMatch((await app.inject(path)).body, /"name"/, path);
});

test('a server without a dashboard explains its API', async () => {
  const other = serving(join(folder, 'nothing-here'));
  const answer = await other.inject('/');
  assert.deepEqual([answer.statusCode, answer.headers['location']], [302, '/docs']);
  await other.close();
});
