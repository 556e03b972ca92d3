// cspell:ignore Artikel Menge Bemerkung neu Aktion inventur
// Where the pictures are taken: each finds or makes what its screen is about.

import { UNKNOWN_CHARGE } from '../../server/test/stripe-report.ts';
import type { Dashboard } from './open-dashboard.ts';

/** An account, and a report that the ledger does not agree with. */
export async function reconciled({ api }: Dashboard): Promise<string> {
  const { items } = await api.listProviderConnections();
  if (items.length > 0) return '/payments';
  const secrets = { secretKey: 'sk_test_of_a_picture', webhookSecret: 'whsec_of_a_picture' };
  const account = { provider: 'stripe-test', name: 'Stripe, test', secrets };
  const { id } = await api.createProviderConnection(account);
  const file = new Blob([UNKNOWN_CHARGE]);
  await api.sendProviderReport(file, { connection: id, fileName: 'report.csv' });
  return '/payments';
}

/** One that nobody listens at, with a ping that failed. */
export async function endpointOf({ api }: Dashboard): Promise<string> {
  const { items } = await api.listWebhookEndpoints();
  const known =
    items[0] ?? (await api.createWebhookEndpoint({ url: 'http://127.0.0.1:8999/hook' }));
  if (items.length === 0) await api.pingWebhookEndpoint({ endpoint: known.id });
  return `/developers?tab=webhooks&endpoint=${known.id}`;
}

let comesBack: Promise<void> | undefined;

/** Some of what was sent is delivered and returned, so that there is something to report. */
export function leaveAndComeBack(shop: Dashboard): Promise<void> {
  comesBack ??= sendAndReturn(shop);
  return comesBack;
}

async function sendAndReturn({ api }: Dashboard): Promise<void> {
  const reasons = ['damaged', 'changed-mind', 'size-too-small'] as const;
  const { items } = await api.listParcels({ status: 'shipped', limit: 30 });
  for (const [place, { id, order, location }] of items.entries()) {
    const parcel = await api.getParcel({ parcel: id });
    const [line] = parcel.lines;
    const reason = reasons[place % reasons.length] ?? 'other';
    if (line === undefined || place % 3 > 0) continue;
    const back = await api.requestReturn({
      order,
      lines: [{ line: line.line, quantity: 1, reason }],
    });
    await api.receiveReturn({
      return: back.id,
      location,
      items: [{ line: line.line, quantity: 1, condition: 'sellable', disposition: 'restock' }],
      refund: place % 2 === 0,
    });
  }
}

export async function importedStock({ api }: Dashboard): Promise<string> {
  const location = (await api.listLocations({ limit: 1 })).items[0]?.code ?? '';
  const skus = (await api.listSkus({ limit: 6 })).items;
  const rows = skus.map(({ code }, place) => `${code},${location},${place === 2 ? 'many' : 40}`);
  const file = new TextEncoder().encode(`sku,location,onHand\n${rows.join('\n')}\n,,3\n`);
  const begun = await api.importFile(file, { profile: 'doorstep-stock', fileName: 'stock.csv' });
  for (let look = 0; look < 100; look += 1) {
    const { state } = await api.getImport({ import: begun.id });
    if (state === 'ready') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return begun.id;
}

export async function someImports(shop: Dashboard): Promise<string> {
  await importedStock(shop);
  return '/import-export';
}

/** As an accountant would send it. */
export async function aFileToMap({ api }: Dashboard): Promise<string> {
  const text =
    'Artikel;Lager;Menge;Bemerkung\nMUG-BLUE;BERLIN;40;neu\nMUG-RED;BERLIN;12;\nPAN-28;PARIS;7;Aktion\n';
  const { id } = await api.importFile(new TextEncoder().encode(text), { fileName: 'inventur.csv' });
  return `/import-export/imports/${id}`;
}

/** One that has gone through everything, if there is one. */
export async function anOrder({ api }: Dashboard): Promise<string> {
  const { items } = await api.listOrders({ limit: 50 });
  const told = items.find(({ fulfillmentStatus }) => fulfillmentStatus === 'partially-fulfilled');
  return `/orders/${(told ?? items[0])?.number}`;
}

/** One that is stocked in several places. */
export async function aSku({ api }: Dashboard): Promise<string> {
  const { items } = await api.listStockGrid({ limit: 50 });
  const [widest] = [...items].sort((a, b) => b.levels.length - a.levels.length);
  return `/catalog/${encodeURIComponent(widest?.sku ?? '')}`;
}

export async function aKit({ api }: Dashboard): Promise<string> {
  for await (const sku of api.listSkus.all({ limit: 200 }))
    if (sku.components.length > 0) return `/catalog/${encodeURIComponent(sku.code)}`;
  throw new Error('the demo shop has no kit');
}

export async function aLocation({ api }: Dashboard): Promise<string> {
  const { items } = await api.listLocations({ limit: 200 });
  const [busiest] = [...items].sort((a, b) => b.channels.length - a.channels.length);
  return `/locations/${encodeURIComponent(busiest?.code ?? '')}`;
}

/** Who has bought, with a note on it. */
export async function aCustomer({ api }: Dashboard): Promise<string> {
  const { items } = await api.listOrders({ limit: 200, sort: '-placed' });
  const buyers = Map.groupBy(
    items.filter(({ customer }) => customer !== null),
    ({ customer }) => customer,
  );
  const [most] = [...buyers].sort(([, a], [, b]) => b.length - a.length);
  const [id, orders] = most ?? [];
  const order = orders?.[0]?.id ?? '';
  const { notes } = await api.getOrder({ order });
  if (notes.length === 0) await api.addNote({ order, body: 'Wants to be called before delivery.' });
  return `/customers/${id}`;
}

/** The board of the busiest location, with something in every column. */
export async function aBoard({ api }: Dashboard): Promise<string> {
  const location = await busiest(api);
  const { columns } = await api.getFulfillmentBoard({ location });
  const { items } = await api.listBoardCards({ location, column: 'open', limit: 9 });
  if (columns.some(({ column, count }) => column === 'shipped' && count > 2))
    return `/fulfillment?location=${location}`;
  for (const [place, { fulfillmentOrder }] of items.entries()) {
    const { lines } = await api.getFulfillmentOrder({ fulfillmentOrder });
    const [first] = lines;
    if (place < 3 && first !== undefined)
      await api.recordPicks({ fulfillmentOrder, lines: [{ line: first.line, picked: 1 }] });
    if (place < 3) continue;
    await api.recordPicks({ fulfillmentOrder });
    const { id } = await api.packParcel({ fulfillmentOrder, weightGrams: 900 + 40 * place });
    await api.getParcelLabel({ parcel: id, carrier: 'sandbox-carrier', service: 'next day' });
    if (place > 5) await api.shipParcel({ parcel: id });
  }
  return `/fulfillment?location=${location}`;
}

async function busiest(api: Dashboard['api']): Promise<string> {
  const { locations } = await api.summarizeWork();
  return locations.toSorted((a, b) => b.toPick - a.toPick)[0]?.location ?? '';
}

export async function worksOf(shop: Dashboard): Promise<readonly string[]> {
  const location = new URLSearchParams((await aBoard(shop)).split('?')[1]).get('location') ?? '';
  const open = await shop.api.listBoardCards({ location, column: 'open', limit: 4 });
  const packed = await shop.api.listBoardCards({ location, column: 'packed', limit: 1 });
  return [...open.items, ...packed.items].map(({ fulfillmentOrder }) => fulfillmentOrder);
}

export async function printOf(shop: Dashboard, what: string): Promise<string> {
  const works = await worksOf(shop);
  return `/fulfillment/print/${what}?location=${await busiest(shop.api)}&works=${works.join()}`;
}

/** One that waits for a yes, among others. */
export async function aReturn({ api }: Dashboard): Promise<string> {
  const known = (await api.listReturns({ toDecide: true, limit: 1 })).items[0];
  if (known !== undefined) return `/returns/${known.id}`;
  const lines = [{ line: 1, quantity: 1, reason: 'damaged' as const }];
  const { items } = await api.listParcels({ status: 'delivered', limit: 8 });
  let id = '';
  for (const { order } of items) {
    const ask = { order, lines, needsApproval: true, note: 'The glaze has a crack' };
    id = (await api.requestReturn(ask).catch(() => undefined))?.id ?? id;
  }
  return `/returns/${id}`;
}

/** Of an order that is on its way in part. */
export async function anOrderPage(shop: Dashboard): Promise<string> {
  const { api } = shop;
  const contact = { approvesReturns: false, contactUrl: 'mailto:help@example.com' };
  await api.setOrderPage({ open: true, returnDays: 30, ...contact });
  const { items } = await api.listParcels({ status: 'delivered', limit: 1 });
  const order = items[0]?.order ?? (await anOrder(shop)).split('/').at(-1) ?? '';
  return (await api.createOrderLink({ order })).path ?? '/';
}

/** With causes of several kinds, each seen before. */
export async function someExceptions({ api }: Dashboard): Promise<string> {
  const [channel] = (await api.listChannels({ limit: 1 })).items;
  for (const sku of ['KETTLE-RED', 'LAMP-OAK'])
    await api.captureOrder({
      channel: channel?.code ?? '',
      currency: 'EUR',
      externalId: sku,
      lines: [{ sku, quantity: 2, unitPrice: '24.90' }],
    });
  for (const title of ['The label printer jams', 'A pallet came without papers'])
    await api.reportException({ title, reference: title });
  return '/exceptions';
}

/** A running drop that has sold some. */
export async function dropOf({ api }: Dashboard): Promise<string> {
  const { items } = await api.listDrops({ limit: 1 });
  if (items[0] !== undefined) return `/drops/${items[0].id}`;
  const location = (await api.listLocations({ limit: 1 })).items[0]?.code ?? '';
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  await api.createSku({ code: 'LIVE-MUG', title: 'Mug of the livestream' });
  await api.receiveStock({ location, lines: [{ sku: 'LIVE-MUG', quantity: 200 }] });
  const { id } = await api.createDrop({
    name: 'Friday night live',
    startsAt: new Date(Date.now() - 600_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    limitPerBuyer: 2,
    items: [{ sku: 'LIVE-MUG', pool: [{ location, units: 120 }], preorderCap: 40 }],
  });
  for (let order = 0; order < 30; order += 1)
    await api.captureOrder({
      channel,
      currency: 'EUR',
      customer: { email: `buyer${order}@example.com` },
      lines: [{ sku: 'LIVE-MUG', quantity: 1 + (order % 2), unitPriceMinor: 1900 }],
      drop: { id },
    });
  return `/drops/${id}`;
}

/** What the channel says of them is enough for the rules. */
export async function ordersInReview({ api }: Dashboard): Promise<string> {
  const rules = [
    { kind: 'provider-level' as const, level: 'elevated' as const, score: 60 },
    { kind: 'first-order-over' as const, amountMinor: 1000, currency: 'EUR', score: 20 },
  ];
  await api.setRiskPolicy({ active: true, reviewFrom: 50, rules });
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const lines = [{ sku: 'NOT-OURS', quantity: 2, unitPrice: '49.00' }];
  for (const level of ['elevated', 'highest'] as const) {
    const risk = { source: 'shield', level, score: level === 'highest' ? 91 : 64 };
    const { id } = await api.captureOrder({ channel, currency: 'EUR', lines, risk });
    while ((await api.getOrderRisk({ order: id })).state !== 'review')
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return '/review';
}

export async function refundLimits({ api }: Dashboard): Promise<string> {
  const limits = [
    { role: 'service', currency: 'EUR', aloneMinor: 5000, mostMinor: 50_000 },
    { role: 'operations', currency: 'EUR', aloneMinor: 50_000 },
    { role: 'api-key', currency: 'EUR', aloneMinor: 0, mostMinor: 20_000 },
  ];
  await api.setRefundPolicy({ allocation: 'last-in-first-out', limits });
  return '/settings?tab=refunds';
}

export async function riskRules({ api }: Dashboard): Promise<string> {
  const rules = [
    { kind: 'velocity' as const, by: 'email' as const, ordersMax: 3, withinMinutes: 60, score: 40 },
    { kind: 'address-mismatch' as const, score: 20 },
    { kind: 'first-order-over' as const, amountMinor: 50_000, currency: 'EUR', score: 30 },
    { kind: 'provider-level' as const, level: 'elevated' as const, score: 50 },
  ];
  await api.setRiskPolicy({ active: true, reviewFrom: 50, rules });
  return '/settings?tab=risk';
}

/** One invoice is overdue, one order waits for credit. */
export async function aCustomerOnCredit({ api }: Dashboard): Promise<string> {
  const email = 'buying@shipyard.example';
  const known = (await api.listCustomers({ search: email })).items[0];
  if (known !== undefined) return `/customers/${known.id}`;
  const { id } = await api.createCustomer({ email, name: 'Shipyard North' });
  await api.setCustomerCredit({ customer: id, currency: 'EUR', limitMinor: 250_000, netDays: 14 });
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const sku = (await api.listSkus({ limit: 1 })).items[0]?.code ?? '';
  for (const [place, unitPrice] of ['890.00', '1120.00', '780.00'].entries()) {
    const lines = [{ sku, quantity: 1, unitPrice }];
    const payments = [{ provider: 'terms', terms: { purchaseOrder: `PO-${place + 4711}` } }];
    const order = await api.captureOrder({
      ...{ channel, currency: 'EUR', lines, payments, customer: { email } },
    });
    const [terms] = (await api.getOrderPayments({ order: order.id })).terms;
    const issuedAt = place === 0 ? '2026-01-07T00:00:00Z' : new Date().toISOString();
    if (place < 2)
      await api.recordInvoice({
        payment: terms?.payment ?? '',
        number: `RE-26-${place + 117}`,
        issuedAt,
      });
  }
  return `/customers/${id}`;
}

/** A card that was spent in part, among others. */
export async function aGiftCard({ api }: Dashboard): Promise<string> {
  const { items } = await api.listGiftCards();
  if (items[0] !== undefined) return `/gift-cards/${items[0].id}`;
  const some = { currency: 'EUR', expiresAt: '2031-12-31T23:00:00Z' };
  for (const amountMinor of [10_000, 2500, 5000]) await api.issueGiftCard({ ...some, amountMinor });
  const { giftCard } = await api.issueGiftCard({ ...some, amountMinor: 5000, note: 'Jubilee' });
  const giftCardAct = { giftCard: giftCard.id, reason: 'goodwill' };
  await api.adjustGiftCard({ ...giftCardAct, amountMinor: 500, note: 'The parcel was late' });
  return `/gift-cards/${giftCard.id}`;
}

export async function giftCards(shop: Dashboard): Promise<string> {
  await aGiftCard(shop);
  return '/gift-cards';
}

export async function aCustomerWithCredit(shop: Dashboard): Promise<string> {
  const path = await aCustomer(shop);
  const customer = path.split('/').at(-1)?.split('?')[0] ?? '';
  const { accounts } = await shop.api.getStoreCredit({ customer });
  if (accounts.length === 0)
    await shop.api.adjustStoreCredit({
      ...{ customer, currency: 'EUR', amountMinor: 2500, reason: 'goodwill' },
      ...{ note: 'The parcel was late', expiresAt: '2031-12-31T23:00:00Z' },
    });
  return path;
}
