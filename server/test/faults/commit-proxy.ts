// Stands between the server and PostgreSQL, and sees every commit that writes: it can strike when
// the commit has been sent but did not arrive, and when it is done but the server does not know.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import {
  isWrite,
  type Message,
  messageReader,
  rowsOf,
  type SentStatement,
  statementReader,
} from './wire.ts';

/** `before`: all statements ran, the commit never arrives. `after`: it is done, and not answered. */
export type Moment = 'before' | 'after';

export interface Commit {
  /** The statements that wrote, by name. */
  readonly writes: readonly string[];
  /** The process of PostgreSQL that holds the transaction. */
  readonly backend: number;
}

/** Looks at each commit that writes; @returns when to strike, or null to let it pass. */
export type Watch = (commit: Commit) => Moment | null;

export interface CommitProxy {
  readonly port: number;
  close(): void;
}

export async function openCommitProxy(
  upstreamPort: number,
  watch: Watch,
  strike: (commit: Commit) => void,
): Promise<CommitProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(upstreamPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
    }
    const cut = () => {
      for (const socket of [client, upstream]) {
        socket.destroy();
        sockets.delete(socket);
      }
    };
    for (const socket of [client, upstream]) socket.on('error', cut).on('close', cut);
    relay(client, upstream, watch, (commit) => {
      strike(commit);
      cut();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** One connection, message by message. */
function relay(
  client: Socket,
  upstream: Socket,
  watch: Watch,
  strike: (commit: Commit) => void,
): void {
  const readStatement = statementReader();
  const sent: SentStatement[] = [];
  const writes = new Set<string>();
  let backend = 0;
  let struck: { moment: Moment; commit: Commit } | undefined;
  let isOver = false;

  function strikeNow(commit: Commit): void {
    isOver = true;
    strike(commit);
  }

  function toUpstream(message: Message): void {
    if (isOver) return; // what waits behind a commit that was struck never happens
    const statement = readStatement(message);
    if (statement !== undefined) sent.push(statement);
    if (statement?.text === 'commit' && writes.size > 0) {
      const commit = { writes: [...writes], backend };
      const moment = watch(commit);
      if (moment !== null) struck = { moment, commit };
    }
    if (struck?.moment === 'before') strikeNow(struck.commit);
    else upstream.write(message.raw);
  }

  function toClient(message: Message): void {
    if (isOver) return;
    if (message.type === 'K') backend = message.body.readUInt32BE(0);
    if (message.type === 'C' || message.type === 'E') {
      const statement = sent.shift();
      if (statement !== undefined) note(statement, message);
      if (struck !== undefined && statement?.text === 'commit') strikeNow(struck.commit);
    }
    if (struck === undefined) client.write(message.raw);
  }

  function note(statement: SentStatement, answer: Message): void {
    if (/^(begin|commit|rollback)/.test(statement.text)) writes.clear();
    else if (answer.type === 'C' && isWrite(statement) && rowsOf(answer) > 0)
      writes.add(statement.name);
  }

  const fromClient = messageReader(true);
  const fromUpstream = messageReader(false);
  client.on('data', (chunk: Buffer) => fromClient(chunk).forEach(toUpstream));
  upstream.on('data', (chunk: Buffer) => fromUpstream(chunk).forEach(toClient));
}
