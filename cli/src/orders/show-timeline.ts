// doorstep orders timeline: everything that happened to an order.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { getOrderTimeline } from '@doorstep/contract/orders.ts';
import { TIMELINE_KINDS, type TimelineKind } from '@doorstep/core/orders/timeline.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { sayEvent } from '../events/say-event.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { sayJson } from '../print.ts';

type Page = AnswerOf<typeof getOrderTimeline>;

interface Options extends JsonOption {
  readonly kind?: TimelineKind;
}

const PAGE_MAX = 500;

export function showTimelineCommand(orders: Command): void {
  verb(orders, 'timeline <order>', 'everything that happened to an order')
    .option('--kind <kind>', Object.keys(TIMELINE_KINDS).join(', '))
    .action(async (order: string, { json, kind }: Options) => {
      const connection = await readConnection();
      const items: LogEvent[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: Page = await callApi(connection, getOrderTimeline, {
          params: { order },
          query: { afterVersion: after, limit: PAGE_MAX, ...given({ kind }) },
        });
        items.push(...(page.items as unknown as LogEvent[]));
        after = page.nextAfterVersion;
      }
      if (json) return sayJson({ items });
      for (const event of items) sayEvent(event);
    });
}
