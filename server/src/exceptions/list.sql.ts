// SQL of the list of exceptions. What is open is walked in the order it is worked on, what is done
// newest first; the filter that leads decides which index. Each is explained by a test.

import { type Statement, statement } from '../db/statement.ts';
import { COLUMNS, type ExceptionRow } from './sql.ts';

/** $1 limit, and a filter each; null where there is none. */
const FILTERS = [
  ['$2::text', 'exc.status'],
  ['$3::text', 'exc.type'],
  ['$4::text', 'exc.severity'],
  ['$5::uuid', 'exc.owner'],
  ['$7::uuid', 'exc.order_id'],
  ['$8::uuid', 'exc.location_id'],
] as const;

type Lead = (typeof FILTERS)[number][0];

// The planner takes `case` for half of the rows; of `$3 is null or type = $3` it expects next to
// none, and then sorts all of them instead of walking the index.
function where(leads: readonly Lead[]): string {
  const filters = FILTERS.map(([value, column]) =>
    leads.includes(value)
      ? `and ${column} = ${value}`
      : `and case when ${value} is null then true else ${column} = ${value} end`,
  );
  return `exc.tenant_id = (select current_tenant())
     ${filters.join('\n     ')}
     and case when $6::boolean then exc.owner is null else true end
     and case when $9::timestamptz is null then true else exc.deadline < $9::timestamptz end`;
}

function listing(
  name: string,
  leads: readonly Lead[],
  after: string,
  order: string,
): Statement<ExceptionRow> {
  return statement<ExceptionRow>(
    `exceptions.list${name}`,
    `select ${COLUMNS} from exceptions as exc
     where ${where(leads)}
       and ${after}
     order by ${order} limit $1`,
  );
}

const STATUS = '$2::text';

export const listByUrgency = listing(
  'ByUrgency',
  [STATUS],
  '(exc.urgency, exc.deadline, exc.id) > ($10::smallint, $11::timestamptz, $12::uuid)',
  'exc.urgency, exc.deadline, exc.id',
);
export const listByDeadline = listing(
  'ByDeadline',
  [STATUS],
  '(exc.deadline, exc.id) > ($10::timestamptz, $11::uuid)',
  'exc.deadline, exc.id',
);

function newest(name: string, leads: readonly Lead[]): Statement<ExceptionRow> {
  return listing(name, leads, 'exc.id < $10::uuid', 'exc.id desc');
}

export const listByStatus = newest('ByStatus', [STATUS]);
export const listByType = newest('ByType', [STATUS, '$3::text']);
export const listByOwner = newest('ByOwner', [STATUS, '$5::uuid']);
export const listByLocation = newest('ByLocation', [STATUS, '$8::uuid']);
/** Of any status, unless one is asked for. */
export const listByOrder = newest('ByOrder', ['$7::uuid']);
