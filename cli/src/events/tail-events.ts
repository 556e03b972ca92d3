// doorstep events tail: the log as it grows, through restarts of the server.

import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '@doorstep/contract/log.ts';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { type JsonOption, positiveNumber, verb, wholeNumber } from '../options.ts';
import { colors, say } from '../print.ts';
import { endOfLog } from './end-of-log.ts';
import { followEvents } from './follow-events.ts';
import { sayEvent } from './say-event.ts';

const RECONNECT_MS_MIN = 500;
const RECONNECT_MS_MAX = 10_000;

interface Options extends JsonOption {
  readonly from?: number;
  readonly limit?: number;
}

export function tailEventsCommand(events: Command): void {
  verb(events, 'tail', 'follow the log live; with --json one event per line')
    .option('--from <position>', 'begin behind this position; 0 for all', wholeNumber)
    .option('--limit <number>', 'end after so many', positiveNumber)
    .action(async ({ from, limit = Number.POSITIVE_INFINITY, json }: Options) => {
      let left = limit;
      for await (const event of followForever(await readConnection(), from)) {
        if (json) say(JSON.stringify(event));
        else sayEvent(event);
        left -= 1;
        if (left === 0) return;
      }
    });
}

/** Reconnects behind the last event seen; only a server that was never there is an error. */
async function* followForever(
  connection: Connection,
  from: number | undefined,
): AsyncGenerator<LogEvent> {
  // Known from the start, so that a break before the first event loses none.
  let after = from ?? (await endOfLog(connection));
  let hasConnected = false;
  for (let waitMs = RECONNECT_MS_MIN; ; waitMs = Math.min(waitMs * 2, RECONNECT_MS_MAX)) {
    try {
      for await (const event of followEvents(connection, after)) {
        hasConnected = true;
        waitMs = RECONNECT_MS_MIN;
        if (event === 'connected') continue;
        after = event.position ?? after;
        yield event;
      }
    } catch (error) {
      if (!(error instanceof CommandError) || !hasConnected) throw error;
      if (error.facts.exitCode !== 3 && !isPassing(error)) throw error;
    }
    process.stderr.write(colors.dim(`Connection lost, trying again in ${waitMs / 1000} s\n`));
    await sleep(waitMs);
  }
}

/** A server that restarts may answer 503 for a moment. */
function isPassing(error: CommandError): boolean {
  return (error.facts.problem as { status?: number } | undefined)?.status === 503;
}
