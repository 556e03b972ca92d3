// Stripe's own specification, of which only the paths that we call are read: all of it is 4 MB.

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { CheckRequest } from '../../conformance/http-double.ts';
import { specCheck, specPath } from '../../conformance/vendor-spec.ts';

export const STRIPE_SPEC = 'stripe/spec3.2023-08-16.yaml';

const OURS =
  /^\/v1\/(payment_intents(\/\{intent\}(\/(capture|cancel))?)?|refunds(\/\{refund\})?|balance_transactions|payouts|balance)$/;

export async function stripeSpecCheck(): Promise<CheckRequest> {
  const text = await readFile(specPath(STRIPE_SPEC), 'utf8');
  const paths: Record<string, unknown> = {};
  for (const part of text.split(/^ {2}(?=["']?\/v1\/)/m).slice(1)) {
    const name = /^["']?(\/v1\/[^"':]+)/.exec(part)?.[1] ?? '';
    if (OURS.test(name)) Object.assign(paths, withoutAnswers(parse(untilNextKey(part))));
  }
  return specCheck({ paths }, (body) => {
    // Two fields that Stripe added in November 2023, after this edition.
    delete body['final_capture'];
    const options = body['payment_method_options'] as
      | { card?: Record<string, unknown> }
      | undefined;
    delete options?.card?.['request_multicapture'];
    if (options?.card !== undefined && Object.keys(options.card).length === 0)
      delete body['payment_method_options'];
  });
}

/** The last path is followed by other keys of the document. */
function untilNextKey(part: string): string {
  const lines = part.split('\n');
  const end = lines.findIndex((line, place) => place > 0 && /^\S/.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

function withoutAnswers(paths: Record<string, Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          { ...(operation as object), responses: { 200: { description: 'OK' } } },
        ]),
      ),
    ]),
  );
}
