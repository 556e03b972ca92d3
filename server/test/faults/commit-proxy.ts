// Stands between the server and PostgreSQL, and sees every commit that writes: it can strike when
// the commit has been sent but did not arrive, and when it is done but the server does not know. It
// is also the network that fails: it holds back what is said, or cuts all connections.

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

/** What is held back: every commit, or all that is said in one direction. */
export type Held = 'commits' | 'to-server' | 'to-client';

export interface CommitProxy {
  readonly port: number;
  /** From here on, until `letGo`, on every connection. */
  hold(what: Held): void;
  /** What was held back goes on, in order. */
  letGo(): void;
  /** All connections; what was held back on them is lost. */
  cut(): void;
  close(): void;
}

export async function openCommitProxy(
  upstreamPort: number,
  watch: Watch,
  strike: (commit: Commit) => void,
): Promise<CommitProxy> {
  const sockets = new Set<Socket>();
  const flow: Flow = { held: null, lanes: new Set() };
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
    const lanes = relay(client, upstream, flow, watch, (commit) => {
      strike(commit);
      cut();
    });
    client.on('close', () => {
      for (const lane of lanes) flow.lanes.delete(lane);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    hold(what) {
      flow.held = what;
    },
    letGo() {
      flow.held = null;
      for (const drain of flow.lanes) drain();
    },
    cut: cutAll,
    close() {
      server.close();
      cutAll();
    },
  };
}

/** What all connections have in common. */
interface Flow {
  held: Held | null;
  /** Each passes on what waits in it. */
  readonly lanes: Set<() => void>;
}

/** One direction of a connection: messages wait behind one that is held back. */
function lane(flow: Flow, isHeld: (message: Message) => boolean, pass: (message: Message) => void) {
  const waiting: Message[] = [];
  function drain(): void {
    for (let next = waiting[0]; next !== undefined && !isHeld(next); next = waiting[0]) {
      waiting.shift();
      pass(next);
    }
  }
  flow.lanes.add(drain);
  return {
    drain,
    take(messages: readonly Message[]): void {
      waiting.push(...messages);
      drain();
    },
  };
}

function isCommit({ type, body }: Message): boolean {
  return type === 'Q' && body.toString('latin1', 0, 6) === 'commit';
}

/** One connection, message by message. */
function relay(
  client: Socket,
  upstream: Socket,
  flow: Flow,
  watch: Watch,
  strike: (commit: Commit) => void,
): (() => void)[] {
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
    up.drain();
  }

  function note(statement: SentStatement, answer: Message): void {
    if (/^(begin|commit|rollback)/.test(statement.text)) writes.clear();
    else if (answer.type === 'C' && isWrite(statement) && rowsOf(answer) > 0)
      writes.add(statement.name);
  }

  const fromClient = messageReader(true);
  const fromUpstream = messageReader(false);
  const up = lane(
    flow,
    (message) =>
      flow.held === 'to-server' ||
      // It is sent along with the last writes: what they wrote is known when they are answered.
      (isCommit(message) && (flow.held === 'commits' || sent.length > 0)),
    toUpstream,
  );
  const down = lane(flow, () => flow.held === 'to-client', toClient);
  client.on('data', (chunk: Buffer) => up.take(fromClient(chunk)));
  upstream.on('data', (chunk: Buffer) => down.take(fromUpstream(chunk)));
  return [up.drain, down.drain];
}
