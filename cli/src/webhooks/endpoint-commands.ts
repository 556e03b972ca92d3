// doorstep webhooks list, show, create, change, rotate, ping, remove.

import * as contract from '@doorstep/contract/webhooks.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import {
  given,
  type JsonOption,
  type ListOptions,
  listVerb,
  verb,
  wholeNumber,
} from '../options.ts';
import { colors, hint, say, sayTable } from '../print.ts';
import { saySecret, sayWebhook, stateOf } from './say-webhook.ts';

export function endpointCommands(webhooks: Command): void {
  listVerb(webhooks, 'list webhook endpoints').action(async (options: ListOptions) =>
    answerList(contract.listWebhookEndpoints, {}, options, 'No webhook endpoints.', (items) =>
      sayTable(
        ['URL', 'state', 'events', 'waiting', 'dead', 'id'],
        items.map((one) => [
          one.url,
          stateOf(one),
          one.eventTypes.join(', ') || 'every event',
          one.health.pending,
          one.health.dead,
          colors.dim(one.id),
        ]),
      ),
    ),
  );
  verb(webhooks, 'show <endpoint>', 'one endpoint, and how it does').action(
    async (endpoint: string, { json }: JsonOption) =>
      answer(contract.getWebhookEndpoint, { params: { endpoint } }, { json }, sayWebhook),
  );
  const create = verb(webhooks, 'create <url>', 'send events to a URL; prints the secret, once');
  fieldOptions(create, contract.createWebhookEndpoint, ['url']).action(
    async (url: string, options: JsonOption) => {
      const body = await fieldsOf(contract.createWebhookEndpoint, options, { url });
      await answer(contract.createWebhookEndpoint, { body }, options, saySecret);
    },
  );
  const change = verb(webhooks, 'change <endpoint>', 'change it, switch it on or off');
  fieldOptions(change, contract.changeWebhookEndpoint).action(
    async (endpoint: string, options: JsonOption) => {
      const body = await fieldsOf(contract.changeWebhookEndpoint, options);
      const input = { params: { endpoint }, body };
      await answer(contract.changeWebhookEndpoint, input, options, sayWebhook);
    },
  );
  secretCommands(webhooks);
}

interface Rotation extends JsonOption {
  readonly overlap?: number;
}

function secretCommands(webhooks: Command): void {
  verb(webhooks, 'rotate <endpoint>', 'give it a new secret; prints it, once')
    .option('--overlap <hours>', 'how long the old one signs as well', wholeNumber)
    .action(async (endpoint: string, { json, overlap }: Rotation) => {
      const input = { params: { endpoint }, body: given({ overlapHours: overlap }) };
      await answer(contract.rotateWebhookSecret, input, { json }, saySecret);
    });
  verb(webhooks, 'ping <endpoint>', 'try it').action(
    async (endpoint: string, { json }: JsonOption) =>
      answer(contract.pingWebhookEndpoint, { params: { endpoint } }, { json }, ({ url }) => {
        say(`A ping is on its way to ${url}`);
        hint(`See how it went: doorstep webhooks deliveries ${endpoint}`);
      }),
  );
  verb(webhooks, 'remove <endpoint>', 'send nothing there any more').action(
    async (endpoint: string, { json }: JsonOption) =>
      answer(contract.removeWebhookEndpoint, { params: { endpoint } }, { json }, () =>
        say(`Removed ${endpoint}`),
      ),
  );
}
