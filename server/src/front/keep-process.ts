// One process that is kept running: another one takes its place when it dies.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type BelowSocket, belowSocket } from './below-socket.ts';
import type { FromApi } from './messages.ts';

export interface KeepOptions<Message extends object> {
  readonly program: string;
  /** What it is told when it starts, and when it is to end. */
  readonly first: Message;
  readonly last: Message;
  readonly onMessage: (message: FromApi) => void;
  readonly onDown: (why: string) => void;
}

export interface KeptProcess<Message extends object> {
  /** Resolves with its first word; rejects when it ends before. */
  readonly started: Promise<void>;
  /** Null while none runs. */
  pid(): number | null;
  /** @param socket is closed if it cannot be handed over */
  tell(message: Message, socket?: Socket): void;
  stop(): Promise<void>;
}

/** One that dies at once is not started as fast as the machine can. */
const AGAIN_AFTER_MS = 1_000;
const STOP_MS_MAX = 10_000;

export function keepProcess<Message extends object>(
  options: KeepOptions<Message>,
): KeptProcess<Message> {
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let isStopping = false;
  const sockets = socketsUnderWay();

  function start(): Promise<void> {
    const started = Promise.withResolvers<void>();
    const one = fork(options.program, { serialization: 'advanced' });
    child = one;
    tell(options.first);
    one.on('message', (message: FromApi) => {
      options.onMessage(message);
      started.resolve();
    });
    const ended = (why: string): void => {
      if (child !== one) return;
      child = null;
      sockets.close();
      started.reject(new Error(`a process of the API ${why} while it started`));
      if (isStopping) return;
      options.onDown(why);
      // Whether that one starts is told like this: by a word of it, or its end.
      again = setTimeout(() => start().catch(() => {}), AGAIN_AFTER_MS);
    };
    one.once('exit', (code, signal) => ended(`ended with ${signal ?? code}`));
    one.once('error', (error) => ended(`failed: ${error.message}`));
    return started.promise;
  }

  function tell(message: Message, socket?: Socket): void {
    if (child?.connected !== true) return void socket?.destroy();
    const sent = socket === undefined ? undefined : sockets.sending(socket);
    child.send(message, socket, {}, (error) => sent?.(error));
  }

  return {
    started: start(),
    pid: () => child?.pid ?? null,
    tell,
    async stop() {
      isStopping = true;
      clearTimeout(again);
      const one = child;
      if (one === null) return;
      const exited = once(one, 'exit');
      tell(options.last);
      const kill = setTimeout(() => one.kill('SIGKILL'), STOP_MS_MAX);
      await exited;
      clearTimeout(kill);
    },
  };
}

/**
 * Node sends sockets one by one, and forgets the one that a process did not take before it died: whoever
 * is at its other end would wait for ever.
 */
function socketsUnderWay() {
  const waiting = new Map<Socket, BelowSocket | null>();
  let last: BelowSocket | null = null;
  return {
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
