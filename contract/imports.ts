// Imports of what was, on the wire.

import { IMPORT_KINDS } from '@doorstep/core/history/fields.ts';
import { PROBLEM_CODES } from '@doorstep/core/history/problem.ts';
import { Type } from 'typebox';
import { ImportProfileSchema } from './import-profile.ts';
import { operation } from './operation.ts';
import {
  Code,
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

export const IMPORT_STATES = [
  'receiving',
  'received',
  'reading',
  'planning',
  'ready',
  'applying',
  'done',
  'failed',
  'canceled',
  'undoing',
  'undone',
] as const;

const OUTCOMES = ['create', 'change', 'skip', 'refuse'] as const;

const Counts = Type.Record(Type.String(), Type.Integer(), {
  description: 'By what it is: order, credit, adjustment, write-off, product, …',
});

export const ImportSchema = Type.Object(
  {
    id: id('import'),
    kind: Type.Enum([...IMPORT_KINDS]),
    profile: nullable(Type.String({ description: 'Null until somebody says how the file maps' })),
    fileName: Type.String(),
    apply: Type.Boolean({ description: 'False: a dry run, until it is applied' }),
    state: Type.Enum([...IMPORT_STATES]),
    receivedBytes: Type.Integer(),
    format: nullable(
      Type.Object({
        format: Type.String(),
        gzip: Type.Boolean(),
        encoding: Type.String(),
        delimiter: nullable(Type.String()),
      }),
    ),
    rows: Type.Object({ read: Type.Integer(), refused: Type.Integer() }),
    documents: Type.Object({
      total: Type.Integer(),
      handled: Type.Integer(),
      create: Counts,
      change: Counts,
      skip: Counts,
      refuse: Counts,
    }),
    fields: nullable(
      Type.Array(
        Type.Object({
          field: Type.String({ description: 'A column or path of the source' }),
          filled: Type.Integer({ description: 'How often it holds something' }),
          target: nullable(
            Type.String({ description: 'Where it goes; null: it is kept in the raw row only' }),
          ),
        }),
      ),
    ),
    error: nullable(
      Type.Object({
        code: Type.String(),
        line: nullable(Type.Integer()),
        detail: Type.String(),
        suggestion: Type.String(),
      }),
    ),
    undoable: Type.Boolean({ description: 'Whether `undoImport` would try to take it back' }),
    undo: nullable(
      Type.Object({
        undone: Type.Integer({ description: 'Documents that are as they were before' }),
        kept: Type.Integer({ description: 'Documents that stay, each with a reason' }),
        at: Timestamp,
        by: Type.String(),
      }),
    ),
    createdAt: Timestamp,
    createdBy: Type.String(),
    finishedAt: nullable(Timestamp),
  },
  { $id: 'Import' },
);
export type ImportAnswer = Shape<typeof ImportSchema>;

export const importParams = closed({ import: id('import') });

export const importMapping = {
  profile: Type.Union([text(100), ImportProfileSchema], {
    description: 'The name of a built-in profile, or one of your own',
  }),
  channel: Type.Optional(Code),
  currency: Type.Optional(Currency),
  timeZone: Type.Optional(text(100)),
};

/** How a file is read, where that is not found out. */
export const importReading = {
  encoding: Type.Optional(Type.Enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
  delimiter: Type.Optional(Type.Enum([',', ';', '\t', '|'])),
  sheet: Type.Optional(text(100)),
};

export const createImport = operation({
  id: 'createImport',
  method: 'POST',
  path: '/v1/imports',
  room: 'history',
  summary: 'Begin an import: say what the file is',
  description:
    'Then send the file by `sendImportContent`. Unless `apply` is true nothing of the shop is ' +
    'written until `applyImport`: the import is a dry run whose report says what would happen. ' +
    'Orders of the past never reserve stock, charge or notify. Without a `profile` the file waits ' +
    'when it is there: look at it by `previewImport`, and say what is in it by `mapImport`.',
  scope: 'history:write',
  body: closed({
    kind: Type.Optional(Type.Enum([...IMPORT_KINDS])),
    ...importMapping,
    profile: Type.Optional(importMapping.profile),
    fileName: text(300),
    apply: Type.Optional(Type.Boolean({ default: false })),
    ...importReading,
  }),
  status: 201,
  answer: ImportSchema,
  refusals: ['profile-unknown', 'profile-invalid', 'time-zone-unknown'],
});

export const sendImportContent = operation({
  id: 'sendImportContent',
  method: 'PUT',
  path: '/v1/imports/{import}/content',
  room: 'history',
  summary: 'Send the file, up to 4 MB at a time',
  description:
    'Each piece says where in the file it begins; after a break go on at `receivedBytes`. The ' +
    'last one says `last=true`, and reading begins.',
  scope: 'history:write',
  params: importParams,
  query: closed({
    offset: Type.Integer({ minimum: 0 }),
    last: Type.Optional(Type.Boolean()),
  }),
  accepts: ['application/octet-stream'],
  status: 200,
  answer: ImportSchema,
  refusals: ['not-found', 'import-not-receiving', 'import-offset-differs', 'import-too-large'],
});

export const applyImport = operation({
  id: 'applyImport',
  method: 'POST',
  path: '/v1/imports/{import}/application',
  room: 'history',
  summary: 'Apply a dry run: write what it found',
  scope: 'history:write',
  params: importParams,
  status: 202,
  answer: ImportSchema,
  refusals: ['not-found', 'import-not-ready'],
});

export const cancelImport = operation({
  id: 'cancelImport',
  method: 'POST',
  path: '/v1/imports/{import}/cancellation',
  room: 'history',
  summary: 'Cancel an import that is not done; what it wrote stays',
  scope: 'history:write',
  params: importParams,
  status: 200,
  answer: ImportSchema,
  refusals: ['not-found', 'import-ended'],
});

export const getImport = operation({
  id: 'getImport',
  method: 'GET',
  path: '/v1/imports/{import}',
  room: 'history',
  summary: 'How far an import has come, and what came of it',
  scope: 'history:read',
  params: importParams,
  status: 200,
  answer: ImportSchema,
  refusals: ['not-found'],
});

export const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/v1/imports',
  room: 'history',
  summary: 'List imports, newest first',
  scope: 'history:read',
  query: closed({ ...ListQuery }),
  status: 200,
  answer: page(ImportSchema),
  refusals: [],
});

const ProblemSchema = Type.Object({
  code: Type.Enum([...PROBLEM_CODES]),
  field: nullable(Type.String()),
  detail: Type.String(),
  suggestion: Type.String(),
});

export const listImportRows = operation({
  id: 'listImportRows',
  method: 'GET',
  path: '/v1/imports/{import}/rows',
  room: 'history',
  summary: 'Rows with something to say: why they will not map, or not wholly',
  scope: 'history:read',
  params: importParams,
  query: closed({
    limit: ListQuery.limit,
    cursor: ListQuery.cursor,
    all: Type.Optional(Type.Boolean({ description: 'Also rows that mapped without a word' })),
  }),
  status: 200,
  answer: page(
    Type.Object({
      row: Type.Integer(),
      line: Type.Integer(),
      document: nullable(Type.String()),
      problems: Type.Array(ProblemSchema),
      warnings: Type.Array(ProblemSchema),
      raw: nullable(Type.String({ description: 'As JSON; null once it was erased' })),
    }),
  ),
  refusals: ['not-found'],
});

export const listImportDocuments = operation({
  id: 'listImportDocuments',
  method: 'GET',
  path: '/v1/imports/{import}/documents',
  room: 'history',
  summary: 'What becomes of each order, credit, product, …',
  scope: 'history:read',
  params: importParams,
  query: closed({
    limit: ListQuery.limit,
    cursor: ListQuery.cursor,
    outcome: Type.Optional(Type.Enum([...OUTCOMES])),
  }),
  status: 200,
  answer: page(
    Type.Object({
      place: Type.Integer(),
      key: Type.String(),
      firstRow: Type.Integer(),
      rows: Type.Integer(),
      kind: nullable(Type.String()),
      outcome: nullable(Type.Enum([...OUTCOMES])),
      reason: nullable(Type.String()),
      entity: nullable(Type.String({ description: 'The id of what was written' })),
      undo: nullable(
        Type.Object({
          outcome: Type.Enum(['undone', 'kept']),
          reason: nullable(Type.String()),
        }),
      ),
    }),
  ),
  refusals: ['not-found'],
});

export const getImportReport = operation({
  id: 'getImportReport',
  method: 'GET',
  path: '/v1/imports/{import}/report',
  room: 'history',
  summary: 'The report as CSV: a line per document, and per row with something to say',
  scope: 'history:read',
  params: importParams,
  query: closed({
    problems: Type.Optional(
      Type.Boolean({ description: 'Only what is refused, and the rows that say why' }),
    ),
  }),
  status: 200,
  answers: 'text/csv',
  refusals: ['not-found'],
});

export const listImportProfiles = operation({
  id: 'listImportProfiles',
  method: 'GET',
  path: '/v1/import-profiles',
  room: 'history',
  summary: 'The built-in profiles, whole: to use by name, or to start your own from',
  scope: 'history:read',
  status: 200,
  answer: Type.Object({ items: Type.Array(ImportProfileSchema) }),
  refusals: [],
});

export const getSourceRows = operation({
  id: 'getSourceRows',
  method: 'GET',
  path: '/v1/orders/{order}/source-rows',
  room: 'history',
  summary: 'The rows an imported order was made of, as they were',
  scope: 'history:read',
  params: closed({ order: text(100) }),
  status: 200,
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        import: id('import'),
        row: Type.Integer(),
        line: Type.Integer(),
        raw: nullable(Type.String()),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const matchSku = operation({
  id: 'matchSku',
  method: 'POST',
  path: '/v1/sku-matches',
  room: 'history',
  summary: 'Match lines of the past that name an unknown SKU with one of the catalog',
  description:
    'Lines whose code is that of a SKU made later are matched by themselves. This matches lines ' +
    'of imported orders and documents: up to 1,000 orders at a time, repeat while `remaining`.',
  scope: 'history:write',
  body: closed({
    code: text(100, { description: 'The code as the lines have it' }),
    sku: Type.String({ minLength: 1, maxLength: 100, description: 'The id or code of the SKU' }),
  }),
  status: 200,
  answer: Type.Object({ lines: Type.Integer(), remaining: Type.Boolean() }),
  refusals: ['sku-unknown'],
});

export const listPastDocuments = operation({
  id: 'listPastDocuments',
  method: 'GET',
  path: '/v1/past-documents',
  room: 'history',
  summary: 'Credits, adjustments and write-offs of the past',
  scope: 'history:read',
  query: closed({
    ...ListQuery,
    order: Type.Optional(text(100, { description: 'Those that give back lines of this order' })),
  }),
  status: 200,
  answer: page(
    Type.Object({
      id: id('pastDocument'),
      kind: Type.String(),
      channel: Code,
      externalId: Type.String(),
      customer: nullable(id('customer')),
      country: nullable(Type.String()),
      currency: Currency,
      totalMinor: Type.Integer(),
      reason: nullable(Type.String()),
      issuedAt: Timestamp,
      lines: Type.Array(
        Type.Object({
          sku: Type.String(),
          title: Type.String(),
          quantity: Type.Integer(),
          unitPrice: nullable(Type.String()),
          amountMinor: Type.Integer(),
          order: nullable(id('order')),
          orderLine: nullable(Type.Integer()),
        }),
      ),
    }),
  ),
  refusals: ['not-found'],
});
