// The small schemas that every room's requests and answers are made of.

import { ID_PREFIXES, type IdKind } from '@doorstep/core/ids.ts';
import { type Static, type TSchema, Type } from 'typebox';

/** An id of one kind, as it stands on the wire. */
export function id(kind: IdKind) {
  return Type.String({ pattern: `^${ID_PREFIXES[kind]}_[0-9a-f]{32}$` });
}

export const Timestamp = Type.String({
  format: 'date-time',
  // No leap second, no year 0, no offset beyond 14:59: what clocks and PostgreSQL do not have.
  pattern:
    '^(?!0000)\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d+)?([Zz]|[+-](0\\d|1[0-4]):[0-5]\\d)$',
  description: 'RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z',
});

export const AmountMinor = Type.Integer({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY',
});

export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });

export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' });

/** Text people write: no control characters but line breaks, and an end. */
export function text(maxLength: number, options: { description?: string } = {}) {
  return Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*$', ...options });
}

/** A code people type and scan: SKU, channel, location. */
export const Code = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\s\\u0000-\\u001f](?:[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f])?$',
});

export const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000 });

export const Coordinates = Type.Object(
  {
    latitude: Type.Number({ minimum: -90, maximum: 90 }),
    longitude: Type.Number({ minimum: -180, maximum: 180 }),
  },
  { additionalProperties: false },
);

export function nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

export const ListQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: '`nextCursor` of the previous page' }),
  ),
};

export const SearchQuery = {
  search: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Words or the beginning of one' }),
  ),
};

/** What a change of something was decided on. */
export const SeenVersion = {
  version: Type.Optional(
    Type.Integer({ description: 'The version you saw; refused when it changed since' }),
  ),
};

/** Who stands in an answer, by the name people know. */
export const ActorNames = Type.Record(Type.String(), Type.String(), {
  description: 'The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…`',
});

/** A page of a list: newest first, by key, never by offset. */
export function page<S extends TSchema>(item: S) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: nullable(
      Type.String({ description: 'Pass as `cursor` for the next page; null at the end' }),
    ),
  });
}

export function closed<P extends Record<string, TSchema>>(properties: P, description?: string) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  });
}

export type Shape<S extends TSchema> = Static<S>;
