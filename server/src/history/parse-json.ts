// JSON text to a value, with every number as exact as it was written.
import { exactNumber } from '@doorstep/core/history/exact-number.ts';
import type { JsonValue } from '@doorstep/core/history/source-record.ts';

/** Throws a SyntaxError. */
export function parseJson(text: string): JsonValue {
  // Up to 15 digits a number is exact; the reviver takes several times as long.
  if (!/(\d\.?){16}|\d[eE]/.test(text)) return JSON.parse(text) as JsonValue;
  return JSON.parse(text, (_key, value: JsonValue, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined
      ? exactNumber(context.source)
      : value,
  ) as JsonValue;
}
