// Captures an order, shows where its stock is reserved, and cancels it.
//
//   DOORSTEP_API_KEY=$(npx doorstep keys show) npx node examples/capture-and-cancel.ts

import { DoorstepError, doorstepClient } from '@doorstep/sdk';

const doorstep = doorstepClient({
  url: process.env['DOORSTEP_URL'] ?? 'http://127.0.0.1:7070',
  apiKey: process.env['DOORSTEP_API_KEY'] ?? '',
});

const captured = await doorstep.captureOrder({
  channel: 'web',
  currency: 'EUR',
  lines: [{ sku: 'MUG-WHITE', quantity: 2, unitPrice: '12.90' }],
  shippingAddress: { country: 'DE', postalCode: '10115' },
});
console.log(`Order ${captured.number} is captured.`);
for (const { quantity, location } of captured.reservations)
  console.log(`  ${quantity} reserved at ${location}`);

const canceled = await doorstep.cancelOrder({ order: captured.id, reason: 'customer' });
console.log(`It is ${canceled.status}, and its stock is free again.`);

// A "no" is thrown, with a code to decide by and words for people.
try {
  await doorstep.cancelOrder({ order: captured.id, reason: 'customer' });
} catch (error) {
  if (!(error instanceof DoorstepError) || error.code !== 'nothing-to-cancel') throw error;
  console.log(`Again: ${error.detail} ${error.remedy}`);
}
