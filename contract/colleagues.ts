// Who else works here: for whoever names somebody in a note or gives them something to do.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { id } from './schema.ts';

export const listColleagues = operation({
  id: 'listColleagues',
  method: 'GET',
  path: '/v1/colleagues',
  room: 'access',
  summary: 'The active users of the tenant by name, 500 at most',
  scope: 'orders:read',
  status: 200,
  answer: Type.Object({
    items: Type.Array(Type.Object({ id: id('user'), name: Type.String() })),
  }),
  refusals: [],
});
