// Accounts at payment providers over HTTP, and the door at which providers tell what happened.

import * as contract from '@doorstep/contract/provider-connections.ts';
import { bindCommand, bindOpen, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { changeConnection } from './change-connection.ts';
import { selectConnections } from './connections.sql.ts';
import { createConnection } from './create-connection.ts';
import type { ConnectionId } from './provider-account.ts';
import { presentConnection, readConnection } from './read-connection.ts';
import { type NoticeDeps, receiveNotice } from './receive-notice.ts';
import { removeConnection } from './remove-connection.ts';
import { rotateConnection } from './rotate-connection.ts';

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
  noticeRoute(http, deps);
}

/** Providers wait some seconds, and send again. */
const HEAR_MS_MAX = 15_000;

/** Apart from all others, because its bodies are not parsed: signatures are over their bytes. */
function noticeRoute(http: HttpContext, deps: ConnectionRoutesDeps): void {
  void http.app.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    bindOpen({ ...http, app }, contract.receiveProviderNotice, ({ params }, request) =>
      receiveNotice(deps, params.provider, params.connection as ConnectionId, {
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        receivedAt: deps.realNow(),
        signal: AbortSignal.timeout(HEAR_MS_MAX),
      }),
    );
  });
}
