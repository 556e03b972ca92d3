import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { program } from '../src/program.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
let folder: string;
before(async () => {
  cli = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'doorstep-cli-'));
});
after(async () => {
  await cli.close();
  await rm(folder, { recursive: true });
});

async function said(...args: string[]): Promise<string> {
  const { code, out, err } = await cli.run(args);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return out;
}

test('a shop is set up: channel, location, SKU and kit, stock, and a transfer', async () => {
  const channel = ['--name', 'Web shop', '--release-after-minutes', '0'];
  assert.match(await said('channels', 'create', 'web', ...channel), /Released at once/);
  await said('channels', 'change', 'web', '--release-after-minutes', 'none', '--active', 'yes');
  assert.match(await said('channels'), /web +Web shop +on +all-or-nothing +by hand/);
  const place = ['--kind', 'warehouse', '--address-country', 'DE', '--time-zone', 'Europe/Berlin'];
  const location = ['--name', 'Berlin', ...place, '--serves', 'web:2', '--cut-off', '15:00'];
  assert.match(await said('locations', 'create', 'BER', ...location), /Serves web \(2 kept back\)/);
  const file = join(folder, 'hamburg.json');
  await writeFile(file, JSON.stringify({ name: 'Hamburg', address: { country: 'DE' } }));
  await said('locations', 'create', 'HAM', '--file', file, ...place);
  assert.match(await said('locations'), /HAM +Hamburg +warehouse +DE +on/);
  assert.match(await said('locations', 'change', 'HAM', '--serves', 'web'), /Serves web;/);

  const price = ['--price-amount-minor', '1250', '--price-currency', 'EUR'];
  assert.match(await said('skus', 'create', 'MUG', '--title', 'Mug', ...price), /12\.50 EUR/);
  assert.match(
    await said('skus', 'create', 'PAIR', '--title', 'Two', '--component', 'MUG:2'),
    /2 MUG/,
  );
  assert.match(await said('skus', '--search', 'mug'), /MUG +Mug +on +12\.50 EUR/);
  assert.match(await said('skus', 'change', 'MUG', '--title', 'White mug'), /White mug/);

  await said('stock', 'receive', '--location', 'BER', '--sku', 'MUG', '--quantity', '10');
  assert.match(await said('stock', 'backorder', 'MUG', '5'), /MUG: up to 5 units, 0 in use/);
  assert.match(await said('stock', 'safety', 'MUG', '3', '--location', 'BER'), /MUG +BER +10/);
  const send = ['transfers', 'send', '--from', 'BER', '--to', 'HAM', '--sku', 'MUG:4'];
  const wrong = await cli.json(send);
  assert.match(await said('transfers', 'cancel', wrong.id), /BER → HAM +canceled.*\n.*taken back/);
  const sent = await cli.json(send);
  assert.match(await said('transfers', 'show', sent.id), /BER → HAM +in-transit/);
  assert.match(await said('transfers', 'receive', sent.id, '--sku', 'MUG:3'), /MUG +4 +3/);
});

test('levels are entered together and taken back together', async () => {
  const levels = ['MUG@BER=7', 'MUG@HAM=9'];
  const entry = await cli.json(['stock', 'enter', ...levels, '--reason', 'stocktaking']);
  assert.equal(entry.changes.length, 2);
  assert.match(await said('stock', 'undo', entry.id), /: 2 levels\n/);
  const again = await cli.run(['stock', 'undo', entry.id]);
  assert.match(again.err, /taken back before/);
  const wrong = await cli.run(['stock', 'enter', 'MUG', '--reason', 'x']);
  assert.equal(wrong.code, 2);
  assert.match(await said('stock', 'low', '--at', '0'), /Nothing is down to 0 available/);
});

test('what is missing is said by its option; what is wrong, field by field', async () => {
  const missing = await cli.run(['locations', 'create', 'X', '--name', 'X']);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /^Missing: --kind, --address-country, --time-zone\.\n/);
  const word = await cli.run(['channels', 'create', 'X', '--name', 'X', '--capture-at', 'never']);
  assert.deepEqual([word.code, /one of shipment, authorization/.test(word.err)], [2, true]);
  const file = join(folder, 'wrong.json');
  await writeFile(file, JSON.stringify({ name: '', color: 'red' }));
  const wrong = await cli.run(['channels', 'create', 'X', '--file', file]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /^ {2}\/name must NOT have fewer than 1 characters$/m);
  assert.match(wrong.err, /^ {2}\/ must NOT have additional properties: "color"$/m);
});

test('a key with a wrong character is no dead server, nor is a page that is not Doorstep', async () => {
  const key = await cli.run(['status'], '', { DOORSTEP_API_KEY: 'dsk_ä\nb' });
  assert.deepEqual([key.code, /^The API key has a character/.test(key.err)], [2, true], key.err);
  const line = await cli.run(['status'], '', { DOORSTEP_API_KEY: `${cli.shop.secret}\n` });
  assert.equal(line.code, 0, line.err);
  const unknown = await cli.run(['status'], '', { DOORSTEP_API_KEY: 'dsk_unknown' });
  assert.deepEqual([unknown.code, /credentials/.test(unknown.err)], [1, true]);
  const url = await cli.run(['status'], '', { DOORSTEP_URL: 'ftp://example.com' });
  assert.deepEqual([url.code, /not the URL of a server/.test(url.err)], [2, true]);
});

test('webhook endpoints are made, tried, changed and removed', async () => {
  const created = await cli.run([
    'webhooks',
    'create',
    'https://example.com/hook',
    '--event-types',
    'order.,parcel.shipped.v1',
  ]);
  assert.match(created.out, /^whsec_\S+\n$/, created.err);
  const id = /whe_\w+/.exec(created.err)?.[0] ?? '';
  assert.match(await said('webhooks'), /example\.com\/hook +on +order\., parcel\.shipped\.v1/);
  assert.match(await said('webhooks', 'rotate', id, '--overlap', '1'), /^whsec_/);
  assert.match(await said('webhooks', 'change', id, '--description', 'Till'), /Till/);
  assert.equal(await said('webhooks', 'deliveries', id), 'No deliveries.\n');
  assert.equal(await said('webhooks', 'retry', id), '0 are sent again\n');
  const replay = await cli.json(['webhooks', 'replay', id, '--since', '1h']);
  assert.equal(replay.state, 'running');
  assert.match(await said('webhooks', 'replays', id), /running/);
  assert.match(await said('webhooks', 'ping', id), /A ping is on its way/);
  assert.match(await said('webhooks', 'change', id, '--active', 'no'), / off /);
  assert.match(await said('webhooks', 'remove', id), /^Removed whe_/);
  assert.equal(await said('webhooks'), 'No webhook endpoints.\n');
  const other = await cli.run(['webhooks', 'create', 'https://example.com/till']);
  const endpoint = /whe_\w+/.exec(other.err)?.[0] ?? '';
  assert.deepEqual(await cli.json(['webhooks', 'remove', endpoint]), { endpoint });
});

test('an account at a payment provider is connected with secrets from a file, which are never shown', async () => {
  const path = join(folder, 'stripe.json');
  const secrets = { secretKey: 'sk_test_of_the_till', webhookSecret: 'whsec_of_the_till' };
  await writeFile(path, JSON.stringify({ secrets }));
  const made = ['stripe-test', '--name', 'Till', '--file', path];
  const connection = await cli.json(['providers', 'create', ...made]);
  const { id } = connection;
  assert.ok(!JSON.stringify(connection).includes('of_the_till'));
  assert.match(await said('providers'), /stripe-test +Till +on/);
  assert.match(await said('providers', 'show', id), /The test mode/);
  assert.match(await said('providers', 'rotate', id, '--file', path), /Till/);
  assert.match(await said('providers', 'change', id, '--active', 'no'), /off/);
  assert.match(await said('providers', 'remove', id), /^Removed pcn_/);
  assert.equal(await said('providers'), 'No accounts at payment providers.\n');
});

test('the help is a table of contents', async () => {
  const { out } = await cli.run(['--help']);
  const chapters = ['From order to doorstep, and back:', 'Goods:', 'Set up:', 'The server:'];
  const places = chapters.map((chapter) => out.indexOf(chapter));
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? 0)),
    out,
  );
  assert.ok(!out.includes('Commands:'), out);
});

test('every verb but start can answer JSON, and says in a few words what it does', () => {
  const verbs = program().commands.flatMap((command) =>
    command.commands.length === 0 ? [command] : command.commands,
  );
  assert.ok(verbs.length > 70);
  for (const verb of verbs) {
    const name = `${verb.parent?.name()} ${verb.name()}`;
    const flags = verb.options.map((option) => option.long);
    assert.ok(name === 'doorstep start' || flags.includes('--json'), name);
    assert.match(verb.description(), /^.{5,90}$/, name);
  }
});
