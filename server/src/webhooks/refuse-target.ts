// What an endpoint may not be: a URL that leads inside, a filter that nothing passes.

import { EVENTS } from '@doorstep/contract/events.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { unknownFilters } from '@doorstep/core/webhooks/event-filter.ts';
import { type OutboundRules, refuseUrl } from '../http/outbound-rules.ts';

/** @returns undefined, or the refusal `webhook-url-not-allowed` */
export function refuseTarget(url: string, rules: OutboundRules): Refusal | undefined {
  const problem = refuseUrl(url, rules);
  return problem === undefined ? undefined : refuse('webhook-url-not-allowed', problem);
}

/** @returns undefined, or the refusal `event-type-unknown` */
export function refuseFilters(filters: readonly string[]): Refusal | undefined {
  const unknown = unknownFilters(filters, Object.keys(EVENTS));
  return unknown.length === 0
    ? undefined
    : refuse('event-type-unknown', `No event is of the type ${unknown.join(', ')}.`, { unknown });
}
