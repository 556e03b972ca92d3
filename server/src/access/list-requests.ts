// What was asked of the API, newest first.

import type { ApiRequestAnswer } from '@doorstep/contract/requests.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import { presentRequest } from './present-request.ts';
import { selectFailedRequests, selectRequests, selectRequestsOf } from './requests.sql.ts';

export interface RequestsQuery extends ListRequest {
  readonly failed?: boolean;
  readonly operation?: string;
}

const FAILED_FROM = 400;

export function listRequests(
  tx: Tx,
  { failed = false, operation, ...page }: RequestsQuery,
): Promise<Page<ApiRequestAnswer> | Refusal> {
  return pageById(
    page,
    (before, limit) =>
      operation !== undefined
        ? tx.rows(selectRequestsOf, [before, limit, operation, failed ? FAILED_FROM : 0])
        : tx.rows(failed ? selectFailedRequests : selectRequests, [before, limit]),
    presentRequest,
  );
}
