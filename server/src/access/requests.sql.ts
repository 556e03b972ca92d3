// SQL of the log of API requests.

import { statement } from '../db/statement.ts';

export const insertRequests = statement(
  'access.insertRequests',
  `insert into api_requests (tenant_id, id, operation, method, status, error, actor, took_ms)
   select current_tenant(), id, operation, method, status, error, actor, took_ms
   from jsonb_to_recordset($1) as one (id uuid, operation text, method text, status smallint,
     error text, actor text, took_ms real)
   on conflict do nothing`,
);

const COLUMNS = 'id, operation, method, status, error, actor, took_ms';

export interface RequestRow {
  readonly id: string;
  readonly operation: string;
  readonly method: string;
  readonly status: number;
  readonly error: string | null;
  readonly actor: string;
  readonly took_ms: number;
}

export const selectRequests = statement<RequestRow>(
  'access.listRequests',
  `select ${COLUMNS} from api_requests
   where tenant_id = (select current_tenant()) and id < $1
   order by id desc limit $2`,
);

export const selectFailedRequests = statement<RequestRow>(
  'access.listFailedRequests',
  `select ${COLUMNS} from api_requests
   where tenant_id = (select current_tenant()) and id < $1 and status >= 400
   order by id desc limit $2`,
);

// An operation's failures are looked for among its requests: seven days of a sample.
export const selectRequestsOf = statement<RequestRow>(
  'access.listRequestsOf',
  `select ${COLUMNS} from api_requests
   where tenant_id = (select current_tenant()) and operation = $3 and id < $1 and status >= $4
   order by id desc limit $2`,
);

export const selectRequest = statement<RequestRow>(
  'access.selectRequest',
  `select ${COLUMNS} from api_requests where tenant_id = (select current_tenant()) and id = $1`,
);
