// HTTP of webhook endpoints, what is sent to them, and replays.

import { listOrderDeliveries as ofOrder } from '@doorstep/contract/order-deliveries.ts';
import * as contract from '@doorstep/contract/webhooks.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { cancelReplay } from './cancel-replay.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { createEndpoint, type EndpointDeps, withoutSecret } from './create-endpoint.ts';
import { selectEndpoints } from './endpoints.sql.ts';
import { listOrderDeliveries } from './list-order-deliveries.ts';
import { pingEndpoint } from './ping-endpoint.ts';
import { presentEndpoint } from './present.ts';
import { readDeliveries, readDelivery } from './read-deliveries.ts';
import { type EndpointId, readEndpoint } from './read-endpoint.ts';
import { type ReplayId, readReplay, readReplays } from './read-replays.ts';
import { removeEndpoint } from './remove-endpoint.ts';
import { resendDelivery } from './resend-delivery.ts';
import { retryDeliveries, retryDelivery } from './retry-deliveries.ts';
import { rotateSecret } from './rotate-secret.ts';
import { startReplay } from './start-replay.ts';

interface WebhooksDeps extends EndpointDeps {
  readonly realNow: () => Date;
}

export function webhooksRoutes(http: HttpContext, deps: WebhooksDeps): void {
  endpointRoutes(http, deps);
  deliveryRoutes(http, deps.realNow);
  replayRoutes(http);
}

function endpointRoutes(http: HttpContext, deps: EndpointDeps): void {
  bindRead(http, contract.listWebhookEndpoints, (tx, { query }) =>
    pageById(query, (before, limit) => tx.rows(selectEndpoints, [before, limit]), presentEndpoint),
  );
  bindRead(http, contract.getWebhookEndpoint, (tx, { params }) =>
    readEndpoint(tx, endpointOf(params)),
  );
  bindCall(http, contract.createWebhookEndpoint, (call) =>
    answerCommand(http, call, (tx) => createEndpoint(tx, deps, call.body), withoutSecret),
  );
  bindCommand(http, contract.changeWebhookEndpoint, (tx, { params, body }) =>
    changeEndpoint(tx, deps.rules, endpointOf(params), body),
  );
  bindCommand(http, contract.removeWebhookEndpoint, (tx, { params }) =>
    removeEndpoint(tx, endpointOf(params)),
  );
  bindCall(http, contract.rotateWebhookSecret, (call) =>
    answerCommand(
      http,
      call,
      (tx) => rotateSecret(tx, deps.secrets, endpointOf(call.params), call.body.overlapHours),
      withoutSecret,
    ),
  );
  bindCommand(http, contract.pingWebhookEndpoint, (tx, { params }) =>
    pingEndpoint(tx, endpointOf(params)),
  );
}

function deliveryRoutes(http: HttpContext, realNow: () => Date): void {
  bindRead(http, ofOrder, (tx, { params }) => listOrderDeliveries(tx, params.order));
  bindRead(http, contract.listWebhookDeliveries, (tx, { params, query }) =>
    readDeliveries(tx, endpointOf(params), query, query.state),
  );
  bindRead(http, contract.getWebhookDelivery, (tx, { params }) =>
    readDelivery(tx, endpointOf(params), deliveryOf(params)),
  );
  bindRead(http, contract.listDeadWebhookDeliveries, (tx, { params, query }) =>
    readDeliveries(tx, endpointOf(params), query, 'dead'),
  );
  bindCommand(http, contract.resendWebhookDelivery, (tx, { params }) =>
    resendDelivery(tx, endpointOf(params), deliveryOf(params), realNow()),
  );
  bindCommand(http, contract.retryWebhookDeliveries, (tx, { params }) =>
    retryDeliveries(tx, endpointOf(params), realNow()),
  );
  bindCommand(http, contract.retryWebhookDelivery, (tx, { params }) =>
    retryDelivery(tx, endpointOf(params), deliveryOf(params), realNow()),
  );
}

function replayRoutes(http: HttpContext): void {
  bindRead(http, contract.listWebhookReplays, (tx, { params, query }) =>
    readReplays(tx, endpointOf(params), query),
  );
  bindRead(http, contract.getWebhookReplay, (tx, { params }) =>
    readReplay(tx, endpointOf(params), params.replay as ReplayId),
  );
  bindCommand(http, contract.startWebhookReplay, (tx, { params, body }) =>
    startReplay(tx, endpointOf(params), body),
  );
  bindCommand(http, contract.cancelWebhookReplay, (tx, { params }) =>
    cancelReplay(tx, endpointOf(params), params.replay as ReplayId),
  );
}

function endpointOf(params: { readonly endpoint: string }): EndpointId {
  return params.endpoint as EndpointId;
}

function deliveryOf(params: { readonly delivery: string }): Id<'webhookDelivery'> {
  return params.delivery as Id<'webhookDelivery'>;
}
