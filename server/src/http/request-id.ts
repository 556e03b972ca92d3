// The name of a request, in its answer and in the log of requests.

import { newUuid } from '../db/ids.ts';

/** Rises with time: the log of requests is kept in its order. */
export function newRequestId(): string {
  return `req_${newUuid().replaceAll('-', '')}`;
}
