// What a channel's orders get unless they say otherwise.

/** When stock is short: the whole order is refused, or it takes what there is and waits. */
export type StockPolicy = 'all-or-nothing' | 'partial-with-backorder';

/** Whether an order may come from several locations. */
export type SplitPolicy = 'allow' | 'forbid';
