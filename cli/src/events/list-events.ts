// doorstep events list: the log from a position.

import { type LogEvent, listEvents } from '@doorstep/contract/log.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { type Connection, readConnection } from '../config.ts';
import { type JsonOption, positiveNumber, verb, wholeNumber } from '../options.ts';
import { sayJson } from '../print.ts';
import { sayEvent } from './say-event.ts';

const PAGE_MAX = 1000;

interface Options extends JsonOption {
  readonly after: number;
  readonly limit: number;
}

export function listEventsCommand(events: Command): void {
  verb(events, 'list', 'read the log')
    .option('--after <position>', 'what you have seen last', wholeNumber, 0)
    .option('--limit <number>', 'how many', positiveNumber, 50)
    .action(async ({ after, limit, json }: Options) => {
      const connection = await readConnection();
      const found = await readFrom(connection, after, limit);
      if (json) return sayJson(found);
      for (const event of found.items) sayEvent(event);
    });
}

async function readFrom(connection: Connection, after: number, limit: number) {
  const items: LogEvent[] = [];
  let nextAfter = after;
  while (items.length < limit) {
    const query = { after: nextAfter, limit: Math.min(PAGE_MAX, limit - items.length) };
    const page = await callApi(connection, listEvents, { query });
    if (page.items.length === 0) break;
    items.push(...page.items);
    nextAfter = page.nextAfter;
  }
  return { items, nextAfter };
}
