// Requests to addresses that others chose: what is let out, and what comes back.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import {
  type GuardedHttp,
  type GuardedOutcome,
  guardedHttp,
} from '../../src/http/guarded-request.ts';
import { type OutboundRules, outboundRules, refuseUrl } from '../../src/http/outbound-rules.ts';
import { isPublicAddress } from '../../src/http/public-address.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const PUBLIC = [
  '1.1.1.1',
  '93.184.216.34',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
];
const INSIDE = `0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
  172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255
  198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1
  ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::7f00:1 64:ff9b::10.0.0.1
  64:ff9b:1::808:808 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2002:7f00:1::
  2002:808:808:: 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1`;

test('an address is public, or it is not', () => {
  for (const address of PUBLIC) assert.ok(isPublicAddress(address), address);
  for (const address of INSIDE.split(/\s+/)) assert.ok(!isPublicAddress(address), address);
  for (const odd of ['', 'localhost', '127.1', '0x7f.1', '1.1.1.1 ', '[::1]'])
    assert.ok(!isPublicAddress(odd), odd);
});

test('a URL is https, without user, fragment or strange port, and names no address inside', () => {
  const rules = outboundRules(false);
  for (const url of [
    'https://shop.example/hook?a=1',
    'https://shop.example:8443',
    'https://1.1.1.1',
  ])
    assert.equal(refuseUrl(url, rules), undefined, url);
  const wrong = `http://shop.example ftp://shop.example file:///etc/passwd //shop.example shop
    https://user@shop.example https://user:pass@shop.example https://shop.example/#part
    https://shop.example:22 https://shop.example:25 https://127.0.0.1 https://2130706433
    https://0x7f.0.0.1 https://0177.0.0.1 https://127.1 https://[::1] https://[::ffff:127.0.0.1]
    https://[64:ff9b::7f00:1] https://169.254.169.254/latest/meta-data https://1.1.1.1:0 https://`;
  for (const url of wrong.split(/\s+/)) assert.notEqual(refuseUrl(url, rules), undefined, url);
});

test('a name that leads inside is refused, also when only one of its addresses does', async () => {
  const server = await listen((_request, response) => response.end('secret of the inside'));
  for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1'], []]) {
    const http = open({ resolve: async () => addresses });
    const outcome = await post(http, `https://inside.example:${portOf(server)}`);
    assert.deepEqual(outcome, { unanswered: 'address-not-allowed' });
  }
  assert.equal(requestsTo(server), 0);
});

test('a name that turns private between two looks is connected to as it was checked', async () => {
  const inside = await listen((_request, response) => response.end('secret of the inside'));
  const answers = [['127.0.0.2'], ['127.0.0.1']];
  let asked = 0;
  const http = open({
    allowsPrivate: true,
    resolve: async () => answers[Math.min(asked++, 1)] ?? [],
    isPublic: (address) => address === '127.0.0.2',
  });
  // Nobody listens on 127.0.0.2: had it asked again, it would have reached 127.0.0.1.
  const outcome = await post(http, `http://turning.example:${portOf(inside)}`);
  assert.deepEqual(outcome, { unanswered: 'connection-failed' });
  assert.deepEqual([asked, requestsTo(inside)], [1, 0]);
});

test('a connection is used again, but its name is looked at anew each time', async () => {
  const connections = new Set<number | undefined>();
  const server = await listen((request, response) => {
    connections.add(request.socket.remotePort);
    response.end();
  });
  let addresses = ['127.0.0.1'];
  const http = open({
    resolve: async () => addresses,
    allowsPrivate: true,
  });
  const url = `http://kept.example:${portOf(server)}`;
  for (let sent = 0; sent < 3; sent += 1) assert.equal(statusOf(await post(http, url)), 200);
  assert.equal(connections.size, 1);
  addresses = [];
  assert.deepEqual(await post(http, url), { unanswered: 'address-not-allowed' });
  assert.equal(requestsTo(server), 3);
});

test('a redirect is told, not followed', async () => {
  const inside = await listen((_request, response) => response.end('secret of the inside'));
  const location = `http://127.0.0.1:${portOf(inside)}/`;
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await listen((_request, response) =>
      response.writeHead(status, { location }).end(),
    );
    assert.equal(statusOf(await post(local(), urlOf(server))), status);
  }
  assert.equal(requestsTo(inside), 0);
});

test('an answer is read to its limit, and cut off when it never ends', async () => {
  const huge = await listen((_request, response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', pour);
    pour();
  });
  const started = performance.now();
  const outcome = await post(telling(), urlOf(huge));
  assert.deepEqual(outcome, { status: 200, retryAfter: null, text: 'x'.repeat(100) });
  const endless = await listen((_request, response) => {
    response.writeHead(200).write('a');
    const timer = setInterval(() => response.write('a'), 100);
    response.on('close', () => clearInterval(timer));
  });
  assert.equal(statusOf(await post(telling(), urlOf(endless))), 200);
  assert.ok(performance.now() - started < 4000);
});

test('what does not come in time is given up, whether before, during or after connecting', async () => {
  const silent = await listen(() => {});
  assert.deepEqual(await post(local(), urlOf(silent)), { unanswered: 'timeout' });
  const dripping = await listenRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('x-drip: 1\r\n'), 50);
    socket.on('close', () => clearInterval(timer));
  });
  assert.deepEqual(await post(local(), dripping), { unanswered: 'timeout' });
  const http = open({ allowsPrivate: true, resolve: () => new Promise(() => {}) });
  assert.deepEqual(await post(http, 'http://slow-name.example'), { unanswered: 'timeout' });
});

test('nonsense, closed ports and wrong certificates are told apart, and tell nothing more', async () => {
  const nonsense = await listenRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
  assert.deepEqual(await post(local(), nonsense), { unanswered: 'answer-invalid' });
  const headers = await listenRaw((socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
  );
  assert.deepEqual(await post(local(), headers), { unanswered: 'answer-invalid' });
  const hangUp = await listenRaw((socket) => socket.destroy());
  assert.deepEqual(await post(local(), hangUp), { unanswered: 'connection-failed' });
  assert.deepEqual(await post(local(), nonsense.replace('http:', 'https:')), {
    unanswered: 'tls-failed',
  });
});

test('TLS is asked for the name in the URL, whatever address it leads to', async () => {
  const named: string[] = [];
  const server = createTlsServer({
    SNICallback: (name, done) => {
      named.push(name);
      done(new Error('no certificate'));
    },
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const http = open({ allowsPrivate: true, resolve: async () => ['127.0.0.1'] });
  const { port } = server.address() as AddressInfo;
  const outcome = await post(http, `https://shop.example:${port}`);
  assert.ok('unanswered' in outcome);
  assert.deepEqual(named, ['shop.example']);
});

test('what an address inside answers is not told, also where it may be called', async () => {
  const server = await listen((_request, response) => response.writeHead(500).end('inner matters'));
  assert.deepEqual(await post(local(), urlOf(server)), {
    status: 500,
    retryAfter: null,
    text: null,
  });
  const told = await post(telling(), urlOf(server));
  assert.deepEqual(told, { status: 500, retryAfter: null, text: 'inner matters' });
});

test('text that cannot be stored is made storable', async () => {
  const server = await listen((_request, response) => response.end(Buffer.from([65, 0, 255, 66])));
  const told = await post(telling(), urlOf(server));
  assert.deepEqual(told, { status: 200, retryAfter: null, text: 'A��B' });
});

test('a connection that the receiver closed while idle costs no try', async () => {
  let connections = 0;
  const url = await listenRaw((socket) => {
    connections += 1;
    let requests = 0;
    socket.on('data', () => {
      requests += 1;
      if (requests === 1) socket.write('HTTP/1.1 204 No Content\r\n\r\n');
      else socket.destroy();
    });
  });
  const http = local();
  assert.equal(statusOf(await post(http, url)), 204);
  assert.equal(statusOf(await post(http, url)), 204);
  assert.equal(connections, 2);
});

test('a proxy of the environment is not asked', async () => {
  const proxy = await listen((_request, response) => response.end('proxied'));
  const server = await listen((_request, response) => response.end('direct'));
  const names = ['http_proxy', 'HTTP_PROXY', 'NODE_USE_ENV_PROXY'];
  for (const name of names) process.env[name] = name.startsWith('NODE') ? '1' : urlOf(proxy);
  try {
    assert.deepEqual(await post(telling(), urlOf(server)), {
      status: 200,
      retryAfter: null,
      text: 'direct',
    });
  } finally {
    for (const name of names) delete process.env[name];
  }
});

function open(rules: Partial<OutboundRules>): GuardedHttp {
  const http = guardedHttp({ ...outboundRules(false), ...rules });
  closing.push(() => http.close());
  return http;
}

/** May call this machine. */
const local = () => open({ ...outboundRules(true) });
/** And takes it for a public one. */
const telling = () => open({ ...outboundRules(true), isPublic: () => true });

function post(http: GuardedHttp, url: string): Promise<GuardedOutcome> {
  const signal = new AbortController().signal;
  return http.post({ url, headers: {}, body: '{}', timeoutMs: 600, answerBytesMax: 100, signal });
}

function statusOf(outcome: GuardedOutcome): number | string {
  return 'status' in outcome ? outcome.status : outcome.unanswered;
}

const counts = new WeakMap<Server, number>();
const requestsTo = (server: Server) => counts.get(server) ?? 0;
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const urlOf = (server: Server) => `http://127.0.0.1:${portOf(server)}/`;

async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer((request, response) => {
    counts.set(server, requestsTo(server) + 1);
    response.on('error', () => {});
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

async function listenRaw(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.resume();
    answer(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
