// SQL of the list of returns. The filter that leads decides which index is walked, newest first; the
// others are checked on the rows it yields.

import { type Statement, statement } from '../db/statement.ts';
import { RETURN_COLUMNS, RETURN_NAMES, type ReturnRow } from './sql.ts';

/** $1 before this id, $2 limit, and a filter each; null where there is none. */
const FILTERS = [
  ['$3::text', 'status'],
  ['$4::uuid', 'order_id'],
  ['$5::uuid', 'location_id'],
] as const;

type Lead = (typeof FILTERS)[number][0];

// The page is cut first, then names are looked up row by row.
function listing(name: string, lead: Lead | null, more = ''): Statement<ReturnRow> {
  const filters = FILTERS.map(([value, column]) =>
    value === lead
      ? `and ${column} = ${value}`
      : `and case when ${value} is null then true else ${column} = ${value} end`,
  );
  return statement<ReturnRow>(
    `returns.list${name}`,
    `select ${RETURN_COLUMNS}
     from (select * from returns
           where tenant_id = (select current_tenant()) and id < $1
             ${filters.join('\n             ')} ${more}
           order by id desc limit $2) as ret
     ${RETURN_NAMES}
     order by ret.id desc`,
  );
}

export const listAllReturns = listing('All', null);
export const listReturnsByStatus = listing('ByStatus', '$3::text');
export const listReturnsOfOrder = listing('OfOrder', '$4::uuid');
export const listReturnsByLocation = listing('ByLocation', '$5::uuid');
export const listReturnsToRefund = listing(
  'ToRefund',
  null,
  'and order_id is not null and received > 0 and granted_minor = 0',
);
