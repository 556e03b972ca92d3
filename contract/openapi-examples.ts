// Request bodies to start from, shown in the API reference. A test checks each against its schema.

export const REQUEST_EXAMPLES: Readonly<Record<string, unknown>> = {
  captureOrder: {
    channel: 'web',
    externalId: 'WEB-10045',
    currency: 'EUR',
    pricesIncludeTax: true,
    lines: [{ sku: 'MUG-WHITE', quantity: 2, unitPrice: '12.90' }],
    shipping: [{ title: 'Standard', amountMinor: 490 }],
    totalMinor: 3070,
    customer: { email: 'ada@example.com', name: 'Ada Example' },
    shippingAddress: { city: 'Berlin', postalCode: '10115', country: 'DE' },
  },
  addPayment: { provider: 'manual' },
  grantRefund: { amountMinor: 500, reason: 'goodwill', note: 'A scratched mug' },
  recordReceipt: { reference: 'BANK-2026-0118-17', receivedAt: '2026-01-18T09:30:00Z' },
  recordPaymentFact: { kind: 'captured', reference: 'ch_8812', amountMinor: 3070 },
  recordIntentResult: { outcome: 'succeeded', reference: 'BANK-2026-0119-02' },
  cancelOrder: { reason: 'customer', note: 'Ordered twice' },
  recordTrackingEvents: {
    events: [
      {
        carrier: 'dhl',
        trackingNumber: 'JD014600003',
        status: 'delivered',
        occurredAt: '2026-11-24T10:12:00Z',
      },
    ],
  },
  requestReturn: { lines: [{ line: 1, quantity: 1, reason: 'size-too-small' }] },
  receiveReturn: {
    location: 'BERLIN',
    items: [{ sku: 'MUG-WHITE', quantity: 1, condition: 'sellable', disposition: 'restock' }],
    refund: true,
  },
  placeHold: { reason: 'incorrect-address', handle: 'address-check' },
  addNote: { body: 'Leave it with the neighbor.' },
  createSku: {
    code: 'MUG-WHITE',
    title: 'White mug',
    price: { amountMinor: 1290, currency: 'EUR' },
  },
  createChannel: { code: 'web', name: 'Web shop' },
  createApiKey: { name: 'Web shop', scopes: ['orders:read', 'orders:write'] },
  receiveStock: {
    location: 'BERLIN',
    reference: 'PO-2044',
    lines: [{ sku: 'MUG-WHITE', quantity: 120 }],
  },
  adjustStock: {
    location: 'BERLIN',
    reason: 'broken in the rack',
    lines: [{ sku: 'MUG-WHITE', quantity: -1 }],
  },
  countStock: { location: 'BERLIN', lines: [{ sku: 'MUG-WHITE', counted: 118 }] },
  reserveStock: {
    sku: 'MUG-WHITE',
    location: 'BERLIN',
    quantity: 1,
    owner: { kind: 'cart', reference: 'cart-7' },
    expiresInSeconds: 900,
  },
  createDrop: {
    name: 'Friday night live',
    startsAt: '2026-11-27T19:00:00Z',
    endsAt: '2026-11-27T21:00:00Z',
    limitPerBuyer: 2,
    items: [{ sku: 'MUG-WHITE', pool: [{ location: 'BERLIN', units: 100 }], preorderCap: 50 }],
  },
  holdUnits: { buyer: 'ada@example.com', lines: [{ sku: 'MUG-WHITE', quantity: 2 }], seconds: 300 },
  joinQueue: { buyer: 'ada@example.com', sku: 'MUG-WHITE', quantity: 1 },
  recordEngagement: {
    counts: [{ at: '2026-11-27T19:03:00Z', viewers: 4120, adds: 310, likes: 2044 }],
  },
};
