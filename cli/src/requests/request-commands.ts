// doorstep requests: what was asked of the API.

import { type ApiRequestAnswer, getRequest, listRequests } from '@doorstep/contract/requests.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { readPages } from '../pages.ts';
import { colors, moment, sayJson, sayTable } from '../print.ts';

interface Options extends ListOptions {
  readonly failed?: boolean;
  readonly operation?: string;
}

export function requestCommands(requests: Command): void {
  listVerb(requests, 'list the newest requests')
    .option('--failed', 'only those answered with a problem')
    .option('--operation <name>', 'e.g. captureOrder')
    .action(async ({ limit, json, failed = false, operation }: Options) => {
      const connection = await readConnection();
      const wanted = { failed, ...(operation === undefined ? {} : { operation }) };
      const found = await readPages(limit, (size, cursor) =>
        callApi(connection, listRequests, {
          query: { ...wanted, limit: size, ...(cursor === undefined ? {} : { cursor }) },
        }),
      );
      if (json) return sayJson(found);
      sayRequests(found.items);
    });

  verb(requests, 'show <request>', 'find a request by its id').action(
    async (request: string, { json }: JsonOption) => {
      const found = await callApi(await readConnection(), getRequest, { params: { request } });
      if (json) return sayJson(found);
      sayRequests([found]);
    },
  );
}

function sayRequests(items: readonly ApiRequestAnswer[]): void {
  sayTable(
    ['at', 'method', 'path', 'status', 'error', 'ms', 'who', 'id'],
    items.map((one) => [
      moment(one.at),
      one.method,
      one.path,
      one.status < 400 ? String(one.status) : colors.red(String(one.status)),
      one.error ?? '',
      String(one.tookMs),
      one.actor,
      colors.dim(one.id),
    ]),
  );
}
