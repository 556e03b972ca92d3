// The book of stored value as its connector sees it: each call a transaction of its own.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { ValueBook } from '@doorstep/core/stored-value/value-book.ts';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { moveValue } from './move-value.ts';

export function valueBook(app: Pool, now: () => Date): ValueBook {
  return {
    async move(kind, account, request) {
      const context = { tenant: request.tenant, actor: systemActor('payments'), now: now() };
      const { outcome } = await runCommand(app, context, null, (tx) =>
        moveValue(tx, kind, account, request),
      );
      if (isRefusal(outcome)) throw new Error(outcome.detail);
      return outcome;
    },
  };
}
