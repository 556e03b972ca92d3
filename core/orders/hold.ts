// Named stops on an order or a line. Many may stand at once; all must be released.

/** What a hold stops. */
export const HOLD_BLOCKS = ['release', 'payment', 'edit'] as const;
