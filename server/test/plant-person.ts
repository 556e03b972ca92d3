// Writes a person down wherever people, channels, providers and files can: in what is theirs, and in
// words about others.

import assert from 'node:assert/strict';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId } from '@doorstep/core/ids.ts';
import { newId } from '../src/db/ids.ts';
import { runCommand } from '../src/db/run-command.ts';
import { floorOf } from './floor.ts';
import { importBytes } from './importing.ts';
import type { Caller, Shop } from './shop.ts';

export const EMAIL = 'secretia@private.org';
export const NAME = 'Secretia Verborgen';
const PHONE = '+49 30 5551234';
/** Every word that is planted, and nothing else that is there; PostgreSQL reads it alike. */
export const PERSONAL =
  /private\.org|secretia|verborgen|geheimweg|5551234|crm-gone|engraved for her|52\.5163/i;

type Row = Record<string, unknown>;
export type Ask = (sql: string, values?: unknown[]) => Promise<Row[]>;

/** @param boss a user: what users do is audited, all of it */
export async function plantPerson(shop: Shop, boss: Caller, ask: Ask): Promise<void> {
  const at: Place = {
    shop,
    ask,
    async post(path, body, headers = {}) {
      const answer = await boss.call('POST', path, body, headers);
      assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
  await plantFiles(at);
  const order = await plantOrders(at);
  const other = await plantWords(at);
  await plantFacts(at, order);
  for (const id of [order, other]) await plantNotes(at, id);
}

interface Place {
  readonly shop: Shop;
  /** As the owner of the database. */
  readonly ask: Ask;
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
  post(path: string, body?: object, headers?: Record<string, string>): Promise<any>;
}

const address = {
  name: NAME,
  street: 'Geheimweg 1',
  postalCode: '10117',
  country: 'DE',
  phone: PHONE,
  coordinates: { latitude: 52.5163, longitude: 13.3777 },
};

/** Orders of hers, through everything that asks for words. */
async function plantOrders({ shop, post }: Place): Promise<string> {
  const floor = floorOf(shop);
  const buyer = { email: EMAIL, name: NAME, phone: PHONE };
  const order = await floor.buy(
    { MUG: 3 },
    {
      externalId: 'web-77',
      lines: [{ sku: 'MUG', quantity: 3, unitPriceMinor: 1000, title: `Mug for ${NAME}` }],
      customer: buyer,
      shippingAddress: address,
      billingAddress: address,
      note: `${NAME} wants it soon`,
      customFields: { giftMessage: 'Engraved for her' },
      shipping: [
        {
          title: `By bicycle to ${NAME}`,
          amountMinor: 500,
          discounts: [{ name: `Voucher of ${NAME}`, code: EMAIL, amountMinor: 100 }],
        },
      ],
      payments: [{ provider: 'sandbox', token: 'tok_ok' }],
    },
  );
  await shop.runPayments();
  const at = `/v1/orders/${order.id}`;
  await post(`${at}/holds`, { reason: 'other', note: `${NAME} called`, blocks: ['payment'] });
  await post(`${at}/notes`, { body: `Called ${EMAIL}` }, { 'idempotency-key': 'planted note' });
  await post(`${at}/risk-signals`, {
    ...{ source: 'screening', level: 'elevated', reference: 'r1', detail: `${NAME} is known` },
  });
  const work = await floor.release(order);
  await floor.pick(work['BER']);
  const parcel = await floor.pack(work['BER'], { carrier: 'dhl', trackingNumber: 'T-1' });
  await floor.ship(parcel.body);
  await post('/v1/tracking-events', { events: [scan('T-1', `Handed to ${NAME}`, 'Geheimweg 1')] });
  const returned = await post(`${at}/returns`, {
    lines: [{ line: 1, quantity: 1, reason: 'changed-mind' }],
    note: `${NAME} sends it back`,
  });
  const item = {
    line: 1,
    quantity: 1,
    condition: 'damaged',
    disposition: 'damaged',
    note: `Says ${NAME}: broken`,
  };
  await post(`/v1/returns/${returned.id}/receipts`, { location: 'BER', items: [item] });
  await post(`/v1/customers/${order.customer}/store-credit/adjustments`, {
    ...{ amountMinor: 500, currency: 'EUR', reason: 'goodwill', note: `${NAME} was angry` },
  });
  const second = await floor.buy({ MUG: 1 }, { customer: buyer, shippingAddress: address });
  await post(`/v1/orders/${second.id}/cancellations`, {
    reason: 'customer',
    note: `${NAME} asked`,
  });
  const raised = await post('/v1/exceptions', {
    title: `${NAME} waits`,
    about: { order: second.id },
  });
  await post(`/v1/exceptions/${raised.id}/comments`, { body: `${NAME} called again` });
  return order.id;
}

const scan = (trackingNumber: string, description: string, place: string) => ({
  ...{ trackingNumber, carrier: 'dhl', status: 'delivered', description, place },
  occurredAt: new Date().toISOString(),
});

/** Where somebody wrote her down, and no row says that it is about her. */
async function plantWords({ shop, post, ask }: Place): Promise<string> {
  const other = await floorOf(shop).buy({ MUG: 1 }, { customer: { email: 'else@example.com' } });
  await post(`/v1/orders/${other.id}/notes`, { body: `The same person as ${EMAIL}?` });
  await post('/v1/gift-cards', { amountMinor: 1, currency: 'EUR', note: `For ${EMAIL}` });
  await post('/v1/tracking-events', { events: [scan('T-2', `Signed by ${NAME}`, 'Berlin')] });
  const about = await post('/v1/exceptions', {
    title: `A parcel for ${EMAIL}`,
    reference: `mail ${EMAIL}`,
  });
  await post(`/v1/exceptions/${about.id}/comments`, { body: `I wrote to ${EMAIL}` });
  await post(`/v1/exceptions/${about.id}/resolution`, {
    ...{ resolution: 'resolved', version: about.version + 1, note: `${EMAIL} is content` },
  });
  await post('/v1/return-receipts', {
    location: 'BER',
    items: [{ label: PHONE, quantity: 1, condition: 'damaged', disposition: 'damaged' }],
    note: `A letter says ${EMAIL}`,
  });
  await post('/v1/reservations', {
    ...{ sku: 'MUG', location: 'BER', quantity: 1 },
    owner: { kind: 'cart', reference: `cart of ${EMAIL}` },
  });
  const view = { columns: [{ name: 'number' }], sort: '-created', density: 'compact' };
  await post('/v1/order-views', { ...view, name: NAME, filters: { search: EMAIL } });
  const action = { kind: 'hold', reason: 'other', note: `Asked by ${NAME}` };
  await post('/v1/bulk-actions', { action, orders: [other.id] }, { 'idempotency-key': 'bulk' });
  const now = Date.now();
  const drop = await post('/v1/drops', {
    name: 'Launch',
    startsAt: new Date(now - 1000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    items: [{ sku: 'SHOE', pool: [{ location: 'BER', units: 5 }] }],
  });
  await ask('update drops set started_at = now() where id::text is not null');
  const held = { buyer: EMAIL, lines: [{ sku: 'SHOE', quantity: 1 }] };
  await shop.call('POST', `/v1/drops/${drop.id}/holds`, held, { 'idempotency-key': 'held' });
  return other.id;
}

/** Files: one that was applied, one that was only tried, and rows that were refused. */
async function plantFiles({ shop, ask }: Place): Promise<void> {
  const head = 'externalId,email,name,phone';
  const bad = `crm-gone,${NAME} at home,${NAME},${PHONE}`;
  const file = [head, `crm-gone,${EMAIL},${NAME},${PHONE}`, bad].join('\n');
  const profile = 'doorstep-customers';
  await importBytes(shop, file, { profile, fileName: `about ${EMAIL}.csv` });
  await importBytes(shop, file, { profile, fileName: 'tried.csv', apply: false });
  await ask(
    `update import_rows set warnings = jsonb_build_array($1::text) where problems is not null`,
    [`${NAME} stands there twice`],
  );
}

const bare = (id: string): string =>
  id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

/** What providers and receivers say, which no test of ours can make them say. */
async function plantFacts(at: Place, order: string): Promise<void> {
  const { ask } = at;
  await raiseDifference(at, order);
  const found = await paymentOf(ask, order);
  await ask('update payments set payer_action_link = $2 where id = $1', [
    found?.['id'],
    `https://pay.example/?to=${EMAIL}`,
  ]);
  await ask('update payment_intents set failure_detail = $2 where payment_id = $1', [
    found?.['id'],
    `Card of ${NAME} was declined`,
  ]);
  for (const [subject, answer] of [
    [bare(order), `Thank you, ${NAME}`],
    [null, `${EMAIL} is known here`],
  ])
    await plantRow(at, 'webhook_deliveries', {
      ...(subject === null ? {} : { subject }),
      event_type: 'order.captured.v1',
      state: 'dead',
      next_attempt_at: new Date(),
      finished_at: new Date(),
      last_answer: answer,
      last_error: answer,
    });
}

async function paymentOf(ask: Ask, order: string): Promise<Row | undefined> {
  const found = await ask('select id, order_id from payments where order_id = $1', [bare(order)]);
  return found[0];
}

/** What is asked and decided about money and risk, where it takes long lives to bring it about. */
async function plantNotes(at: Place, order: string): Promise<void> {
  const note = `Told to ${EMAIL}`;
  const mine = { order_id: bare(order), note };
  const decided = { decided_by: 'system:a', decided_at: new Date() };
  const request = { state: 'declined', decision_note: note, requested_by: 'system:b' };
  const explained = { status: 'resolved', resolution: 'explain', resolved_at: new Date() };
  const payment = await paymentOf(at.ask, order);
  await plantRow(at, 'refund_requests', { ...mine, ...decided, ...request });
  await plantRow(at, 'granted_refunds', mine);
  await plantRow(at, 'risk_reviews', { ...mine, ...decided, state: 'approved' });
  await plantRow(at, 'differences', { ...mine, subject: 'line', cause: 'timing', ...explained });
  await plantRow(at, 'payment_terms', {
    ...{ order_id: mine.order_id, approval_note: note, purchase_order: note },
    ...(payment === undefined ? {} : { payment_id: payment['id'] }),
  });
  await plantRow(at, 'provider_statements', {
    ...{ origin: 'file', state: 'done', file_name: `${EMAIL}.csv` },
  });
  await at.ask('update returns set decline_note = $1 where tenant_id is not null', [note]);
}

/** What is said with a difference that is put before people, whichever statement it is of. */
async function raiseDifference({ shop }: Place, order: string): Promise<void> {
  const { tenant, runtime } = shop;
  const context = { tenant, actor: systemActor('plant'), now: new Date() };
  const difference = newId('difference');
  await runCommand(runtime.app, context, null, async (tx) => {
    tx.raise({
      type: 'reconciliation-difference',
      cause: difference,
      about: { order: order as OrderId },
      data: { difference, note: `${NAME} says her bank took it twice` },
    });
    return null;
  });
}

/** Tables whose rows were all planted, by no life: verify would find them. */
const PLANTED_ROWS = [
  'webhook_deliveries',
  'refund_requests',
  'granted_refunds',
  'risk_reviews',
  'differences',
  'payment_terms',
  'provider_statements',
] as const;

export async function takeOutRows(ask: Ask): Promise<void> {
  for (const table of PLANTED_ROWS) await ask(`delete from ${table} where tenant_id is not null`);
}

const ANYTHING: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  jsonb: "'[]'",
  integer: '1',
  bigint: '1',
  boolean: 'false',
  'timestamp with time zone': 'now()',
};

/** A row of these values; what else it must have is anything. */
async function plantRow(
  { shop, ask }: Place,
  table: (typeof PLANTED_ROWS)[number],
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const needed = await ask(
    `select column_name as name, data_type as type from information_schema.columns
     where table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const given = { tenant_id: shop.tenant.slice('ten_'.length), ...values };
  const rest = needed.filter(({ name }) => !Object.hasOwn(given, String(name)));
  const columns = [...Object.keys(given), ...rest.map(({ name }) => String(name))];
  const row = [
    ...Object.keys(given).map((_, at) => `$${at + 1}`),
    ...rest.map(({ type }) => ANYTHING[String(type)]),
  ];
  await ask(`insert into ${table} (${columns}) values (${row})`, Object.values(given));
}
