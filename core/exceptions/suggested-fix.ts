// What to send to mend an exception: a fix of its type, filled with what it is about. Pure: the
// facts are read by the server, and what nobody can know but a person is left open.

import type { ExceptionType, Fix } from './exception-types.ts';

/** Units of an order that canceling would free, or that wait. */
export interface AffectedLine {
  readonly order: string;
  readonly orderNumber: string;
  readonly line: string;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
}

export interface ExceptionFacts {
  readonly exception: string;
  readonly type: ExceptionType;
  readonly order: string | null;
  readonly skuCode: string | null;
  readonly locationCode: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly AffectedLine[];
}

export interface SuggestedFix {
  /** Null: something to do in the real world. */
  readonly operation: string | null;
  readonly label: string;
  /** The order, where it is not that of the exception. */
  readonly order?: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** JSON pointers into the body: what a person has to fill in. None: one click does it. */
  readonly asks: readonly string[];
}

/** One fix may become several: one per order that waits. */
export function suggestFix(fix: Fix, facts: ExceptionFacts): readonly SuggestedFix[] {
  const { operation, label } = fix;
  if (operation === null) return [{ operation, label, body: null, asks: [] }];
  if (operation === 'cancelOrder') return cancellations(label, facts);
  return [{ operation, label, ...bodyFor(operation, facts) }];
}

function cancellations(label: string, facts: ExceptionFacts): SuggestedFix[] {
  const reason = facts.type === 'payment-declined' ? 'payment' : 'inventory';
  if (facts.lines.length === 0)
    return facts.order === null
      ? []
      : [{ operation: 'cancelOrder', label, body: { reason }, asks: [] }];
  const orders = [...new Set(facts.lines.map((line) => line.order))];
  return orders.map((order) => {
    const lines = facts.lines.filter((line) => line.order === order);
    return {
      operation: 'cancelOrder',
      label: order === facts.order ? label : cancelLabel(lines),
      order,
      body: { reason, lines: lines.map(({ line, quantity }) => ({ line, quantity })) },
      asks: [],
    };
  });
}

function cancelLabel(lines: readonly AffectedLine[]): string {
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return `Cancel ${units === 1 ? '1 unit' : `${units} units`} of order ${lines[0]?.orderNumber}`;
}

type Body = Pick<SuggestedFix, 'body' | 'asks'>;

function bodyFor(operation: string, facts: ExceptionFacts): Body {
  const { skuCode: sku, locationCode: location } = facts;
  switch (operation) {
    case 'countStock':
      return { body: { location, lines: [{ sku }] }, asks: ['/lines/0/counted'] };
    case 'receiveStock':
      return {
        body: { location, lines: [{ sku, quantity: unitsShort(facts) }] },
        asks: ['/lines/0/quantity'],
      };
    case 'createSku':
      return createSku(facts);
    case 'resolveException':
      return { body: { resolution: 'resolved' }, asks: [] };
    case 'addPayment':
      return { body: {}, asks: ['/provider'] };
    case 'recordReceipt':
      return { body: {}, asks: ['/reference'] };
    case 'recordIntentResult':
      return { body: { outcome: 'succeeded' }, asks: ['/reference'] };
    case 'grantRefund':
      return {
        body: { reason: facts.type === 'parcel-lost' ? 'lost' : 'other' },
        asks: ['/amountMinor'],
      };
    case 'resolveDifference':
      return { body: { how: 'explain' }, asks: ['/note'] };
    case 'decideRefund':
      return { body: { decision: 'approve' }, asks: [] };
    case 'decideReview':
      return { body: { decision: 'approve' }, asks: ['/note'] };
    case 'approveCredit':
      return { body: {}, asks: ['/note'] };
    case 'changeWebhookEndpoint':
      return { body: { active: false }, asks: [] };
    case 'requestReturn':
      return {
        body: {
          lines: facts.lines.map(({ line, quantity }) => ({
            line,
            quantity,
            reason: 'wrong-item',
          })),
        },
        asks: [],
      };
    default:
      return { body: {}, asks: [] };
  }
}

function unitsShort({ data }: ExceptionFacts): number {
  return typeof data['unitsShort'] === 'number' ? data['unitsShort'] : 1;
}

function createSku({ lines }: ExceptionFacts): Body {
  const [line] = lines;
  return line === undefined
    ? { body: {}, asks: ['/code', '/title'] }
    : { body: { code: line.sku, title: line.title }, asks: [] };
}
