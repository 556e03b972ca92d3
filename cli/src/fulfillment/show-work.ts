// doorstep fulfillment show: one fulfillment order, by its id or its order.

import type { Command } from 'commander';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayJson } from '../print.ts';
import { findWork } from './find-work.ts';
import { sayWork } from './say-work.ts';

export function showWorkCommand(fulfillment: Command): void {
  verb(fulfillment, 'show <fulfillment>', 'one fulfillment order, by its id or its order').action(
    async (reference: string, { json }: JsonOption) => {
      const work = await findWork(await readConnection(), reference);
      if (json) sayJson(work);
      else sayWork(work);
    },
  );
}
