// Named stops on an order or a line. Many may stand at once; all must be released.

export const HOLD_REASONS = [
  'awaiting-payment',
  'high-risk-of-fraud',
  'incorrect-address',
  'inventory-out-of-stock',
  'credit-limit',
  'other',
] as const;

/** What a hold stops. */
export const HOLD_BLOCKS = ['release', 'payment', 'edit'] as const;
