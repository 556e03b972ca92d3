// The kinds of what happens to an order, as people look for it: each the beginnings of types of events.

export const TIMELINE_KINDS = {
  order: [
    'order.captured.',
    'order.canceled.',
    'order.imported.',
    'order.reimported.',
    'order.promise_changed.',
    'order.custom_fields_set.',
    'order.customer_changed.',
    'order.erased.',
  ],
  stock: ['order.backorder_filled.', 'order.sourced.', 'order.skus_matched.'],
  holds: ['order.held.', 'order.hold_', 'order.risk_told.', 'order.assessed.', 'order.review_'],
  notes: ['order.note_', 'order.tagged.', 'order.untagged.'],
  money: ['payment.', 'order.refund_'],
  fulfillment: ['order.released.', 'fulfillment.', 'parcel.'],
  returns: ['return.'],
} as const satisfies Record<string, readonly string[]>;

export type TimelineKind = keyof typeof TIMELINE_KINDS;
