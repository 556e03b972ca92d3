// Where colleagues named a user in a note.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp } from './schema.ts';

const MentionSchema = Type.Object({
  note: id('note'),
  order: Type.Object({ id: id('order'), number: Type.String() }),
  text: Type.String({ description: 'The note, with the names of those it names' }),
  author: Type.String(),
  authorName: Type.String(),
  mentionedAt: Timestamp,
  readAt: nullable(Timestamp),
});
export type MentionAnswer = Shape<typeof MentionSchema>;

export const listMentions = operation({
  id: 'listMentions',
  method: 'GET',
  path: '/v1/mentions',
  room: 'orders',
  summary: 'List the notes that name you, newest first',
  description: 'Notes name users: an API key finds none.',
  scope: 'orders:read',
  query: closed({
    ...ListQuery,
    unread: Type.Optional(Type.Boolean({ description: 'Only those you have not read' })),
  }),
  status: 200,
  answer: page(MentionSchema),
  refusals: [],
});

export const readMentions = operation({
  id: 'readMentions',
  method: 'POST',
  path: '/v1/mentions/readings',
  room: 'orders',
  summary: 'Say that you have read notes that name you',
  description: 'Without `notes`, all of them, 1,000 at once. Nobody is told: it is yours alone.',
  scope: 'orders:read',
  body: closed({ notes: Type.Optional(Type.Array(id('note'), { maxItems: 200 })) }),
  status: 200,
  answer: Type.Object({
    read: Type.Integer({ description: 'How many were unread' }),
    unread: Type.Integer({ description: 'How many are left, counted up to 100' }),
  }),
  refusals: ['not-a-user'],
});
