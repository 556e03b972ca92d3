// Who may send next, and how much: shares of one process.

import type { TenantId } from '@doorstep/core/ids.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { CONCURRENCY } from '@doorstep/core/webhooks/endpoint-health.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';

/** Requests under way at once in a process: a socket and some memory each. */
const SLOTS = 256;
/** Of them, what one tenant may hold, however many slow receivers it has. */
const SLOTS_OF_TENANT = 64;
/** Up to so many, who sends goes on by itself; with more of them taken, tenants take turns. */
const SLOTS_UNCONTESTED = SLOTS / 2;
/** An endpoint that had nothing to lease (it is off, pauses, or another process is at it). */
const LEFT_ALONE_MS = 1000;

interface DueEndpoint {
  readonly tenant_id: string;
  readonly endpoint_id: string;
}

interface Turn {
  readonly tenant_id: string;
  readonly endpoints: readonly string[];
  /** Deliveries for each of them. */
  readonly most: number;
}

export interface Turns {
  hasRoom(): boolean;
  /** Tenants in turn, beginning behind the last one served. */
  of(due: readonly DueEndpoint[]): Iterable<Turn>;
  /** What may be leased for each of so many endpoints of a tenant that is done with some. */
  next(tenant: TenantId, done: number, endpoints: number): number;
  leased(asked: readonly string[], leased: readonly LeasedDelivery[]): void;
  started(tenant: TenantId, delivery: LeasedDelivery): void;
  finished(tenant: TenantId, deliveries: readonly LeasedDelivery[]): void;
}

export function takeTurns(): Turns {
  const ofTenant = new Map<TenantId, number>();
  const ofEndpoint = new Map<string, number>();
  const leftAloneUntil = new Map<string, number>();
  let all = 0;
  let last = '';

  const isFree = ({ endpoint_id }: DueEndpoint) =>
    (ofEndpoint.get(endpoint_id) ?? 0) < CONCURRENCY &&
    (leftAloneUntil.get(endpoint_id) ?? 0) <= performance.now();

  function* of(due: readonly DueEndpoint[]): Iterable<Turn> {
    const tenants = new Map<string, string[]>();
    for (const one of due.filter(isFree))
      tenants.set(one.tenant_id, [...(tenants.get(one.tenant_id) ?? []), one.endpoint_id]);
    const order = [...tenants.keys()].sort();
    const first = order.findIndex((tenant) => tenant > last);
    const inTurn = first < 1 ? order : [...order.slice(first), ...order.slice(0, first)];
    for (const [served, tenant_id] of inTurn.entries()) {
      const held = ofTenant.get(idFromUuid('tenant', tenant_id)) ?? 0;
      const share = Math.ceil((SLOTS - all) / (inTurn.length - served));
      const room = Math.min(share, SLOTS_OF_TENANT - held);
      if (room <= 0) continue;
      const endpoints = someOf(tenants.get(tenant_id) ?? [], room);
      last = tenant_id;
      yield { tenant_id, endpoints, most: Math.max(1, Math.floor(room / endpoints.length)) };
    }
  }

  return {
    hasRoom: () => all < SLOTS,
    of,
    next(tenant, done, endpoints) {
      if (all - done > SLOTS_UNCONTESTED || endpoints === 0) return 0;
      const room = SLOTS_OF_TENANT - (ofTenant.get(tenant) ?? 0) + done;
      return Math.floor(room / endpoints);
    },
    leased(asked, leased) {
      const got = new Set(leased.map(({ endpoint }) => endpoint.id));
      const now = performance.now();
      for (const endpoint of asked) {
        // One that this process sends to was only being recorded just now.
        if (got.has(endpoint) || ofEndpoint.has(endpoint)) leftAloneUntil.delete(endpoint);
        else leftAloneUntil.set(endpoint, now + LEFT_ALONE_MS);
      }
      for (const [endpoint, until] of leftAloneUntil)
        if (until < now) leftAloneUntil.delete(endpoint);
    },
    started(tenant, { endpoint }) {
      all += 1;
      count(ofTenant, tenant, 1);
      count(ofEndpoint, endpoint.id, 1);
    },
    finished(tenant, deliveries) {
      all -= deliveries.length;
      count(ofTenant, tenant, -deliveries.length);
      for (const { endpoint } of deliveries) {
        count(ofEndpoint, endpoint.id, -1);
        leftAloneUntil.delete(endpoint.id);
      }
    },
  };
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  const after = (counts.get(key) ?? 0) + by;
  if (after === 0) counts.delete(key);
  else counts.set(key, after);
}

/** Others the next time: the order is left to chance, so that none is always left out. */
function someOf(endpoints: readonly string[], most: number): string[] {
  if (endpoints.length <= most) return [...endpoints];
  return endpoints
    .map((endpoint) => ({ endpoint, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, most)
    .map(({ endpoint }) => endpoint);
}
