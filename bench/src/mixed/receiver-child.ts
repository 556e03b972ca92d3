// Takes webhooks as fast as they come, and counts them: a process of its own.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceiverAnswer {
  readonly port: number;
  readonly received: number;
}

let received = 0;
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    received += 1;
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
process.on('message', () => process.send?.({ port, received } satisfies ReceiverAnswer));
