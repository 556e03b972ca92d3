// One process that is kept running: another one takes its place when it dies.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { awakeClock } from './awake-clock.ts';
import { type BelowSocket, belowSocket } from './below-socket.ts';
import type { FromApi } from './messages.ts';

export interface KeepOptions<Message extends object> {
  readonly program: string;
  /** What it is told when it starts, and when it is to end. */
  readonly first: Message;
  readonly last: Message;
  readonly onMessage: (message: FromApi) => void;
  readonly onDown: (why: string) => void;
  /** One that has told nothing for so long is stuck, and is killed. */
  readonly silentMsMax?: number;
}

export interface KeptProcess<Message extends object> {
  /** Resolves with its first word; rejects when it ends before. */
  readonly started: Promise<void>;
  /** Null while none runs. */
  pid(): number | null;
  /** Whether it has said its first word: before, it takes no socket. */
  isReady(): boolean;
  /** @param socket is closed if it cannot be handed over */
  tell(message: Message, socket?: Socket): void;
  /** Sockets that it was not sent yet: it takes one in each turn of its event loop. */
  waiting(): number;
  stop(): Promise<void>;
}

/** One that dies at once is not started as fast as the machine can. */
const AGAIN_AFTER_MS = 1_000;
const STOP_MS_MAX = 10_000;
/** They tell twice a second; no turn of an event loop at work is as long as this. */
const SILENT_MS_MAX = 30_000;
const LOOK_EVERY_MS = 500;

export function keepProcess<Message extends object>(
  options: KeepOptions<Message>,
): KeptProcess<Message> {
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let isReady = false;
  let isStopping = false;
  const sockets = socketsUnderWay();
  // Its connections would wait as long as it stands. That it ends is what all the rest goes by.
  const silence = watchSilence(options.silentMsMax, () => isReady && child?.kill('SIGKILL'));

  function start(): Promise<void> {
    const started = Promise.withResolvers<void>();
    const one = fork(options.program, { serialization: 'advanced' });
    child = one;
    tell(options.first);
    one.on('message', (message: FromApi) => {
      if (child !== one) return; // said before it died, and heard after
      isReady = true;
      silence.end();
      options.onMessage(message);
      started.resolve();
    });
    const ended = (why: string): void => {
      if (child !== one) return;
      child = null;
      isReady = false;
      sockets.close();
      started.reject(new Error(`a process of the API ${why} while it started`));
      if (isStopping) return;
      options.onDown(why);
      startAgain();
    };
    one.once('exit', (code, signal) => ended(`ended with ${signal ?? code}`));
    one.once('error', (error) => ended(`failed: ${error.message}`));
    return started.promise;
  }

  function startAgain(): void {
    again = setTimeout(() => {
      try {
        // Whether it starts is told like this: by a word of it, or its end.
        start().catch(() => {});
      } catch (error) {
        options.onDown(`could not be started: ${String(error)}`);
        startAgain();
      }
    }, AGAIN_AFTER_MS);
  }

  function tell(message: Message, socket?: Socket): void {
    if (child?.connected !== true) return void socket?.destroy();
    const sent = socket === undefined ? undefined : sockets.sending(socket);
    child.send(message, socket, {}, (error) => sent?.(error));
  }

  return {
    started: start(),
    pid: () => child?.pid ?? null,
    isReady: () => isReady,
    tell,
    waiting: sockets.count,
    async stop() {
      isStopping = true;
      clearTimeout(again);
      silence.ignore();
      if (child !== null) await endOf(child, () => tell(options.last));
    },
  };
}

/** @param act is called again and again while a silence is too long */
function watchSilence(msMax = SILENT_MS_MAX, act: () => void) {
  const awakeMs = awakeClock();
  let heardAt = 0;
  const looking = setInterval(() => {
    if (awakeMs() - heardAt > msMax) act();
  }, LOOK_EVERY_MS).unref();
  return {
    end(): void {
      heardAt = awakeMs();
    },
    ignore: () => clearInterval(looking),
  };
}

async function endOf(child: ChildProcess, ask: () => void): Promise<void> {
  const exited = once(child, 'exit');
  ask();
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await exited;
  clearTimeout(kill);
}

/**
 * Node sends sockets one by one, and forgets the one that a process did not take before it died: whoever
 * is at its other end would wait for ever.
 */
function socketsUnderWay() {
  const waiting = new Map<Socket, BelowSocket | null>();
  let last: BelowSocket | null = null;
  return {
    count: () => waiting.size,
    /** @returns what is to be called when it is sent, or could not be */
    sending(socket: Socket): (error: Error | null) => void {
      waiting.set(socket, belowSocket(socket));
      return (error) => {
        last = waiting.get(socket) ?? null;
        waiting.delete(socket);
        if (error !== null) socket.destroy();
      };
    },
    close(): void {
      last?.close();
      for (const [socket, below] of waiting) {
        socket.destroy();
        below?.close();
      }
      waiting.clear();
    },
  };
}
