// One order from the buy button to the doorstep and back: paid, released, picked, packed, shipped,
// delivered, returned, refunded.
//
//   DOORSTEP_API_KEY=$(npx doorstep keys show) npx node examples/whole-life.ts

import { doorstepClient } from '@doorstep/sdk';

const doorstep = doorstepClient({
  url: process.env['DOORSTEP_URL'] ?? 'http://127.0.0.1:7070',
  apiKey: process.env['DOORSTEP_API_KEY'] ?? '',
});

const captured = await doorstep.captureOrder({
  channel: 'web',
  currency: 'EUR',
  lines: [{ sku: 'MUG-WHITE', quantity: 2, unitPrice: '12.90' }],
  shippingAddress: { country: 'DE', postalCode: '10115' },
  payments: [{ provider: 'sandbox', token: 'tok_ok' }],
});
const order = captured.id;
console.log(`Order ${captured.number} is captured, its payment is ${captured.paymentStatus}.`);
console.log(`It is ${await paymentOf(order, 'authorized')}.`);

const { fulfillmentOrders } = await doorstep.releaseOrder({ order });
for (const { id: fulfillmentOrder, location } of fulfillmentOrders) {
  await doorstep.recordPicks({ fulfillmentOrder });
  const parcel = await doorstep.packParcel({ fulfillmentOrder, weightGrams: 900 });
  const label = { carrier: 'sandbox', trackingNumber: `WALK-${parcel.id.slice(-12)}` };
  await doorstep.shipParcel({ parcel: parcel.id, ...label });
  console.log(`${label.trackingNumber} left ${location}.`);
  await doorstep.recordTrackingEvents({
    events: [{ ...label, status: 'delivered', occurredAt: new Date().toISOString() }],
  });
}
console.log(`It is delivered and ${await paymentOf(order, 'paid')}.`);

const asked = await doorstep.requestReturn({
  order,
  lines: [{ line: 1, quantity: 1, reason: 'changed-mind' }],
});
await doorstep.receiveReturn({
  return: asked.id,
  location: fulfillmentOrders[0]?.location ?? '',
  items: [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }],
  refund: true,
});
console.log(`One mug came back; it is ${await paymentOf(order, 'partially-refunded')}.`);

/** Money moves at the provider, so it takes a moment. */
async function paymentOf(order: string, expected: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const { paymentStatus } = await doorstep.getOrder({ order });
    if (paymentStatus === expected || tries === 100) return paymentStatus;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
