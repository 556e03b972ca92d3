// SQL of comments on exceptions.

import { statement } from '../db/statement.ts';

export interface CommentRow {
  readonly id: string;
  readonly body: string;
  readonly author: string;
  readonly created_at: Date;
}

export const selectComments = statement<CommentRow>(
  'exceptions.selectComments',
  `select id, body, author, created_at from exception_comments
   where tenant_id = (select current_tenant()) and exception_id = $1 order by id`,
);

export const insertComment = statement(
  'exceptions.insertComment',
  `insert into exception_comments (tenant_id, exception_id, id, body, author, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5)`,
);

export const countComment = statement<{
  id: string;
  type: string;
  order_id: string | null;
  version: number;
}>(
  'exceptions.countComment',
  `update exceptions set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning id, type, order_id, version`,
);
