// Captures every order of a file of any size, one JSON document per line, and tells which were
// refused and why. Each has an external id: run it again and nothing happens twice.
//
//   DOORSTEP_API_KEY=$(npx doorstep keys show) \
//     npx node examples/import-orders-in-bulk.ts examples/orders.ndjson

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { doorstepClient, type NewOrder } from '@doorstep/sdk';

const file = process.argv[2] ?? 'examples/orders.ndjson';
const doorstep = doorstepClient({
  url: process.env['DOORSTEP_URL'] ?? 'http://127.0.0.1:7070',
  apiKey: process.env['DOORSTEP_API_KEY'] ?? '',
});

const counts = { captured: 0, known: 0, refused: 0 };
for await (const { row, status, problem } of doorstep.captureOrdersInBulk(ordersOf(file))) {
  if (problem !== undefined) {
    counts.refused += 1;
    console.log(`Row ${row}: ${problem.code}: ${problem.detail}`);
  } else counts[status === 201 ? 'captured' : 'known'] += 1;
}
console.log(`${counts.captured} captured, ${counts.known} known before, ${counts.refused} refused`);

/** One after the other as they are sent: the file is never in memory as a whole. */
async function* ordersOf(path: string): AsyncGenerator<NewOrder> {
  const lines = createInterface({ input: createReadStream(path) });
  for await (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as NewOrder;
}
