// Where an order may wait, from the buy button to the money back, and who may know of it.

import type { Scope } from '../access/scope.ts';

export const WORK_STAGES = [
  'awaiting-payment',
  'on-hold',
  'to-release',
  'to-pick',
  'to-pack',
  'to-ship',
  'partly-shipped',
  'in-transit',
  'to-refund',
] as const;

export type WorkStage = (typeof WORK_STAGES)[number];

export const STAGE_SCOPES: Readonly<Record<WorkStage, Scope>> = {
  'awaiting-payment': 'payments:read',
  'on-hold': 'orders:read',
  'to-release': 'orders:read',
  'to-pick': 'fulfillment:read',
  'to-pack': 'fulfillment:read',
  'to-ship': 'fulfillment:read',
  'partly-shipped': 'fulfillment:read',
  'in-transit': 'fulfillment:read',
  'to-refund': 'returns:read',
};
