// What the log says of customers: ids only.

import type { CustomerId } from '@doorstep/core/ids.ts';
import type { NewEvent } from '../db/append-events.ts';

/** The first event of a customer, whoever made it. */
export function customerCreated(id: CustomerId): NewEvent {
  return { type: 'customer.created.v1', subject: id, version: 1, data: {} };
}
