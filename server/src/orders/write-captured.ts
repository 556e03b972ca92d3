// Writes a decided batch: locks the chosen rows, takes the stock, inserts every row and commits, all
// in one round trip. Where a row has less than was decided on, the database refuses it all.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import { customerCreated } from '../customers/customer-created.ts';
import {
  type BuyerContact,
  type FoundCustomer,
  findOrCreateCustomers,
} from '../customers/find-or-create-customers.ts';
import { eventWrites, type NewEvent } from '../db/append-events.ts';
import { inStretches } from '../db/in-stretches.ts';
import { raiseAboutNew } from '../db/raise-exceptions.ts';
import { preparedRows, type RowsStatement } from '../db/row-set.ts';
import type { Prepared, Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import type { DropSales } from '../drops/open-drop-sales.ts';
import { insertReservations } from '../inventory/reservations.sql.ts';
import { insertMovements } from '../inventory/sql.ts';
import {
  lockBackorderLimits,
  lockChosenLevels,
  reserveChosenLevels,
  takeBackorders,
} from '../inventory/view.sql.ts';
import { insertIntents } from '../payments/intents.sql.ts';
import { insertRiskSignals } from '../payments/risk-signals.sql.ts';
import { insertAccounts, insertLedger, insertPayments } from '../payments/sql.ts';
import { insertTerms } from '../payments/terms.sql.ts';
import type { LocationBook } from '../routing/location-book.ts';
import {
  insertAdjustments,
  insertCharges,
  insertContacts,
  insertDecisions,
  insertLines,
  insertNotes,
  insertOrders,
  insertTags,
} from './capture.sql.ts';
import type { CaptureDeps, CaptureJob, CaptureOutcome, DecidedOrder } from './capture-job.ts';
import type { captureWorld } from './capture-world.ts';
import { capturedAnswer } from './captured-answer.ts';
import { type CapturedRows, rowsOf } from './captured-rows.ts';
import { outcomeWrites } from './claim-keys.ts';
import { asContested } from './stock-contested.ts';
import { unknownSkus } from './unknown-skus.ts';

export interface WritingBatch {
  readonly deps: CaptureDeps;
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly now: Date;
  /** All of the batch, decided now or not. */
  readonly jobs: readonly CaptureJob[];
  readonly book: LocationBook;
  readonly drops: DropSales | null;
}

/**
 * Writes and commits.
 *
 * @throws StockContested when rows had less than the view said
 */
export async function writeCaptured(
  batch: WritingBatch,
  decided: readonly DecidedOrder[],
  world: ReturnType<typeof captureWorld>,
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<void> {
  const { tx, now, tenant, deps } = batch;
  const customers = await customersOf(tx, decided, now);
  const numbers = await deps.numbers.take(tenant, 'order', decided.length);
  const rows: CapturedRows[] = [];
  await inStretches(decided, (one, index) => {
    const made = rowsOf(one, {
      number: numbers[index] ?? 0n,
      customer: customers[index]?.id ?? null,
      codeOf: (locationNumber) => batch.book.codeByNumber.get(locationNumber) ?? '',
      cutOffOf: (locationNumber) => batch.book.shipsBy(locationNumber, now),
      now,
      providers: deps.providers,
    });
    rows.push(made);
  });
  const events: NewEvent[] = [];
  rows.forEach((one, index) => {
    const customer = customers[index];
    const { actor } = one.job;
    if (customer?.created === true) events.push({ ...customerCreated(customer.id), actor });
    events.push(one.event);
    if (one.noteEvent !== null) events.push(one.noteEvent);
  });
  events.push(...(await raiseAboutNew(tx, { actor: noActor, now }, unknownSkus(rows))));

  events.push(...(batch.drops?.events() ?? []));

  // Made ready before the first lock is asked for: whoever wants the same stock waits no longer.
  const by = rows[0]?.job.actor ?? noActor;
  const parts: Prepared[][] = [];
  await inStretches(
    [
      ...insertsOf(rows, now),
      // Late, so that whoever wants the same stock waits for little; but before the events, so that the
      // batch draws its place in the log holding its locks.
      () => stockWrites(world, batch.book),
      () => batch.drops?.writes(by) ?? [],
      () => eventWrites(by, now, events),
      () => outcomeWrites(batch.jobs, outcomes),
    ],
    (make) => parts.push(make()),
  );
  // Before the commit, too: what fails behind it must not be tried again.
  const answers = rows.map(({ job, data }) => [job, capturedAnswer(job.order, now, data)] as const);
  await tx.commit(parts.flat()).catch((error: unknown) => {
    throw asContested(error, decided);
  });
  for (const [job, answer] of answers) outcomes.set(job, { answer, how: 'captured' });
}

/** Orders with an e-mail address have a customer; the others do not. */
async function customersOf(
  tx: Tx,
  decided: readonly DecidedOrder[],
  now: Date,
): Promise<(FoundCustomer | null)[]> {
  const contacts = decided.map(({ job }): BuyerContact | null => {
    const customer = job.request.customer;
    return customer?.email === undefined
      ? null
      : { email: customer.email, name: customer.name ?? null, phone: customer.phone ?? null };
  });
  const given = contacts.filter((contact) => contact !== null);
  const found = given.length === 0 ? [] : await findOrCreateCustomers(tx, given, now);
  let next = 0;
  return contacts.map((contact) => (contact === null ? null : (found[next++] ?? null)));
}

const noActor = { kind: 'system', id: 'capture' } as const;

/** Locks what was chosen and takes it. */
function stockWrites(world: ReturnType<typeof captureWorld>, book: LocationBook): Prepared[] {
  const takes = [...world.takes.values()]
    .map((take) => ({
      sku: uuidOf(take.sku),
      location: uuidOf(take.location),
      units: take.units,
      needs: take.needs,
      safety: book.safetyStockByNumber.get(take.locationNumber) ?? 0,
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const waiting = [...world.backorders].map(([sku, units]) => ({ sku: uuidOf(sku), units }));
  const skus = waiting.map(({ sku }) => sku);
  return [
    ...preparedRows(lockChosenLevels, takes),
    ...preparedRows(reserveChosenLevels, takes),
    ...(waiting.length === 0
      ? []
      : [
          { sql: lockBackorderLimits, params: [skus] },
          { sql: takeBackorders, params: [JSON.stringify(waiting)] },
        ]),
  ];
}

/** As the database orders them, too. */
function keyOf({ sku, location }: { readonly sku: string; readonly location: string }): string {
  return `${sku} ${location}`;
}

type MakeWrites = () => Prepared[];

/** As columns in binary form. */
function columns<Row>(
  sql: RowsStatement<Row>,
  rows: readonly Row[],
  ...more: readonly unknown[]
): MakeWrites {
  return () => preparedRows(sql, rows, ...more);
}

/** As JSON: what is rare or little. */
function json(sql: Statement, rows: readonly object[], ...more: readonly unknown[]): MakeWrites {
  return () => (rows.length === 0 ? [] : [{ sql, params: [JSON.stringify(rows), ...more] }]);
}

function insertsOf(all: readonly CapturedRows[], now: Date): MakeWrites[] {
  const by = actorText(all[0]?.job.actor ?? noActor);
  const rows = <Row>(of: (one: CapturedRows) => Row | readonly Row[] | null): Row[] =>
    all.flatMap((one) => of(one) ?? []);
  return [
    columns(
      insertOrders,
      all.map((one) => one.order),
      now,
    ),
    columns(
      insertContacts,
      rows((one) => one.contact),
    ),
    columns(
      insertLines,
      rows((one) => one.lines),
    ),
    columns(
      insertReservations,
      rows((one) => one.reservations),
      now,
    ),
    columns(
      insertMovements,
      rows((one) => one.movements),
      now,
      by,
    ),
    columns(
      insertDecisions,
      rows((one) => one.decision),
      now,
    ),
    json(
      insertCharges,
      rows((one) => one.charges),
    ),
    json(
      insertAdjustments,
      rows((one) => one.adjustments),
    ),
    json(
      insertTags,
      rows((one) => one.tags),
    ),
    json(
      insertNotes,
      rows((one) => one.notes),
      now,
    ),
    ...moneyInsertsOf(all, now),
  ];
}

/** Nothing at all for orders that nobody here is to be paid for. */
function moneyInsertsOf(all: readonly CapturedRows[], now: Date): MakeWrites[] {
  const rows = <Row>(of: (one: CapturedRows) => Row | readonly Row[] | null): Row[] =>
    all.flatMap((one) => of(one) ?? []);
  return [
    json(
      insertAccounts,
      rows((one) => one.account),
      now,
    ),
    json(
      insertPayments,
      rows((one) => one.payments),
      now,
    ),
    json(
      insertIntents,
      rows((one) => one.intents),
      now,
    ),
    json(
      insertLedger,
      rows((one) => one.ledger),
      now,
    ),
    json(
      insertTerms,
      rows((one) => one.terms),
      now,
    ),
    json(
      insertRiskSignals,
      rows((one) => one.signals),
      now,
    ),
  ];
}
