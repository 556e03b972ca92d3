// doorstep webhooks deliveries and retry: what is sent, and what could not be.

import * as contract from '@doorstep/contract/webhooks.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, type ListOptions, positiveNumber, verb } from '../options.ts';
import { counted, say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';
import { sayDeliveries } from './say-webhook.ts';

interface Options extends ListOptions {
  readonly dead?: boolean;
}

export function deliveryCommands(webhooks: Command): void {
  verb(webhooks, 'deliveries <endpoint>', 'what was sent there, newest first')
    .option('--dead', 'only what could not be delivered')
    .option('--limit <number>', 'how many', positiveNumber, 20)
    .action(async (endpoint: string, { dead, ...options }: Options) => {
      const operation =
        dead === true ? contract.listDeadWebhookDeliveries : contract.listWebhookDeliveries;
      await answerList(
        operation,
        { params: { endpoint } },
        options,
        'No deliveries.',
        sayDeliveries,
      );
    });
  verb(webhooks, 'retry <endpoint> [delivery]', 'send again what could not be delivered').action(
    async (endpoint: string, delivery: string | undefined, { json }: JsonOption) => {
      if (delivery === undefined) return retryAll(endpoint, { json });
      const params = { endpoint, delivery };
      return answer(contract.retryWebhookDelivery, { params }, { json }, (one) =>
        say(`${one.eventType} is sent again`),
      );
    },
  );
}

/** The server takes so many at once; some people have more. */
async function retryAll(endpoint: string, { json }: JsonOption): Promise<void> {
  const connection = await readConnection();
  const shown = progress();
  let retried = 0;
  for (let remaining = true; remaining; ) {
    const told = await callApi(connection, contract.retryWebhookDeliveries, {
      params: { endpoint },
    });
    retried += told.retried;
    remaining = told.remaining && told.retried > 0;
    shown.tell(`${counted(retried, 'delivery')} …`);
  }
  shown.end();
  if (json) sayJson({ retried });
  else say(`${retried} are sent again`);
}
