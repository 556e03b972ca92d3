// Exceptions over HTTP.

import * as comments from '@doorstep/contract/exception-comments.ts';
import * as many from '@doorstep/contract/exception-groups.ts';
import * as contract from '@doorstep/contract/exceptions.ts';
import type { AnswerOf, Operation } from '@doorstep/contract/operation.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { ExceptionType } from '@doorstep/core/exceptions/exception-types.ts';
import type { Id } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type Call, type HttpContext } from '../http/bind.ts';
import type { SourcingDeps } from '../orders/source-units.ts';
import { assignException } from './assign-exception.ts';
import { changeTogether } from './change-together.ts';
import { commentException } from './comment-exception.ts';
import { groupExceptions } from './group-exceptions.ts';
import { listComments } from './list-comments.ts';
import { listExceptions } from './list-exceptions.ts';
import { readException } from './read-exception.ts';
import { reportException } from './report-exception.ts';
import { resolveException } from './resolve-exception.ts';
import { retryExceptions } from './retry-exceptions.ts';
import { setExceptionThreshold } from './set-exception-threshold.ts';
import { snoozeException } from './snooze-exception.ts';
import { summarizeExceptions } from './summarize-exceptions.ts';

export function exceptionRoutes(http: HttpContext, deps: SourcingDeps): void {
  bindLook(http, contract.listExceptions, (tx, { query }, who) => listExceptions(tx, query, who));
  bindLook(http, contract.summarizeExceptions, (tx, _call, who) => summarizeExceptions(tx, who));
  bindLook(http, contract.getException, (tx, { params }, { now }) =>
    readException(tx, params.exception as Id<'exception'>, now),
  );
  bindCommand(http, contract.reportException, (tx, { body }) => reportException(tx, body));
  bindCommand(http, contract.assignException, (tx, { params, body }) =>
    assignException(tx, params.exception as Id<'exception'>, body),
  );
  bindCommand(http, contract.snoozeException, (tx, { params, body }) =>
    snoozeException(tx, params.exception as Id<'exception'>, body),
  );
  bindCommand(http, contract.resolveException, (tx, { params, body }) =>
    resolveException(tx, params.exception as Id<'exception'>, body),
  );
  bindRead(http, comments.listExceptionComments, (tx, { params }) =>
    listComments(tx, params.exception as Id<'exception'>),
  );
  bindCommand(http, comments.commentException, (tx, { params, body }) =>
    commentException(tx, params.exception as Id<'exception'>, body),
  );
  groupRoutes(http, deps);
}

/** Exceptions by type, and many at once. */
function groupRoutes(http: HttpContext, deps: SourcingDeps): void {
  bindLook(http, many.groupExceptions, (tx, { query }, { now }) =>
    groupExceptions(tx, { all: query.all === true, now }),
  );
  bindCommand(http, many.setExceptionThreshold, (tx, { params, body }) =>
    setExceptionThreshold(tx, params.type as ExceptionType, body),
  );
  bindCommand(http, many.assignExceptions, (tx, { body: { exceptions, owner } }) =>
    changeTogether(exceptions, (exception) => assignException(tx, exception, { owner })),
  );
  bindCommand(http, many.snoozeExceptions, (tx, { body: { exceptions, until } }) =>
    changeTogether(exceptions, (exception) => snoozeException(tx, exception, { until })),
  );
  bindCall(http, many.retryExceptions, ({ body, principal, idempotencyKey }) => {
    const { tenant, actor, scopes } = principal;
    const context = () => ({ tenant, actor, now: http.now() });
    return retryExceptions({ pool: http.pool, deps, scopes, context, key: idempotencyKey }, body);
  });
}

/** A read that depends on who asks, and when. */
function bindLook<O extends Operation>(
  http: HttpContext,
  operation: O,
  read: (
    tx: Tx,
    call: Call<O>,
    who: { readonly actor: Actor; readonly now: Date },
  ) => Promise<AnswerOf<O> | Refusal>,
): void {
  bindCall(http, operation, (call) =>
    inTransaction(http.pool, call.principal.tenant, (tx) =>
      read(tx, call, { actor: call.principal.actor, now: http.now() }),
    ),
  );
}
