// PayPal's own specifications, those that we call. Some patterns in them are not valid as the
// validator reads patterns, and would switch checking off for the whole body: those are dropped.

import { readFile } from 'node:fs/promises';
import type { CheckRequest } from '../../conformance/http-double.ts';
import { type SpecDocument, specCheck, specPath } from '../../conformance/vendor-spec.ts';

export const PAYPAL_SPECS = [
  'paypal/checkout_orders_v2.json',
  'paypal/payments_payment_v2.json',
  'paypal/customer_disputes_v1.json',
  'paypal/notifications_webhooks_v1.json',
  'paypal/reporting_transactions_v1.json',
] as const;

export async function paypalSpecCheck(): Promise<CheckRequest> {
  const checks = await Promise.all(PAYPAL_SPECS.map(async (name) => checkOf(name)));
  return async (request) => {
    if (request.path === '/v1/oauth2/token') return undefined;
    const said: (string | undefined)[] = [];
    for (const check of checks) said.push(await check(request));
    const known = said.filter((words) => words !== 'no such operation');
    return known.length === 0 ? 'no such operation' : known.find((words) => words !== undefined);
  };
}

async function checkOf(name: string): Promise<CheckRequest> {
  const text = await readFile(specPath(name), 'utf8');
  const { paths, components } = JSON.parse(text, (key, value: unknown) =>
    key === 'pattern' && !isPattern(value) ? undefined : value,
  ) as SpecDocument;
  return specCheck({ paths: resolved(paths, components, 0) as SpecDocument['paths'] });
}

/** Deeper than any request goes; some answers refer to themselves. */
const DEPTH_MAX = 40;

/** The document with what its references name in their place, and without its answers. */
function resolved(part: unknown, components: unknown, depth: number): unknown {
  if (depth > DEPTH_MAX || typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => resolved(one, components, depth + 1));
  const { $ref: reference } = part as { $ref?: unknown };
  if (typeof reference === 'string') {
    const steps = reference.split('/').slice(2);
    const named = steps.reduce((at, step) => (at as Record<string, unknown>)[step], components);
    return resolved(named, components, depth + 1);
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'responses' ? { 200: { description: 'OK' } } : resolved(value, components, depth + 1),
    ]),
  );
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  try {
    new RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}
