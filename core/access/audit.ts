// What the audit log keeps: everything people do, and of what keys and Doorstep do by itself all but
// the traffic of the shop, which the log of events has.

import type { Actor } from './actor.ts';

const KEPT_OF_PROGRAMS: readonly string[] = [
  'api-key.',
  'channel.',
  'customer.credit_set.',
  'customer.erased.',
  'drop.changed.',
  'drop.created.',
  'drop.paused.',
  'drop.pool_changed.',
  'drop.resumed.',
  'drop.stopped.',
  'exception-threshold.',
  'location.',
  'order.canceled.',
  'order.erased.',
  'order.refund_granted.',
  'provider-connection.',
  'refund-policy.',
  'retention.',
  'risk-policy.',
  'role.',
  'session.',
  'settings.',
  'user.',
  'webhook-endpoint.',
];

export function isAudited(actor: Actor, type: string): boolean {
  return actor.kind === 'user' || KEPT_OF_PROGRAMS.some((begin) => type.startsWith(begin));
}
