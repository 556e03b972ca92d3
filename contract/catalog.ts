// What is sold, on the wire: SKUs and kits.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  Code,
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  SearchQuery,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Grams = Type.Integer({ minimum: 1, maximum: 100_000_000 });
const Millimeters = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Price = closed({
  amountMinor: Type.Integer({
    minimum: 0,
    maximum: 9_007_199_254_740_991,
    description: 'Minor units of the currency: 1250 is 12.50 EUR',
  }),
  currency: Currency,
});
const QuantityPerKit = Type.Integer({ minimum: 1, maximum: 1000 });

export const SkuSchema = Type.Object(
  {
    id: id('sku'),
    code: Code,
    title: Type.String(),
    barcode: nullable(Type.String({ description: 'The first of `barcodes`' })),
    barcodes: Type.Array(Type.String()),
    weightGrams: nullable(Type.Integer()),
    lengthMm: nullable(Type.Integer()),
    widthMm: nullable(Type.Integer()),
    heightMm: nullable(Type.Integer()),
    price: nullable(Type.Object({ amountMinor: Type.Integer(), currency: Currency })),
    active: Type.Boolean(),
    components: Type.Array(Type.Object({ sku: Code, skuId: id('sku'), quantity: QuantityPerKit }), {
      description: 'What a kit is made of; empty for a plain SKU',
    }),
    createdAt: Timestamp,
    version: Type.Integer(),
  },
  { $id: 'Sku' },
);
export type SkuAnswer = Shape<typeof SkuSchema>;

const Components = Type.Array(
  closed({
    sku: Type.String({ minLength: 1, maxLength: 100, description: 'The code or the id of a SKU' }),
    quantity: QuantityPerKit,
  }),
  { maxItems: 100 },
);

const Barcode = Type.String({
  minLength: 1,
  maxLength: 20,
  description: 'A GTIN of 8, 12, 13 or 14 digits',
});

const optional = {
  barcode: Type.Optional({
    ...nullable(Barcode),
    description: 'Goes first, and the others stay; null takes the first away',
  }),
  barcodes: Type.Optional(
    Type.Array(Barcode, {
      maxItems: 50,
      description: 'All of them, the first is what it goes by; no two SKUs have the same',
    }),
  ),
  weightGrams: Type.Optional(nullable(Grams)),
  lengthMm: Type.Optional(nullable(Millimeters)),
  widthMm: Type.Optional(nullable(Millimeters)),
  heightMm: Type.Optional(nullable(Millimeters)),
  price: Type.Optional(nullable(Price)),
  active: Type.Optional(Type.Boolean()),
  components: Type.Optional(Components),
};

const params = closed({
  sku: Type.String({ minLength: 1, maxLength: 100, description: 'The id or the code' }),
});

export const listSkus = operation({
  id: 'listSkus',
  method: 'GET',
  path: '/v1/skus',
  room: 'catalog',
  summary: 'List SKUs, or search by code, title or barcode',
  scope: 'catalog:read',
  query: closed({ ...ListQuery, ...SearchQuery }),
  status: 200,
  answer: page(SkuSchema),
  refusals: [],
});

export const getSku = operation({
  id: 'getSku',
  method: 'GET',
  path: '/v1/skus/{sku}',
  room: 'catalog',
  summary: 'Get a SKU by its id or code',
  scope: 'catalog:read',
  params,
  status: 200,
  answer: SkuSchema,
  refusals: ['not-found'],
});

export const createSku = operation({
  id: 'createSku',
  method: 'POST',
  path: '/v1/skus',
  room: 'catalog',
  summary: 'Create a SKU, or a kit of SKUs',
  scope: 'catalog:write',
  body: closed({ code: Code, title: text(300), ...optional }),
  status: 201,
  answer: SkuSchema,
  refusals: ['already-exists', 'barcode-invalid', 'kit-invalid'],
});

export const changeSku = operation({
  id: 'changeSku',
  method: 'PATCH',
  path: '/v1/skus/{sku}',
  room: 'catalog',
  summary: 'Change a SKU',
  description: 'Fields left out stay as they are; null takes one away. The code stays.',
  scope: 'catalog:write',
  params,
  body: closed({
    title: Type.Optional(text(300)),
    ...optional,
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' })),
  }),
  status: 200,
  answer: SkuSchema,
  refusals: ['not-found', 'version-conflict', 'already-exists', 'barcode-invalid', 'kit-invalid'],
});

const RowOutcome = Type.Object({
  code: Code,
  outcome: Type.Enum(['created', 'changed', 'unchanged', 'refused']),
  id: nullable(id('sku')),
  version: nullable(Type.Integer()),
  refusal: nullable(
    Type.Object({
      code: Type.String({ description: 'One of the error codes' }),
      detail: Type.String(),
      data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
});
export type SkuRowOutcome = Shape<typeof RowOutcome>;

export const upsertSkus = operation({
  id: 'upsertSkus',
  method: 'PUT',
  path: '/v1/skus/bulk',
  room: 'catalog',
  summary: 'Create or change up to 1,000 SKUs by their codes',
  description:
    'Rows are taken one by one: a refused row does not stop the others. Fields left out keep ' +
    'what a known SKU has. A kit may name components of the same request. The answer has a row ' +
    'for each, in order.',
  scope: 'catalog:write',
  body: closed({
    items: Type.Array(closed({ code: Code, title: Type.Optional(text(300)), ...optional }), {
      minItems: 1,
      maxItems: 1000,
    }),
  }),
  status: 200,
  answer: Type.Object({ items: Type.Array(RowOutcome) }),
  refusals: [],
});
