// The log is whole: positions and versions are dense, nothing is doubled, keys have one effect.

import { type Invariant, invariant, OWN } from './sql.ts';

/** Entities whose row carries the version of its newest event. */
const VERSIONED = [
  'orders',
  'customers',
  'skus',
  'channels',
  'locations',
  'users',
  'api_keys',
  'transfers',
  'exceptions',
  'webhook_endpoints',
  'returns',
  'past_documents',
  'drops',
  'stored_values',
];

/** From a table's column to the table it must find a row in, within the tenant. */
const REFERENCES: readonly (readonly [string, string, string, string])[] = [
  ['order_lines', 'order_id', 'orders', 'id'],
  ['order_lines', 'sku_id', 'skus', 'id'],
  ['order_contacts', 'order_id', 'orders', 'id'],
  ['order_charges', 'order_id', 'orders', 'id'],
  ['order_adjustments', 'order_id', 'orders', 'id'],
  ['order_holds', 'order_id', 'orders', 'id'],
  ['order_tags', 'order_id', 'orders', 'id'],
  ['order_notes', 'order_id', 'orders', 'id'],
  ['order_cancellations', 'order_id', 'orders', 'id'],
  ['routing_decisions', 'order_id', 'orders', 'id'],
  ['orders', 'channel_id', 'channels', 'id'],
  ['orders', 'customer_id', 'customers', 'id'],
  ['stock_levels', 'sku_id', 'skus', 'id'],
  ['stock_levels', 'location_id', 'locations', 'id'],
  ['reservations', 'sku_id', 'skus', 'id'],
  ['reservations', 'location_id', 'locations', 'id'],
  ['stock_movements', 'sku_id', 'skus', 'id'],
  ['stock_movements', 'location_id', 'locations', 'id'],
  ['kit_components', 'kit_sku', 'skus', 'id'],
  ['kit_components', 'component_sku', 'skus', 'id'],
  ['location_channels', 'location_id', 'locations', 'id'],
  ['location_channels', 'channel_id', 'channels', 'id'],
  ['stock_documents', 'location_id', 'locations', 'id'],
  ['stock_document_lines', 'document_id', 'stock_documents', 'id'],
  ['transfers', 'from_location', 'locations', 'id'],
  ['transfers', 'to_location', 'locations', 'id'],
  ['transfer_lines', 'transfer_id', 'transfers', 'id'],
  ['idempotency_keys', 'order_id', 'orders', 'id'],
  ['payment_accounts', 'order_id', 'orders', 'id'],
  ['payments', 'order_id', 'payment_accounts', 'order_id'],
  ['payment_intents', 'payment_id', 'payments', 'id'],
  ['payment_intents', 'order_id', 'orders', 'id'],
  ['payments', 'connection_id', 'provider_connections', 'id'],
  ['provider_statements', 'connection_id', 'provider_connections', 'id'],
  ['statement_lines', 'connection_id', 'provider_connections', 'id'],
  ['statement_lines', 'ledger_id', 'payment_ledger', 'id'],
  ['payouts', 'connection_id', 'provider_connections', 'id'],
  ['differences', 'connection_id', 'provider_connections', 'id'],
  ['differences', 'order_id', 'orders', 'id'],
  ['journal_entries', 'order_id', 'orders', 'id'],
  ['journal_entries', 'payment_id', 'payments', 'id'],
  ['payment_terms', 'payment_id', 'payments', 'id'],
  ['payment_terms', 'order_id', 'orders', 'id'],
  ['payment_terms', 'customer_id', 'customers', 'id'],
  ['customer_credits', 'customer_id', 'customers', 'id'],
  ['stored_values', 'customer_id', 'customers', 'id'],
  ['stored_values', 'order_id', 'orders', 'id'],
  ['stored_values', 'moved_to', 'stored_values', 'id'],
  ['stored_value_movements', 'value_id', 'stored_values', 'id'],
  ['stored_value_movements', 'hold_id', 'stored_value_movements', 'id'],
  ['stored_value_movements', 'order_id', 'orders', 'id'],
  ['stored_value_movements', 'payment_id', 'payments', 'id'],
  ['refund_requests', 'order_id', 'orders', 'id'],
  ['risk_reviews', 'order_id', 'orders', 'id'],
  ['risk_signals', 'order_id', 'orders', 'id'],
  ['risk_signals', 'payment_id', 'payments', 'id'],
  ['risk_traces', 'order_id', 'orders', 'id'],
  ['payment_disputes', 'payment_id', 'payments', 'id'],
  ['payment_disputes', 'order_id', 'orders', 'id'],
  ['payment_ledger', 'payment_id', 'payments', 'id'],
  ['payment_ledger', 'order_id', 'orders', 'id'],
  ['payment_ledger', 'intent_id', 'payment_intents', 'id'],
  ['granted_refunds', 'order_id', 'orders', 'id'],
  ['note_mentions', 'order_id', 'orders', 'id'],
  ['note_mentions', 'user_id', 'users', 'id'],
  ['note_mentions', 'note_id', 'order_notes', 'id'],
  ['fulfillment_orders', 'order_id', 'orders', 'id'],
  ['fulfillment_orders', 'location_id', 'locations', 'id'],
  ['fulfillment_order_lines', 'fulfillment_order_id', 'fulfillment_orders', 'id'],
  ['fulfillment_order_lines', 'sku_id', 'skus', 'id'],
  ['parcels', 'order_id', 'orders', 'id'],
  ['parcels', 'fulfillment_order_id', 'fulfillment_orders', 'id'],
  ['parcels', 'location_id', 'locations', 'id'],
  ['parcel_lines', 'parcel_id', 'parcels', 'id'],
  ['parcel_lines', 'sku_id', 'skus', 'id'],
  ['reservations', 'fulfillment_order_id', 'fulfillment_orders', 'id'],
  ['tracking_events', 'parcel_id', 'parcels', 'id'],
  ['returns', 'order_id', 'orders', 'id'],
  ['returns', 'location_id', 'locations', 'id'],
  ['return_lines', 'return_id', 'returns', 'id'],
  ['return_lines', 'sku_id', 'skus', 'id'],
  ['return_items', 'return_id', 'returns', 'id'],
  ['return_items', 'sku_id', 'skus', 'id'],
  ['return_items', 'location_id', 'locations', 'id'],
  ['granted_refunds', 'return_id', 'returns', 'id'],
  ['exceptions', 'order_id', 'orders', 'id'],
  ['exceptions', 'sku_id', 'skus', 'id'],
  ['exceptions', 'location_id', 'locations', 'id'],
  ['exceptions', 'fulfillment_order_id', 'fulfillment_orders', 'id'],
  ['exceptions', 'parcel_id', 'parcels', 'id'],
  ['exceptions', 'payment_id', 'payments', 'id'],
  ['exceptions', 'return_id', 'returns', 'id'],
  ['exceptions', 'webhook_endpoint_id', 'webhook_endpoints', 'id'],
  ['exceptions', 'owner', 'users', 'id'],
  ['webhook_endpoint_health', 'endpoint_id', 'webhook_endpoints', 'id'],
  ['webhook_deliveries', 'endpoint_id', 'webhook_endpoints', 'id'],
  ['webhook_replays', 'endpoint_id', 'webhook_endpoints', 'id'],
  ['imported_orders', 'order_id', 'orders', 'id'],
  ['imported_orders', 'import_id', 'imports', 'id'],
  ['imported_orders', 'latest_import_id', 'imports', 'id'],
  ['import_rows', 'import_id', 'imports', 'id'],
  ['import_chunks', 'import_id', 'imports', 'id'],
  ['import_documents', 'import_id', 'imports', 'id'],
  ['past_documents', 'import_id', 'imports', 'id'],
  ['past_documents', 'channel_id', 'channels', 'id'],
  ['past_documents', 'customer_id', 'customers', 'id'],
  ['customers', 'merged_into', 'customers', 'id'],
  ['past_document_lines', 'document_id', 'past_documents', 'id'],
  ['past_document_lines', 'order_id', 'orders', 'id'],
  ['past_document_lines', 'sku_id', 'skus', 'id'],
  ['reservations', 'drop_id', 'drops', 'id'],
  ['drop_items', 'drop_id', 'drops', 'id'],
  ['drop_items', 'sku_id', 'skus', 'id'],
  ['drop_buyers', 'drop_id', 'drops', 'id'],
  ['drop_holds', 'drop_id', 'drops', 'id'],
  ['drop_holds', 'place_id', 'drop_places', 'id'],
  ['drop_places', 'drop_id', 'drops', 'id'],
  ['drop_places', 'sku_id', 'skus', 'id'],
  ['drop_sales', 'drop_id', 'drops', 'id'],
  ['drop_sales', 'order_id', 'orders', 'id'],
  ['drop_sales', 'sku_id', 'skus', 'id'],
  ['drop_minutes', 'drop_id', 'drops', 'id'],
  ['drop_engagement', 'drop_id', 'drops', 'id'],
];

export const logInvariants: readonly Invariant[] = [
  invariant(
    'positionsAreDense',
    'Positions of the log are dense from 1',
    `select 'log of the tenant' as subject,
            concat(coalesce(sum(event_count), 0), ' events, last position ',
                   coalesce(max(first_position + event_count - 1), 0)) as found,
            concat('head at ', coalesce((select last_position from log_heads where ${OWN}), 0))
              as expected
     from event_batches where ${OWN} and first_position is not null
     having coalesce(sum(event_count), 0) <> coalesce(max(first_position + event_count - 1), 0)
         or coalesce(sum(event_count), 0)
            <> coalesce((select last_position from log_heads where ${OWN}), 0)`,
  ),
  invariant(
    'batchesAreWhole',
    'Every batch has all its events and names their types, and every event has a batch',
    `with counted as (
       select batch_id, count(*) as events, array_agg(distinct type) as types
       from events where ${OWN} group by batch_id
     )
     select coalesce(batch.id, counted.batch_id) as subject,
            concat(coalesce(counted.events, 0), ' ', counted.types) as found,
            concat(coalesce(batch.event_count, 0), ' ', batch.types) as expected
     from (select * from event_batches where ${OWN}) as batch
     full join counted on counted.batch_id = batch.id
     where coalesce(counted.events, 0) <> coalesce(batch.event_count, 0)
        or not (batch.types @> counted.types and batch.types <@ counted.types)`,
  ),
  invariant(
    'versionsAreDense',
    'Versions of every subject are dense from 1, nothing is doubled',
    `select subject, concat(count(*), ' events up to version ', max(version)) as found,
            '1, 2, 3 …' as expected
     from events where ${OWN} group by subject
     having count(*) <> max(version) or count(distinct version) <> count(*)`,
  ),
  invariant(
    'versionsMatch',
    'The version of every entity is that of its newest event',
    `with newest as (
       select subject, max(version) as version from events where ${OWN} group by subject
     ), entities as (
       ${VERSIONED.map((table) => `select id, version from ${table} where ${OWN}`).join(' union all ')}
     )
     select entities.id as subject, entities.version as found, newest.version as expected
     from entities left join newest on newest.subject = entities.id
     where entities.version is distinct from newest.version`,
  ),
  invariant(
    'keysHaveOneEffect',
    'Every idempotency key that captured points at one order',
    `select key_hash as subject, count(distinct order_id)::text as found, '1 order' as expected
     from idempotency_keys where ${OWN} and order_id is not null
     group by key_hash having count(distinct order_id) > 1
     union all
     select key_hash, 'neither order nor answer', 'one of them'
     from idempotency_keys where ${OWN} and order_id is null and answer is null`,
  ),
  invariant(
    'referencesHold',
    'Every row refers only to rows of its own tenant that exist',
    REFERENCES.map(
      ([table, column, target, key]) =>
        `select concat('${table}.${column} ', ${column}) as subject, 'no such row' as found,
                'a row in ${target}' as expected
         from ${table} where ${OWN} and ${column} is not null
           and not exists (select from ${target} as target
                           where target.${OWN} and target.${key} = ${table}.${column})`,
    ).join(' union all '),
  ),
  invariant(
    'partitionsFit',
    'No row fell outside the partitions made for it',
    `select 'events' as subject, count(*) as found, 0 as expected
     from events where ${OWN} and tableoid = 'events_default'::regclass having count(*) > 0
     union all
     select 'stock_movements', count(*), 0 from stock_movements
     where ${OWN} and tableoid = 'stock_movements_default'::regclass having count(*) > 0`,
  ),
];
