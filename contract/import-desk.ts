// A file that is looked at before it is mapped, followed while it is worked on, and taken back.

import { IMPORT_KINDS } from '@doorstep/core/history/fields.ts';
import { Type } from 'typebox';
import { ImportSchema, importMapping, importParams, importReading } from './imports.ts';
import { operation } from './operation.ts';
import { closed } from './schema.ts';

const Sample = Type.Object({
  field: Type.String({ description: 'A column, or a path such as `line_items[].sku`' }),
  filled: Type.Integer({ description: 'In how many of the records looked at' }),
  samples: Type.Array(Type.String(), { description: 'Up to four values, cut short' }),
});

export const previewImport = operation({
  id: 'previewImport',
  method: 'GET',
  path: '/v1/imports/{import}/preview',
  room: 'history',
  summary: 'Look at a file that was sent: its format, its fields with samples, profiles that fit',
  description:
    'The first 50 records. `error` says why a file cannot be read so; give another `encoding`, ' +
    '`delimiter` or `sheet`. JSON and workbooks above 64 MB have no samples.',
  scope: 'history:read',
  params: importParams,
  query: closed(importReading),
  status: 200,
  answer: Type.Object({
    format: ImportSchema.properties.format,
    error: ImportSchema.properties.error,
    records: Type.Integer({ description: 'How many were looked at' }),
    fields: Type.Array(Sample),
    profiles: Type.Array(
      Type.Object({
        name: Type.String(),
        kind: Type.Enum([...IMPORT_KINDS]),
        known: Type.Integer({ description: 'Fields of the file that the profile reads' }),
      }),
      { description: 'Built-in ones that would read it, the likeliest first' },
    ),
    suggestions: Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), {
      description: 'By kind of import: which field of the file each of ours is likely to be',
    }),
  }),
  refusals: ['not-found', 'import-not-received'],
});

export const mapImport = operation({
  id: 'mapImport',
  method: 'PUT',
  path: '/v1/imports/{import}/mapping',
  room: 'history',
  summary: 'Say what is in a file that was sent; then it is read',
  scope: 'history:write',
  params: importParams,
  body: closed({
    ...importMapping,
    ...importReading,
    apply: Type.Optional(Type.Boolean({ default: false })),
  }),
  status: 202,
  answer: ImportSchema,
  refusals: [
    'not-found',
    'import-not-received',
    'profile-unknown',
    'profile-invalid',
    'time-zone-unknown',
  ],
});

export const watchImport = operation({
  id: 'watchImport',
  method: 'GET',
  path: '/v1/imports/{import}/progress',
  room: 'history',
  summary: 'Follow the work on an import (server-sent events)',
  description:
    'The import as `getImport` tells it, at once and whenever it has come further; the stream ends ' +
    'when nothing more happens by itself.',
  scope: 'history:read',
  params: importParams,
  status: 200,
  answers: 'text/event-stream',
  refusals: ['not-found'],
});

export const undoImport = operation({
  id: 'undoImport',
  method: 'POST',
  path: '/v1/imports/{import}/reversal',
  room: 'history',
  summary: 'Take back what an import wrote, where nothing depends on it since',
  description:
    'Stock goes back to what it was. SKUs and locations that were made go out of use, and SKUs that ' +
    'were changed become what they were. Customers that were made are erased. What was changed, ' +
    'sold, ordered or promised since stays, and its document says why. Orders of the past stay.',
  scope: 'history:write',
  params: importParams,
  status: 202,
  answer: ImportSchema,
  refusals: ['not-found', 'import-not-undoable'],
});
