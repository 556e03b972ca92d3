// Accounts at payment providers over HTTP, and the door at which providers tell what happened.

import * as contract from '@doorstep/contract/provider-connections.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { bindRaw } from '../http/bind-raw.ts';
import { pageById } from '../http/list-page.ts';
import { changeConnection } from './change-connection.ts';
import { selectConnections } from './connections.sql.ts';
import { createConnection } from './create-connection.ts';
import type { ConnectionId } from './provider-account.ts';
import { presentConnection, readConnection } from './read-connection.ts';
import { type NoticeDeps, receiveNotice } from './receive-notice.ts';
import { removeConnection } from './remove-connection.ts';
import { rotateConnection } from './rotate-connection.ts';
import { tryOutConnection } from './try-out-connection.ts';

export interface ConnectionRoutesDeps extends NoticeDeps {
  /** By the machine's clock: signatures are taken for some minutes only. */
  readonly realNow: () => Date;
}

export function connectionRoutes(http: HttpContext, deps: ConnectionRoutesDeps): void {
  bindRead(http, contract.listProviderConnections, (tx, { query }) =>
    pageById(
      query,
      (before, limit) => tx.rows(selectConnections, [before, limit]),
      (row) => presentConnection(deps.providers, row),
    ),
  );
  bindRead(http, contract.getProviderConnection, (tx, { params }) =>
    readConnection(tx, deps.providers, params.connection as ConnectionId),
  );
  bindCommand(http, contract.createProviderConnection, (tx, { body }) =>
    createConnection(tx, deps, body),
  );
  bindCommand(http, contract.changeProviderConnection, (tx, { params, body }) =>
    changeConnection(tx, deps, params.connection as ConnectionId, body),
  );
  bindCommand(http, contract.rotateProviderSecrets, (tx, { params, body }) =>
    rotateConnection(tx, deps, params.connection as ConnectionId, body),
  );
  bindCommand(http, contract.removeProviderConnection, (tx, { params }) =>
    removeConnection(tx, params.connection as ConnectionId),
  );
  bindCall(http, contract.testProviderConnection, async ({ params, principal, idempotencyKey }) =>
    tryOutConnection(
      deps,
      { tenant: principal.tenant, actor: principal.actor, now: http.now() },
      idempotencyKey,
      params.connection as ConnectionId,
    ),
  );
  bindRaw(http, contract.receiveProviderNotice, ({ params }, { body, headers }) =>
    receiveNotice(deps, params.provider, params.connection as ConnectionId, {
      body,
      headers,
      receivedAt: deps.realNow(),
      signal: AbortSignal.timeout(HEAR_MS_MAX),
    }),
  );
}

/** Providers wait some seconds, and send again. */
const HEAR_MS_MAX = 15_000;
