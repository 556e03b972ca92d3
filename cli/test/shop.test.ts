import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { enroll, openBrowser } from '../../server/test/browser.ts';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { program } from '../src/program.ts';
import { type CommandLine, openCommandLine, runDoorstep } from './doorstep.ts';
import { openSession } from './open-session.ts';
import { plainVerbs } from './plain-verbs.ts';

let cli: CommandLine;
before(async () => {
  cli = await openCommandLine();
  await stockUp(cli.shop, { BERLIN: { MUG: 10 } });
});
after(() => cli.close());

const at = (...more: string[]) => ['--location', 'BERLIN', '--sku', 'MUG', ...more];

test('stock is received, adjusted and counted, and shows in levels and availability', async () => {
  const received = await cli.json(['stock', 'receive', ...at('--quantity', '5')]);
  assert.equal(received.levels[0].onHand, 15);
  const adjusted = await cli.run([
    'stock',
    'adjust',
    ...at('--quantity', '-2', '--reason', 'broken'),
  ]);
  assert.match(adjusted.out, /MUG +BERLIN +13/);
  const counted = await cli.json(['stock', 'count', ...at('--quantity', '12')]);
  assert.equal(counted.levels[0].onHand, 12);
  const levels = await cli.run(['stock', 'levels', '--sku', 'MUG']);
  assert.match(levels.out, /^SKU +location +on hand/);
  assert.match(levels.out, /MUG +BERLIN +12/);
  const { items } = await cli.json(['stock', 'availability', 'MUG', '--channel', 'web']);
  assert.equal(items[0].availableToSell, 12);
  assert.match((await cli.run(['stock', 'availability', 'MUG'])).out, /MUG +web +12/);
});

test('status tells tenant, orders and the length of the log', async () => {
  await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  await cli.shop.sequence();
  const { body } = await cli.shop.call('GET', '/v1/events?limit=1000');
  const status = await cli.json(['status']);
  assert.equal(status.tenant.slug, 'test');
  assert.equal(status.log.position, body.nextAfter);
  assert.equal(status.orders[0].count, 1);
  const human = await cli.run(['status']);
  assert.match(human.out, /answers, and so does its database/);
  assert.match(human.out, /open +1/);
});

test('a user who cannot get in is helped from the command line', async () => {
  const credentials = {
    tenant: 'test',
    email: 'ann@example.com',
    password: 'correct horse battery',
  };
  const user = {
    email: credentials.email,
    name: 'Ann',
    role: 'service',
    password: credentials.password,
  };
  await cli.shop.call('POST', '/v1/users', user);
  assert.match((await cli.run(['users'])).out, /ann@example\.com +Ann +service +off/);
  const link = (await cli.run(['users', 'reset-link', 'Ann@example.com'])).out.trim();
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/reset-password#tenant=test&token=dsr_/);
  assert.match((await cli.run(['users', 'unlock', credentials.email])).out, /may try again/);
  const browser = openBrowser(cli.shop);
  await browser.signIn(credentials);
  await enroll(browser, credentials.password, new Date());
  const reset = await cli.run(['users', 'reset-second-factor', credentials.email]);
  assert.match(reset.out, /password alone/);
  assert.match((await cli.run(['users', 'unlock', 'nobody@example.com'])).err, /no user/);
});

test('a key is rolled, and a request found by its id', async () => {
  const create = ['keys', 'create', '--name', 'roll', '--scopes', 'orders:read'];
  const { id } = await cli.json(create);
  assert.match((await cli.run(['keys', 'roll', id, '--overlap', '1'])).out, /^dsk_/);
  const refused = await cli.shop.call('GET', '/v1/orders/424242');
  await cli.shop.runtime.requests.write();
  const { requestId } = refused.body;
  assert.match(
    (await cli.run(['requests', '--failed'])).out,
    /\/v1\/orders\/\{order\} +404 +not-found/,
  );
  assert.ok((await cli.run(['requests', 'show', requestId])).out.includes(requestId));
});

test('keys are created, listed and revoked, and the one in use is shown', async () => {
  assert.equal((await cli.run(['keys', 'show'])).out, `${cli.shop.secret}\n`);
  const create = ['keys', 'create', '--name', 'till', '--scopes', 'orders:read'];
  const secret = (await cli.run(create)).out.trim();
  const key = { DOORSTEP_API_KEY: secret };
  assert.equal((await cli.run(['orders'], '', key)).code, 0);
  assert.match((await cli.run(['stock', 'levels'], '', key)).err, /needs the scope stock:read/);
  const { items } = await cli.json(['keys', 'list']);
  const till = items.find((one: { name: string }) => one.name === 'till');
  assert.equal((await cli.run(['keys', 'revoke', till.id])).out, `Revoked ${till.id}\n`);
  assert.match((await cli.run(['keys', 'list'])).out, /till .*revoked/);
  assert.equal((await cli.run(['orders'], '', key)).code, 1);
});

test('events are listed and followed', async () => {
  await cli.shop.sequence();
  const { items } = await cli.json(['events', 'list', '--limit', '3']);
  assert.deepEqual(
    items.map((one: { position: number }) => one.position),
    [1, 2, 3],
  );
  const human = await cli.run(['events', 'list', '--after', '1', '--limit', '1']);
  assert.match(human.out, /^ +2 .* \w+\.\w+\.v1 /);
  const tail = await cli.run(['events', 'tail', '--from', '0', '--limit', '2', '--json']);
  const seen = tail.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).position);
  assert.deepEqual(seen, [1, 2]);

  const live = cli.run(['events', 'tail', '--limit', '1']);
  const until = Date.now() + 10_000;
  const ended = live.then(() => true);
  // The command needs a moment to connect; what happens then, it must tell.
  while (Date.now() < until) {
    await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
    await cli.shop.sequence();
    const wait = new Promise((resolve) => setTimeout(resolve, 300, false));
    if (await Promise.race([ended, wait])) break;
  }
  assert.match((await live).out, /order\.captured\.v1/);
});

test('every verb that needs nothing more prints JSON and nothing else when it is asked to', async () => {
  const session = openSession(cli.address, cli.shop.secret);
  const verbs = plainVerbs(program());
  assert.ok(verbs.length >= 30, verbs.join(', '));
  for (const verb of verbs) {
    const text = await session.said(...verb, '--json');
    assert.doesNotThrow(() => JSON.parse(text), `doorstep ${verb.join(' ')} --json: ${text}`);
  }
  await session.close();
});

test('verify says that every invariant holds', async () => {
  await cli.shop.sequence();
  const proof = await cli.json(['verify']);
  assert.equal(proof.ok, true);
  const human = await cli.run(['verify']);
  assert.match(human.out, /All \d+ invariants hold/);
});

test('an error is one line of what and one of what to do; with --json the problem too', async () => {
  const { code, out, err } = await cli.run(['orders', 'show', '999999', '--json']);
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).code, 'not-found');
  assert.equal(err.trim().split('\n').length, 2);
});

test('no server is 3, no key is 1, and local credentials are found', async () => {
  const nobody = await cli.run(['status'], '', { DOORSTEP_URL: 'http://127.0.0.1:9' });
  assert.equal(nobody.code, 3);
  assert.match(nobody.err, /^No Doorstep answers at/);
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-cli-'));
  const env = { DOORSTEP_DATA: folder };
  const keyless = await runDoorstep(['status'], '', env);
  assert.equal(keyless.code, 1);
  const local = { url: cli.address, apiKey: cli.shop.secret };
  await writeFile(join(folder, 'credentials.json'), JSON.stringify(local));
  const found = await runDoorstep(['keys', 'show'], '', env);
  assert.equal(found.out, `${cli.shop.secret}\n`);
  assert.equal((await runDoorstep(['status'], '', env)).code, 0);
  await rm(folder, { recursive: true });
});
