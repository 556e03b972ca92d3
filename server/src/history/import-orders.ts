// Orders, credits, adjustments and write-offs of the past: decided a batch at a time, orders first.

import { mapDocument } from '@doorstep/core/history/order-map.ts';
import type { PastDocument, PastOrder } from '@doorstep/core/history/past-order.ts';
import type { RowProblem } from '@doorstep/core/history/problem.ts';
import type { Batch, Decided, PlacedDocument, PlacedOrder } from './batch.ts';
import { contentHash, orderHash } from './content-hash.ts';
import { decideDocuments } from './decide-documents.ts';
import { decideOrders } from './decide-orders.ts';
import { findChannels } from './find-channels.ts';
import { findPastCustomers } from './find-past-customers.ts';
import type { Decision, Handler, ImportedDocument } from './handler.ts';

interface MappedDocument {
  readonly place: number;
  readonly document: PastOrder | PastDocument | null;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

export const importOrders: Handler = async (tx, work, documents, { write, isLast }) => {
  const mapped = documents.map((one) => mapOne(one, work.profile));
  const now = mapped.filter(({ document }) => (document?.kind === 'order') !== isLast);
  const ready = now.filter(({ document }) => document !== null);
  const past = ready.map(({ document }) => document as PastOrder | PastDocument);
  const channels = await findChannels(
    tx,
    past.map(({ channel }) => channel),
    write,
  );
  const customers = await findPastCustomers(
    tx,
    past.map(({ customer }) => customer),
    write,
  );
  const batch: Batch = { tx, work, channels, customers, write };
  const orders = ready.flatMap(placedAs<PlacedOrder>((document) => document.kind === 'order'));
  const others = ready.flatMap(placedAs<PlacedDocument>((document) => document.kind !== 'order'));
  const decided = [
    ...(await decideOrders(batch, orders)),
    ...(await decideDocuments(batch, others)),
  ];
  const outcomes = new Map(decided.map((one) => [one.place, one]));
  return mapped.map((one) => decisionOf(one, outcomes.get(one.place)));
};

function mapOne(one: ImportedDocument, profile: Parameters<Handler>[1]['profile']): MappedDocument {
  if (!one.isBroken) return { place: one.place, ...mapDocument(profile, one.rows) };
  const problem = {
    row: one.rows[0]?.row ?? 0,
    code: 'row-unreadable' as const,
    field: null,
    detail: 'A row of it was erased with its customer.',
    suggestion: 'Nothing to do.',
  };
  return { place: one.place, document: null, problems: [problem], warnings: [] };
}

interface Placed {
  readonly place: number;
  readonly document: PastOrder | PastDocument;
  readonly hash: string;
}

function placedAs<P extends Placed>(fits: (document: Placed['document']) => boolean) {
  return ({ place, document }: MappedDocument): P[] =>
    document !== null && fits(document)
      ? [
          {
            place,
            document,
            hash: document.kind === 'order' ? orderHash(document) : contentHash(document),
          } as unknown as P,
        ]
      : [];
}

function decisionOf(mapped: MappedDocument, decided: Decided | undefined): Decision {
  const { place, document, problems, warnings } = mapped;
  if (document === null)
    return {
      place,
      kind: 'order',
      outcome: 'refuse',
      reason: problems[0]?.detail ?? null,
      entity: null,
      problems,
      warnings,
    };
  const { outcome = null, reason = null, entity = null } = decided ?? {};
  // What only waits for its turn says nothing yet, or it would say it twice.
  const said = outcome === null ? [] : warnings;
  return { place, kind: document.kind, outcome, reason, entity, problems: [], warnings: said };
}
