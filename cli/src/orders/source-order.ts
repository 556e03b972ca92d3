// doorstep orders source: looks for stock again for what an order waits for.

import { sourceOrder } from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayHead, sayLines, sayNextStep } from './say-order.ts';

export function sourceOrderCommand(orders: Command): void {
  verb(orders, 'source <order>', 'look for stock again for what an order waits for').action(
    async (order: string, { json }: JsonOption) => {
      await answer(sourceOrder, { params: { order }, body: {} }, { json }, (sourced) => {
        sayHead(sourced);
        sayLines(sourced);
        sayNextStep(sourced);
      });
    },
  );
}
