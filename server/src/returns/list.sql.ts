// SQL of the list of returns. The filter that leads decides which index is walked, newest first; the
// others are checked on the rows it yields.

import { type Statement, statement } from '../db/statement.ts';
import { RETURN_COLUMNS, RETURN_NAMES, type ReturnRow } from './sql.ts';

const TO_REFUND =
  'order_id is not null and received > settled and (granted_minor = 0 or settled > 0)';
const TO_DECIDE = `decision = 'pending' and canceled_at is null`;
const HAS_REASON = `exists (
       select from return_lines as line
       where line.tenant_id = (select current_tenant()) and line.return_id = returns.id
         and line.reason = $6)`;

/** $1 before this id, $2 limit, and a filter each; null, or false, where there is none. */
const FILTERS = [
  { unless: '$3::text is null', fits: 'status = $3' },
  { unless: '$4::uuid is null', fits: 'order_id = $4' },
  { unless: '$5::uuid is null', fits: 'location_id = $5' },
  { unless: '$6::text is null', fits: HAS_REASON },
  { unless: '$7::timestamptz is null', fits: 'created_at < $7' },
  { unless: '$8::uuid[] is null', fits: 'id = any ($8)' },
  { unless: 'not $9::boolean', fits: TO_REFUND },
  { unless: 'not $10::boolean', fits: TO_DECIDE },
] as const;

type Lead = (typeof FILTERS)[number]['fits'];

// The page is cut first, then names are looked up row by row.
function listing(name: string, lead: Lead | null): Statement<ReturnRow> {
  const filters = FILTERS.map(({ unless, fits }) => {
    // A partial index is used by its own words; the parameter is still there to be typed.
    if (fits === lead) return `and ${fits} and not (${unless})`;
    return `and case when ${unless} then true else ${fits} end`;
  });
  return statement<ReturnRow>(
    `returns.list${name}`,
    `select ${RETURN_COLUMNS}
     from (select * from returns
           where tenant_id = (select current_tenant()) and id < $1
             ${filters.join('\n             ')}
           order by id desc limit $2) as ret
     ${RETURN_NAMES}
     order by ret.id desc`,
  );
}

export const listAllReturns = listing('All', null);
export const listReturnsByStatus = listing('ByStatus', 'status = $3');
export const listReturnsOfOrder = listing('OfOrder', 'order_id = $4');
export const listReturnsByLocation = listing('ByLocation', 'location_id = $5');
export const listReturnsAmong = listing('Among', 'id = any ($8)');
export const listReturnsToRefund = listing('ToRefund', TO_REFUND);
export const listReturnsToDecide = listing('ToDecide', TO_DECIDE);

// $1 the digits at the end of what was typed or null, $2 all of it.
export const selectSoughtReturns = statement<{ id: string }>(
  'returns.selectSoughtReturns',
  `select id from (
     select id from returns
     where tenant_id = (select current_tenant()) and number = $1::bigint
       and ($2 ~ '^[0-9]+$' or lower(number_text) = lower($2))
     union
     select id from returns
     where tenant_id = (select current_tenant()) and tracking_number = $2
     union
     select ret.id from orders as ord
     join returns as ret on ret.tenant_id = (select current_tenant()) and ret.order_id = ord.id
     where ord.tenant_id = (select current_tenant()) and ord.number = $1::bigint
       and ($2 ~ '^[0-9]+$' or lower(ord.number_text) = lower($2))
     union
     select ret.id from channels as channel
     join orders as ord on ord.tenant_id = (select current_tenant())
       and ord.channel_id = channel.id and ord.external_id = $2
     join returns as ret on ret.tenant_id = (select current_tenant()) and ret.order_id = ord.id
     where channel.tenant_id = (select current_tenant())) as sought
   order by id desc`,
);
