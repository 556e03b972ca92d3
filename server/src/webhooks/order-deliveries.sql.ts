// SQL of what was sent of one subject.

import { statement } from '../db/statement.ts';
import { DELIVERY, type DeliveryRow } from './deliveries.sql.ts';

export interface SentRow extends DeliveryRow {
  readonly endpoint_id: string;
  readonly url: string;
}

// Few endpoints times the newest events of one subject ($2 at most), each looked up by key: an index
// by subject would cost every delivery more than this costs whoever looks.
export const selectDeliveriesOfSubject = statement<SentRow>(
  'webhooks.selectDeliveriesOfSubject',
  `select endpoint.id as endpoint_id, endpoint.url, delivery.*
   from (
     select id from events
     where tenant_id = (select current_tenant()) and subject = $1
     order by version desc limit $2
   ) as event
   cross join (
     select id, url from webhook_endpoints where tenant_id = (select current_tenant())
   ) as endpoint
   cross join lateral (
     select ${DELIVERY} from webhook_deliveries
     where tenant_id = (select current_tenant()) and endpoint_id = endpoint.id
       and event_id = event.id
   ) as delivery
   order by delivery.id desc limit $2`,
);
