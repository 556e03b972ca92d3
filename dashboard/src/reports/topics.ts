// What is reported: of each topic the sums it shows, and what it is split by.

import type { FlowKind } from '@doorstep/core/analytics/flow.ts';

export const TOPICS = ['sales', 'stages', 'cancellations', 'returns'] as const;
export type Topic = (typeof TOPICS)[number];

export const MEMBERS = ['channel', 'country', 'location', 'sku'] as const;
export type Member = (typeof MEMBERS)[number];

export const SPLITS = ['channel', 'country', 'sku', 'location', 'reason'] as const;
export type Split = (typeof SPLITS)[number];

export type Measure = 'amountMinor' | 'units' | 'times';

export interface FlowTopic {
  readonly kind: FlowKind;
  /** What the units are a part of, for a rate. */
  readonly outOf: FlowKind | null;
  /** Where money is told: of returns it is what was refunded. */
  readonly money: FlowKind;
  readonly splits: readonly Split[];
  readonly measures: readonly Measure[];
}

export const FLOW_TOPICS: Readonly<Record<Exclude<Topic, 'stages'>, FlowTopic>> = {
  sales: {
    kind: 'sale',
    outOf: null,
    money: 'sale',
    splits: ['channel', 'country', 'sku', 'location'],
    measures: ['amountMinor', 'times', 'units'],
  },
  cancellations: {
    kind: 'cancellation',
    outOf: 'sale',
    money: 'cancellation',
    splits: ['reason', 'channel', 'country', 'sku'],
    measures: ['units', 'times', 'amountMinor'],
  },
  returns: {
    kind: 'return',
    outOf: 'shipment',
    money: 'refund',
    splits: ['reason', 'channel', 'country', 'sku', 'location'],
    measures: ['units', 'times'],
  },
};

/** What leaves a location is sent from there; before that a sale is only promised. */
export function kindOf(topic: Exclude<Topic, 'stages'>, split: string): FlowKind {
  const { kind } = FLOW_TOPICS[topic];
  return kind === 'sale' && split === 'location' ? 'shipment' : kind;
}

export function isTopic(text: string): text is Topic {
  return (TOPICS as readonly string[]).includes(text);
}
