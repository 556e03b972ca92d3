// Follows the log and tells of every order, until Ctrl-C. It keeps how far it came in a file, so
// that it goes on there when it is started again: nothing is missed, and nothing comes twice.
//
//   DOORSTEP_API_KEY=$(npx doorstep keys show) npx node examples/follow-events.ts position.txt

import { readFile, writeFile } from 'node:fs/promises';
import { doorstepClient, type StreamedEvent } from '@doorstep/sdk';

const file = process.argv[2] ?? 'position.txt';
const doorstep = doorstepClient({
  url: process.env['DOORSTEP_URL'] ?? 'http://127.0.0.1:7070',
  apiKey: process.env['DOORSTEP_API_KEY'] ?? '',
});

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());

const after = Number(await readFile(file, 'utf8').catch(() => '0'));
console.log(`Following the log behind position ${after}.`);
for await (const event of doorstep.streamEvents({ after }, { signal: stopping.signal })) {
  handle(event);
  // Only now: what broke in the middle is handled again.
  await writeFile(file, String(event.position));
}

function handle(event: StreamedEvent): void {
  switch (event.type) {
    case 'order.captured.v1':
      console.log(`Order ${event.data.number}: ${event.data.totals.totalMinor} to be paid`);
      break;
    case 'order.canceled.v1':
      console.log(`${event.subject} canceled: ${event.data.reason}`);
      break;
    default:
      // Others do not matter here; new types may come with any version of the server.
      break;
  }
}
