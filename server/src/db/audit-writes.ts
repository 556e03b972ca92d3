// What writes to the audit log what a command did, to be sent in its transaction.

import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import { isAudited } from '@doorstep/core/access/audit.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { kindOf, type NewEvent } from './append-events.ts';
import { insertAuditEntries } from './audit.sql.ts';
import { newIdAt } from './ids.ts';
import { preparedRows } from './row-set.ts';
import type { Prepared } from './statement.ts';

export interface Origin {
  readonly address: string;
  /** The id of the request. */
  readonly request: string;
}

interface Doer {
  readonly actor: Actor;
  readonly now: Date;
  /** None for what Doorstep does by itself. */
  readonly origin?: Origin;
}

/** What a command did that is no event, such as signing in. */
export interface Deed {
  /** `thing.happened`. */
  readonly type: string;
  readonly subject: Id<IdKind>;
  /** Never a secret, and nothing personal. */
  readonly before?: object;
  readonly after: object;
}

export function auditWrites(
  { actor, now, origin }: Doer,
  events: readonly NewEvent[],
  deeds: readonly Deed[],
): Prepared[] {
  const kept = events.filter(({ type }) => isAudited(actor, type));
  const rows = [
    ...kept.map(({ type, subject, data, change }) => ({
      type: type.replace(/\.v\d+$/, ''),
      subject,
      before: change?.before,
      after: change?.after ?? data,
    })),
    ...deeds,
  ].map(({ type, subject, before, after }) => ({
    id: uuidOf(newIdAt('auditEntry', now)),
    type,
    kind: kindOf(subject),
    subject: uuidOf(subject),
    before,
    after,
  }));
  return preparedRows(
    insertAuditEntries,
    rows,
    actorText(actor),
    origin?.address ?? null,
    origin?.request.slice('req_'.length) ?? null,
  );
}
