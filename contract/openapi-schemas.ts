// Turns the contract's schemas into those of OpenAPI: what has a name is referred to by it.

import type { TSchema } from 'typebox';
import { ExportedOrderSchema } from './export-forms.ts';
import { StockLevelSchema } from './inventory.ts';
import { LogEventShape } from './log.ts';
import { operations } from './operations.ts';
import { AddressSchema, CaptureOrderBody, TotalsSchema } from './order-capture.ts';
import { HoldSchema, OrderSchema } from './orders.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** Names for schemas that carry no `$id` of their own. */
const NAMED: Readonly<Record<string, TSchema>> = {
  Address: AddressSchema,
  ExportedOrder: ExportedOrderSchema,
  Hold: HoldSchema,
  LogEvent: LogEventShape,
  NewOrder: CaptureOrderBody,
  Order: OrderSchema,
  StockLevel: StockLevelSchema,
  Totals: TotalsSchema,
};

/** The named schemas of all operations, and a function that refers to them. */
export function namedSchemas(): {
  schemas: Record<string, Json>;
  refer: (schema: TSchema) => JsonObject;
} {
  const names = new Map<string, string>();
  for (const [name, schema] of Object.entries(NAMED)) names.set(JSON.stringify(schema), name);
  for (const operation of operations)
    for (const schema of [operation.params, operation.query, operation.body, operation.answer])
      if (schema !== undefined) collectIds(plain(schema), names);

  const schemas: Record<string, Json> = {};
  for (const [text, name] of [...names].sort(([, a], [, b]) => (a < b ? -1 : 1)))
    schemas[name] = named(JSON.parse(text) as JsonObject, names, text);
  return { schemas, refer: (schema) => named(plain(schema), names) as JsonObject };
}

export function isReference(schema: JsonObject): boolean {
  return '$ref' in schema;
}

/** As it stands in JSON: without what TypeBox keeps for itself. */
function plain(schema: TSchema): JsonObject {
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}

function collectIds(value: Json, names: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  const id = (value as JsonObject)['$id'];
  if (typeof id === 'string') names.set(JSON.stringify(value), id);
  for (const part of Object.values(value)) collectIds(part, names);
}

/** @param own the text of a named schema while it is itself written out */
function named(value: Json, names: ReadonlyMap<string, string>, own?: string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((part) => named(part, names));
  const text = JSON.stringify(value);
  const name = names.get(text);
  if (name !== undefined && text !== own) return { $ref: `#/components/schemas/${name}` };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$id')
      .map(([key, part]) => [key, named(part, names)]),
  );
}
