// How often a buyer ordered, by any name that orders of one buyer share. Each order leaves traces: digests,
// so that what counts them holds no address and no name.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { RiskRule, TraceKind } from '@doorstep/core/risk/risk-rule.ts';
import { hash128 } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { countTraces, insertTraces } from './sql.ts';

export interface TracedOrder {
  readonly order: string;
  readonly capturedAt: Date;
  readonly customer: string | null;
  readonly email: string | null;
  readonly address: AddressFields | null;
}

export interface AddressFields {
  readonly street?: string | null;
  readonly postalCode?: string | null;
  readonly country?: string | null;
}

type Velocity = Extract<RiskRule, { kind: 'velocity' }>;

/** By order, what a rule of this kind counts. */
export type OrderCounts = (order: string, rule: Velocity) => number;

/** Leaves the traces of these orders, and counts by all that are there. */
export async function countOrders(
  tx: Tx,
  tenant: TenantId,
  orders: readonly TracedOrder[],
  rules: readonly RiskRule[],
): Promise<OrderCounts> {
  const traces = orders.flatMap((one) => tracesOf(tenant, one));
  await tx.run(insertTraces, [JSON.stringify(traces)]);
  const velocities = rules.filter((rule) => rule.kind === 'velocity');
  const asked = velocities.flatMap((rule) =>
    traces
      .filter(({ kind }) => kind === rule.by)
      .map((trace) => ({ ...trace, minutes: rule.withinMinutes, rule })),
  );
  if (asked.length === 0) return () => 0;
  const questions = asked.map(({ rule: _, ...one }, place) => ({ ...one, place }));
  const counted = await tx.rows(countTraces, [JSON.stringify(questions)]);
  const ordersAt = new Map(counted.map(({ place, orders: count }) => [place, count]));
  return (order, rule) =>
    ordersAt.get(asked.findIndex((one) => one.order === order && one.rule === rule)) ?? 0;
}

interface Trace {
  readonly kind: TraceKind;
  readonly digest: string;
  readonly at: Date;
  readonly order: string;
}

function tracesOf(tenant: TenantId, one: TracedOrder): Trace[] {
  const texts: readonly (readonly [TraceKind, string | null])[] = [
    ['buyer', one.customer === null ? null : idFromUuid('customer', one.customer)],
    ['email', one.email?.trim().toLowerCase() ?? null],
    ['address', addressText(one.address)],
  ];
  return texts.flatMap(([kind, text]) =>
    text === null || text === ''
      ? []
      : [
          {
            kind,
            // Another one in each tenant.
            digest: hash128(`${tenant} ${kind} ${text}`),
            at: one.capturedAt,
            order: one.order,
          },
        ],
  );
}

/** Written one way or another, it is one address. */
function addressText(address: AddressFields | null): string | null {
  if (address === null) return null;
  const { street, postalCode, country } = address;
  if (!street) return null;
  const parts = [street, postalCode, country].map((part) => part ?? '');
  return parts
    .join(' ')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
