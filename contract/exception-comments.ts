// What colleagues say to each other about an exception, on the wire.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { ActorNames, closed, id, nullable, Timestamp, text } from './schema.ts';

const CommentParams = closed({ exception: id('exception') });

const CommentsSchema = Type.Object({
  order: nullable(id('order')),
  items: Type.Array(
    Type.Object({
      id: id('note'),
      body: Type.String(),
      author: Type.String(),
      createdAt: Timestamp,
    }),
    { description: 'Oldest first' },
  ),
  names: ActorNames,
});

export const listExceptionComments = operation({
  id: 'listExceptionComments',
  method: 'GET',
  path: '/v1/exceptions/{exception}/comments',
  room: 'exceptions',
  summary: 'List what was said about an exception',
  scope: 'exceptions:read',
  params: CommentParams,
  status: 200,
  answer: CommentsSchema,
  refusals: ['not-found'],
});

export const commentException = operation({
  id: 'commentException',
  method: 'POST',
  path: '/v1/exceptions/{exception}/comments',
  room: 'exceptions',
  summary: 'Say something about an exception',
  description: 'Also of one that is closed. It has 200 comments at most.',
  scope: 'exceptions:write',
  params: CommentParams,
  body: closed({ body: text(2000) }),
  status: 201,
  answer: CommentsSchema,
  refusals: ['not-found', 'too-many-notes'],
});
