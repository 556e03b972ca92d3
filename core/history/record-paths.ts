// Finding values in a record, by the name of a column or a path.

import type { JsonValue } from './source-record.ts';

/**
 * The values at a path: `billing.city`, `line_items[].sku` for those of every item, or
 * `breakdowns[type=TAX].amount` for those of some. A field of that very name goes before a path.
 * Nothing there, null and blank text are left out.
 */
export function valuesAt(value: JsonValue, path: string): JsonValue[] {
  return found(value, path).filter((one) => one !== null && String(one).trim() !== '');
}

function found(value: JsonValue, path: string): JsonValue[] {
  if (Array.isArray(value)) return value.flatMap((one: JsonValue) => found(one, path));
  if (value === null || typeof value !== 'object') return [];
  const record = value as { readonly [key: string]: JsonValue };
  const own = Object.hasOwn(record, path) ? record[path] : undefined;
  if (own !== undefined) return Array.isArray(own) ? own : [own];
  const [, key, list, rest] = /^([^.[\]]+)(\[[^\]]*\])?(?:\.(.+))?$/.exec(path) ?? [];
  if (key === undefined || !Object.hasOwn(record, key)) return [];
  const inner = record[key] as JsonValue;
  const all = list === undefined || !Array.isArray(inner) ? [inner] : (inner as JsonValue[]);
  const values = all.filter((one) => isWanted(one, list ?? '[]'));
  return rest === undefined ? values : values.flatMap((one) => found(one, rest));
}

/** `[type=TAX]` wants those items whose type is TAX; `[]` wants all. */
function isWanted(item: JsonValue, list: string): boolean {
  const [, name, wanted] = /^\[([^=]+)=(.*)\]$/.exec(list) ?? [];
  return name === undefined || found(item, name).some((one) => String(one) === wanted);
}

/** The path as `filledPaths` names it. */
export function plainPath(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, '[]');
}

/** Every path of a record that holds a value, and how many of them: `line_items[].sku` → 2. */
export function filledPaths(value: JsonValue, counts = new Map<string, number>(), at = '') {
  if (Array.isArray(value))
    for (const one of value as JsonValue[]) filledPaths(one, counts, `${at}[]`);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value))
      filledPaths(inner, counts, at === '' ? key : `${at}.${key}`);
  else if (value !== null && String(value).trim() !== '') counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}
