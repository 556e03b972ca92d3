// doorstep webhooks replay and replays: what happened is sent once more.

import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import {
  getWebhookReplay,
  listWebhookReplays,
  startWebhookReplay,
  type WebhookReplayAnswer,
} from '@doorstep/contract/webhooks.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { type Connection, readConnection } from '../config.ts';
import {
  earlierTime,
  given,
  type JsonOption,
  type ListOptions,
  positiveNumber,
  verb,
} from '../options.ts';
import { colors, moment, say, sayJson, sayTable, status } from '../print.ts';
import { progress } from '../progress.ts';

const LOOK_EVERY_MS = 500;

interface Options extends JsonOption {
  readonly since: string;
  readonly until?: string;
  readonly types?: string;
  readonly wait?: boolean;
}

export function replayCommands(webhooks: Command): void {
  verb(webhooks, 'replay <endpoint>', 'send once more what happened since a time')
    .requiredOption('--since <time>', 'e.g. 2h ago as 2h, or 2026-11-23T09:30:00Z', earlierTime)
    .option('--until <time>', 'now, if not said', earlierTime)
    .option('--types <types>', 'other than those of the endpoint, e.g. order.,parcel.')
    .option('--wait', 'until all of it is queued')
    .action(async (endpoint: string, { json, wait, since, until, types }: Options) => {
      const connection = await readConnection();
      const eventTypes = types?.split(',').map((type) => type.trim());
      const body: BodyOf<typeof startWebhookReplay> = { since, ...given({ until, eventTypes }) };
      const started = await callApi(connection, startWebhookReplay, { params: { endpoint }, body });
      const replay = wait === true ? await untilDone(connection, endpoint, started) : started;
      if (json) return sayJson(replay);
      say(`${replay.queued} queued of ${replay.lookedAt} events  ${status(replay.state)}`);
      say(colors.dim(replay.id));
    });
  verb(webhooks, 'replays <endpoint>', 'list its replays, newest first')
    .option('--limit <number>', 'how many', positiveNumber, 20)
    .action(async (endpoint: string, options: ListOptions) =>
      answerList(listWebhookReplays, { params: { endpoint } }, options, 'No replays.', (items) =>
        sayTable(
          ['started', 'since', 'until', 'state', 'queued', 'id'],
          items.map((one) => [
            moment(one.createdAt),
            moment(one.since),
            moment(one.until),
            status(one.state),
            one.queued,
            colors.dim(one.id),
          ]),
        ),
      ),
    );
}

async function untilDone(
  connection: Connection,
  endpoint: string,
  started: WebhookReplayAnswer,
): Promise<WebhookReplayAnswer> {
  const shown = progress();
  let replay = started;
  while (replay.state === 'running') {
    shown.tell(`${replay.queued} queued, ${replay.lookedAt} events looked at …`);
    await sleep(LOOK_EVERY_MS);
    const params = { endpoint, replay: started.id };
    replay = await callApi(connection, getWebhookReplay, { params });
  }
  shown.end();
  return replay;
}
