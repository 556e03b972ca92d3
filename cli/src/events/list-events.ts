// doorstep events list: the log from a position.

import { listEvents } from '@doorstep/contract/log.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
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
      const items = [];
      let nextAfter = after;
      for (let size = 1; size > 0 && items.length < limit; ) {
        const query = { after: nextAfter, limit: Math.min(PAGE_MAX, limit - items.length) };
        const page = await callApi(connection, listEvents, { query });
        size = page.items.length;
        nextAfter = page.nextAfter;
        items.push(...page.items);
      }
      if (json) return sayJson({ items, nextAfter });
      for (const event of items) sayEvent(event);
    });
}
