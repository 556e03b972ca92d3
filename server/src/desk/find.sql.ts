// SQL that finds orders in the list: by walking it in the order of a sort, or by gathering what the
// narrowest filter leaves. find-orders.ts says which when.

import { beginsWith, eitherOf, hasWord } from '../db/search.sql.ts';
import { ORDER_WORDS, type SearchKind } from '../db/search-tokens.ts';
import { type Statement, statement } from '../db/statement.ts';

export interface ShapeRow {
  readonly shape: number;
  readonly channel_id: string;
  readonly status: string;
  readonly fulfillment_status: string;
  readonly stock_status: string;
  readonly payment_status: string;
  readonly return_status: string;
  readonly currency: string;
  readonly has_exception: boolean;
  readonly is_imported: boolean;
  readonly orders: bigint;
}

// Some dozens for each channel. Bound by the first, so that it is a range of the key.
export const selectShapes = statement<ShapeRow>(
  'desk.selectShapes',
  `select shape, channel_id, status, fulfillment_status, stock_status, payment_status,
          return_status, currency, has_exception, is_imported, orders
   from order_shapes where tenant_id = (select current_tenant()) and shape > 0 and orders > 0`,
);

const OWN = 'tenant_id = (select current_tenant())';
const hasToken = (kind: SearchKind, token: string) =>
  `exists (select from search_tokens as found
           where found.${OWN} and found.kind = '${kind}' and found.token ${token}
             and found.entity = listed.order_id)`;

const hasTag = (condition: string) =>
  `exists (select from order_tags as tagged
           where tagged.${OWN} and tagged.tag ${condition} and tagged.order_id = listed.order_id)`;

/** No date to ship by: after all that there are. The default of the column. */
export const NO_DATE = 999_999_999_999_999_999n;
/** The shapes of a filter by risk, each with its dates from and to. */
const RISK = 'unnest($17::integer[], $18::bigint[], $19::bigint[]) as risky(shape, after, before)';

/**
 * A filter each from $1, null where there is none: criteriaParams() is their order. Bounds are always
 * there, for only a bare comparison with a parameter is a range of an index.
 *
 * @param leads the parameters that name the filters which led here, and need not be looked at again
 */
function matches(leads: readonly string[]): string {
  const given = (value: string, condition: string, name: string) =>
    `case when ${value} is null ${leads.map((lead) => `or ${lead} = '${name}'`).join(' ')} then true
          else ${condition} end`;
  return [
    given('$1::integer[]', 'listed.shape = any ($1)', 'shapes'),
    given('$2::text[]', 'coalesce(listed.country = any ($2), false)', 'country'),
    'listed.updated >= $3::bigint',
    given('$4::uuid', 'coalesce(listed.customer_id = $4, false)', 'customer'),
    'listed.placed >= $5::bigint and listed.placed < $6::bigint',
    'listed.total >= $7::bigint and listed.total < $8::bigint',
    // Those with the first of several tags have not all of them for that.
    `case when $9::text[] is null
            ${leads.map((lead) => `or (${lead} = 'tag' and cardinality($9) = 1)`).join(' ')} then true
          else not exists (select from unnest($9) as wanted(tag)
                           where not ${hasTag('= wanted.tag')}) end`,
    given('$20::text[]', hasTag('= any ($20)'), 'any tag'),
    'listed.ship_by >= $15::bigint and listed.ship_by < $16::bigint',
    given(
      '$17::integer[]',
      `exists (select from ${RISK}
               where risky.shape = listed.shape
                 and listed.ship_by >= risky.after and listed.ship_by < risky.before)`,
      'risk',
    ),
    given('$10::text', hasToken('order-sku', '= $10'), 'sku'),
    given('$11::text', hasToken('order-location', '= $11'), 'location'),
    given('$12::text[]', hasToken('order-hold', '= any ($12)'), 'hold'),
    given('$13::text[]', hasToken('order-exception', '= any ($13)'), 'exception'),
    given(
      '$14::text[]',
      `not exists (
         select from unnest($14) as word
         where not ${hasWord('listed.order_id', `'{${ORDER_WORDS}}'`, 'word')})`,
      'only word',
    ),
  ].join('\n     and ');
}
export const MATCHES = matches([]);
/** The same of what is gathered, below. */
export const MATCHES_GATHERED = matches(['$21', '$24']);

/** What MATCHES looks at, of the list as `listed`. */
export const LISTED = 'order_id, shape, country, customer_id, placed, updated, total, ship_by';

/** The columns behind the sorts. All orders have the same `created` key: their ids rise with it. */
export const SORT_KEYS = {
  created: '0',
  placed: 'placed',
  updated: 'updated',
  total: 'total',
  shipBy: 'ship_by',
};
export type SortKey = keyof typeof SORT_KEYS;
export const SORT_WAYS = ['asc', 'desc'] as const;
export type SortWay = (typeof SORT_WAYS)[number];

export interface FoundRow {
  readonly order_id: string;
  readonly key: bigint;
}

/** What lies behind a place in the order of a sort, within bounds of its key. */
function behind(key: SortKey, way: SortWay, first: number): { where: string; order: string } {
  const [place, id, from, to] = [0, 1, 2, 3].map((at) => `$${first + at}`);
  const sign = way === 'asc' ? '>' : '<';
  if (key === 'created')
    return {
      where: `order_id ${sign} ${id}::uuid
         and ${place}::bigint is not null and ${from}::bigint is not null and ${to}::bigint is not null`,
      order: `order_id ${way}`,
    };
  const column = SORT_KEYS[key];
  return {
    where: `(${column}, order_id) ${sign} (${place}::bigint, ${id}::uuid)
         and ${column} >= ${from}::bigint and ${column} < ${to}::bigint`,
    order: `${column} ${way}, order_id ${way}`,
  };
}

type EachSort<Row> = Readonly<Record<SortKey, Readonly<Record<SortWay, Statement<Row>>>>>;

function eachSort<Row>(name: string, sql: (key: SortKey, way: SortWay) => string): EachSort<Row> {
  const of = (key: SortKey, way: SortWay) =>
    statement<Row>(`desk.${name}By${key}${way}`, sql(key, way));
  const both = (key: SortKey) => ({ asc: of(key, 'asc'), desc: of(key, 'desc') });
  return {
    created: both('created'),
    placed: both('placed'),
    updated: both('updated'),
    total: both('total'),
    shipBy: both('shipBy'),
  };
}

// Nothing but statuses: the next of each shape, and of these the next. $1 the shapes, $2 to $5 the
// place and the bounds, $6 the limit. $7 and $8 are bounds of each shape, of the date to ship by.
export const listShapes = eachSort<FoundRow>('listShapes', (key, way) => {
  const { where, order } = behind(key, way, 2);
  return `select next.order_id, next.key
   from unnest($1::integer[], $7::bigint[], $8::bigint[]) as wanted(shape, after, before)
   cross join lateral (
     select order_id, ${SORT_KEYS[key]}::bigint as key from order_list
     where ${OWN} and shape = wanted.shape and ${where}
       ${key === 'shipBy' ? 'and ship_by >= wanted.after and ship_by < wanted.before' : ''}
     order by ${order} limit $6
   ) as next
   order by next.key ${way}, next.order_id ${way} limit $6`;
});

export interface WalkedRow {
  /** Null in the one row that tells only how far it walked. */
  readonly order_id: string | null;
  readonly key: bigint;
  readonly walked: bigint;
  readonly last_id: string;
  readonly last_key: bigint;
}

// $21 to $24 the place and the bounds, $25 how many are looked at, $26 the limit.
export const walkList = eachSort<WalkedRow>('walkList', (key, way) => {
  const { where, order } = behind(key, way, 21);
  const back = way === 'asc' ? 'desc' : 'asc';
  const column = SORT_KEYS[key];
  return `with listed as materialized (
     select ${column}::bigint as key, ${LISTED}
     from order_list where ${OWN} and ${where}
     order by ${order} limit $25
   ), found as (
     select order_id, key from listed where ${MATCHES}
     order by key ${way}, order_id ${way} limit $26
   ), edge as (
     select order_id as last_id, key as last_key, (select count(*) from listed) as walked
     from listed order by key ${back}, order_id ${back} limit 1
   )
   select found.order_id, found.key, edge.walked, edge.last_id, edge.last_key
   from edge left join found on true
   order by found.key ${way}, found.order_id ${way}`;
});

/** How each filter leads to its orders, by an index of its own. */
const LEADS = {
  shapes: `select order_id from order_list where ${OWN} and shape = any ($1)`,
  country: `select order_id from order_list where ${OWN} and country = any ($2)`,
  customer: `select order_id from order_list where ${OWN} and customer_id = $4`,
  updated: `select order_id from order_list where ${OWN} and updated >= $3`,
  placed: `select order_id from order_list where ${OWN} and placed >= $5 and placed < $6`,
  total: `select order_id from order_list where ${OWN} and total >= $7 and total < $8`,
  shipBy: `select order_id from order_list where ${OWN} and ship_by >= $15 and ship_by < $16`,
  risk: `select due.order_id from ${RISK}
         cross join lateral (select order_id from order_list
                             where ${OWN} and shape = risky.shape
                               and ship_by >= risky.after and ship_by < risky.before) as due
         where true`,
  tag: `select order_id from order_tags where ${OWN} and tag = ($9::text[])[1]`,
  'any tag': `select order_id from order_tags where ${OWN} and tag = any ($20)`,
  sku: withToken('order-sku', '= $10'),
  location: withToken('order-location', '= $11'),
  hold: withToken('order-hold', '= any ($12)'),
  exception: withToken('order-exception', '= any ($13)'),
} as const;
export type Lead = keyof typeof LEADS | `word ${number}`;

function withToken(kind: SearchKind, token: string): string {
  return `select entity as order_id from search_tokens
          where ${OWN} and kind = '${kind}' and token ${token}`;
}

/** What a word leads to, as far as $21 or so says, of each kind by itself. */
const ledByWord = (word: string, most: string, condition = '') =>
  ORDER_WORDS.map(
    (kind) =>
      `(select led.order_id from ${eitherOf(word)}
        cross join lateral (
          select entity as order_id from search_tokens
          where ${OWN} and kind = '${kind}' and ${beginsWith('token')} limit ${most}
        ) as led ${condition} limit ${most})`,
  );

/** What no time and no amount comes near: the bounds where a filter sets none. */
export const BEYOND = 9_000_000_000_000_000_000n;

// How many orders each filter leaves, as far as $21. The types of $1 to $20 are told by the casts.
export const countLeads = statement<{ lead: Lead; orders: bigint }>(
  'desk.countLeads',
  `select 'none' as lead, 0::bigint as orders
   where $1::integer[] is null and $14::text[] is null and false
   ${Object.entries(LEADS)
     .filter(([lead]) => lead !== 'shapes')
     .map(
       ([lead, from]) =>
         `union all
   select '${lead}', (select count(*) from (${from} limit $21) as led)
   where ${presenceOf(lead as keyof typeof LEADS)}`,
     )
     .join('\n   ')}
   union all
   select 'word ' || place,
          ${ledByWord('word', '$21')
            .map((led) => `(select count(*) from ${led} as led)`)
            .join('\n          + ')}
   from unnest($14::text[]) with ordinality as asked(word, place)`,
);

function presenceOf(lead: keyof typeof LEADS): string {
  return {
    shapes: '$1::integer[] is not null',
    country: '$2::text[] is not null',
    updated: `$3::bigint > -${BEYOND}`,
    customer: '$4::uuid is not null',
    placed: `($5::bigint > -${BEYOND} or $6::bigint < ${BEYOND})`,
    total: `($7::bigint > -${BEYOND} or $8::bigint < ${BEYOND})`,
    shipBy: `($15::bigint > -${BEYOND} or $16::bigint < ${BEYOND})`,
    risk: '$17::integer[] is not null and $18::bigint[] is not null and $19::bigint[] is not null',
    tag: '$9::text[] is not null',
    'any tag': '$20::text[] is not null',
    sku: '$10::text is not null',
    location: '$11::text is not null',
    hold: '$12::text[] is not null',
    exception: '$13::text[] is not null',
  }[lead];
}

// Materialized, or the planner would rather start from a range of amounts than from what leads.
//
// All that one filter leads to, $21 its name, $22 the word that leads, $23 how many at most; of these
// only what a second one leads to as well, $24 and $25, if there is one; then the others are looked up
// on them. Conditions on $21 or $24 alone are decided once, before anything is read.
const ledBy = (name: string, most: string) =>
  Object.entries(LEADS)
    .map(([lead, from]) => `(${from} and ${name}::text = '${lead}' limit ${most})`)
    .join('\n         union all ');
export const GATHERED = `gathered as (
     select distinct order_id from (
         ${ledBy('$21', '$23')}
         union all ${ledByWord('$22::text', '$23', "where $21 like '%word'").join('\n         union all ')}
     ) as led
     where $24::text is null or order_id in (
         ${ledBy('$24', '$25')})
   ), listed as materialized (
     select listed.order_id, listed.shape, listed.country, listed.customer_id,
            listed.placed, listed.updated, listed.total, listed.ship_by
     from gathered join order_list as listed
       on listed.${OWN} and listed.order_id = gathered.order_id
   )`;

// $26 to $29 the place and the bounds, $30 the limit.
export const gatherList = eachSort<FoundRow>('gatherList', (key, way) => {
  const { where, order } = behind(key, way, 26);
  return `with ${GATHERED}
   select order_id, ${SORT_KEYS[key]}::bigint as key from listed
   where ${where} and ${MATCHES_GATHERED}
   order by ${order} limit $30`;
});

export const countGathered = statement<{ shape: number; orders: bigint }>(
  'desk.countGathered',
  `with ${GATHERED}
   select shape, count(*) as orders from listed where ${MATCHES_GATHERED} group by shape`,
);
