// HTTP of the log of requests.

import * as contract from '@doorstep/contract/requests.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { bindRead, type HttpContext } from '../http/bind.ts';
import { listRequests } from './list-requests.ts';
import { presentRequest } from './present-request.ts';
import { selectRequest } from './requests.sql.ts';

export function requestRoutes(http: HttpContext): void {
  bindRead(http, contract.listRequests, (tx, { query }) => listRequests(tx, query));

  bindRead(http, contract.getRequest, async (tx, { params }) => {
    const row = await tx.row(selectRequest, [params.request.slice('req_'.length)]);
    return row === undefined
      ? refuse('not-found', 'There is no such request, or it is older than seven days.')
      : presentRequest(row);
  });
}
