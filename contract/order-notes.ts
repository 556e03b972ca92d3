// What people put on an order: holds, tags, notes, custom fields.

import { HOLD_BLOCKS, HOLD_REASONS } from '@doorstep/core/orders/hold.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { CaptureOrderBody } from './order-capture.ts';
import { HoldSchema, OrderParams, OrderSchema } from './orders.ts';
import { closed, id, SeenVersion, Timestamp, text } from './schema.ts';

export const placeHold = operation({
  id: 'placeHold',
  method: 'POST',
  path: '/v1/orders/{order}/holds',
  room: 'orders',
  summary: 'Put an order, or a line of it, on hold',
  description: 'Many may stand at once; all must be released. `handle` is your name for this one.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({
    reason: Type.Enum([...HOLD_REASONS]),
    handle: Type.Optional(text(100)),
    line: Type.Optional(id('orderLine')),
    note: Type.Optional(text(1000)),
    blocks: Type.Optional(Type.Array(Type.Enum([...HOLD_BLOCKS]), { minItems: 1, maxItems: 3 })),
    expiresAt: Type.Optional(Timestamp),
    ...SeenVersion,
  }),
  status: 201,
  answer: HoldSchema,
  refusals: ['not-found', 'line-unknown', 'hold-handle-taken', 'version-conflict'],
});

export const releaseHold = operation({
  id: 'releaseHold',
  method: 'PUT',
  path: '/v1/orders/{order}/holds/{hold}/release',
  room: 'orders',
  summary: 'Release a hold',
  scope: 'orders:write',
  params: closed({ ...OrderParams.properties, hold: id('hold') }),
  body: closed(SeenVersion),
  status: 200,
  answer: HoldSchema,
  refusals: ['not-found', 'hold-not-open', 'hold-follows-cause', 'version-conflict'],
});

export const tagOrder = operation({
  id: 'tagOrder',
  method: 'PUT',
  path: '/v1/orders/{order}/tags/{tag}',
  room: 'orders',
  summary: 'Tag an order',
  scope: 'orders:write',
  params: closed({ ...OrderParams.properties, tag: text(50) }),
  query: closed(SeenVersion),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'version-conflict'],
});

export const untagOrder = operation({
  id: 'untagOrder',
  method: 'DELETE',
  path: '/v1/orders/{order}/tags/{tag}',
  room: 'orders',
  summary: 'Take a tag off an order',
  scope: 'orders:write',
  params: closed({ ...OrderParams.properties, tag: text(50) }),
  query: closed(SeenVersion),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'version-conflict'],
});

const NoteBody = text(5000, { description: 'Names users as `<@usr_…>`, 20 at most' });
const NoteParams = closed({ ...OrderParams.properties, note: id('note') });

export const addNote = operation({
  id: 'addNote',
  method: 'POST',
  path: '/v1/orders/{order}/notes',
  room: 'orders',
  summary: 'Write a note on an order',
  description: 'For colleagues, not for the buyer. Who is named finds it among their mentions.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({ body: NoteBody, ...SeenVersion }),
  status: 201,
  answer: OrderSchema,
  refusals: ['not-found', 'user-unknown', 'too-many-notes', 'version-conflict'],
});

export const editNote = operation({
  id: 'editNote',
  method: 'PUT',
  path: '/v1/orders/{order}/notes/{note}',
  room: 'orders',
  summary: 'Write a note of your own anew',
  scope: 'orders:write',
  params: NoteParams,
  body: closed({ body: NoteBody, ...SeenVersion }),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'note-not-yours', 'user-unknown', 'version-conflict'],
});

export const deleteNote = operation({
  id: 'deleteNote',
  method: 'DELETE',
  path: '/v1/orders/{order}/notes/{note}',
  room: 'orders',
  summary: 'Take a note of your own off an order',
  scope: 'orders:write',
  params: NoteParams,
  query: closed(SeenVersion),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'note-not-yours', 'version-conflict'],
});

export const setCustomFields = operation({
  id: 'setCustomFields',
  method: 'PATCH',
  path: '/v1/orders/{order}/custom-fields',
  room: 'orders',
  summary: 'Set custom fields of an order',
  description: 'Merges: a field set to null is removed. At most 50 fields on an order.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({
    customFields: CaptureOrderBody.properties.customFields,
    ...SeenVersion,
  }),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'version-conflict'],
});

export const eraseOrder = operation({
  id: 'eraseOrder',
  method: 'POST',
  path: '/v1/orders/{order}/erasure',
  room: 'orders',
  summary: 'Erase what is personal in an order',
  description:
    'For a guest, who is no customer to erase: contact, addresses, notes and custom fields go; ' +
    'lines, money and stock stay.',
  scope: 'customers:write',
  params: OrderParams,
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found'],
});
