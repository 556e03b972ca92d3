// The form of an import profile: how the fields of a file map to the model.

import { FIELD_NAMES, IMPORT_KINDS } from '@doorstep/core/history/fields.ts';
import { PAST_DOCUMENT_KINDS } from '@doorstep/core/history/past-document.ts';
import { FATES } from '@doorstep/core/history/profile.ts';
import { Type } from 'typebox';
import { Code, Currency, closed, text } from './schema.ts';

const Path = text(200, { description: 'A column, or a path such as `line_items[].sku`' });

const FieldRule = Type.Union([
  Path,
  closed({
    from: Type.Optional(
      Type.Array(Path, { maxItems: 20, description: 'The first that is filled counts' }),
    ),
    join: Type.Optional(
      Type.String({ maxLength: 10, description: 'All that are filled, with this between them' }),
    ),
    add: Type.Optional(
      Type.Boolean({ description: 'Numbers of all that are filled are added up' }),
    ),
    filledMeans: Type.Optional(
      text(50, { description: 'What it means that there is anything at all' }),
    ),
    value: Type.Optional(text(500, { description: 'What holds where none is filled' })),
    prefix: Type.Optional(text(50)),
    case: Type.Optional(Type.Enum(['upper', 'lower'])),
    dropEnd: Type.Optional(text(20, { description: 'Text to leave out at the end' })),
    words: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'Words of the source and what they mean here',
        maxProperties: 500,
      }),
    ),
  }),
]);

const ClassRule = closed({
  as: Type.Enum([...PAST_DOCUMENT_KINDS, 'order']),
  externalIdStartsWith: Type.Optional(text(50)),
  everyPriceIsZero: Type.Optional(Type.Boolean()),
  everyQuantityIsNegative: Type.Optional(Type.Boolean()),
  hasCustomer: Type.Optional(Type.Boolean()),
});

const Fate = Type.Enum([...FATES], { description: 'How far units had come' });

export const ImportProfileSchema = closed({
  name: text(100),
  title: text(200),
  kind: Type.Enum([...IMPORT_KINDS]),
  recordPaths: Type.Array(Type.String({ maxLength: 200 }), {
    minItems: 1,
    maxItems: 20,
    description: "JSON: where the records are, tried in order; '' is the document itself",
  }),
  itemsPath: Type.Optional(text(200, { description: 'JSON: where the lines of a record are' })),
  documentKey: Type.Array(Path, {
    minItems: 1,
    maxItems: 10,
    description: 'Rows that agree in these are one document',
  }),
  blankKeyContinues: Type.Optional(
    Type.Boolean({ description: 'A row without a key goes on with the document before' }),
  ),
  channel: Code,
  currency: Type.Optional(Currency),
  pricesIncludeTax: Type.Optional(Type.Boolean()),
  timeZone: text(100, { description: 'Of dates that do not say: an IANA name' }),
  dates: Type.Enum(['year-first', 'month-first', 'day-first']),
  decimalMark: Type.Enum(['.', ',']),
  amountsAreMinor: Type.Optional(
    Type.Boolean({ description: 'Amounts are integers of minor units; unit prices never are' }),
  ),
  dropApostrophe: Type.Optional(
    Type.Boolean({ description: 'Take away the apostrophe that keeps texts from being formulas' }),
  ),
  fate: Fate,
  fates: Type.Optional(
    Type.Record(Type.String(), Fate, {
      description: 'What words of `status` and `line.status` mean, in lower case',
      maxProperties: 200,
    }),
  ),
  classify: Type.Optional(Type.Array(ClassRule, { maxItems: 20 })),
  fields: Type.Partial(Type.Record(Type.Enum([...FIELD_NAMES]), FieldRule), {
    additionalProperties: false,
  }),
});
