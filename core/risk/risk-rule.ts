// What a tenant looks for in an order that may be fraud: rules of its own, each with the points it
// adds. From so many points on, a person decides before anything leaves.

export const TRACE_KINDS = ['buyer', 'email', 'address'] as const;
/** What orders of one buyer have in common, whatever name the buyer goes by. */
export type TraceKind = (typeof TRACE_KINDS)[number];

export type RiskRule =
  /** More than so many orders within so many minutes, this one counted. */
  | {
      readonly kind: 'velocity';
      readonly by: TraceKind;
      readonly ordersMax: number;
      readonly withinMinutes: number;
      readonly score: number;
    }
  /** Billed to another place than it is shipped to. */
  | { readonly kind: 'address-mismatch'; readonly score: number }
  /** The first order of a buyer, and of more than this. */
  | {
      readonly kind: 'first-order-over';
      readonly amountMinor: bigint;
      readonly currency: string;
      readonly score: number;
    }
  /** A provider says so, or worse. */
  | {
      readonly kind: 'provider-level';
      readonly level: 'elevated' | 'highest';
      readonly score: number;
    };

export interface RiskPolicy {
  readonly active: boolean;
  /** From so many points on, a person decides. */
  readonly reviewFrom: number;
  readonly rules: readonly RiskRule[];
}

/** Traces are kept as long as a rule may look back. */
export const TRACE_DAYS = 30;
