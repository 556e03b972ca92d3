// What a channel's orders get unless they say otherwise.

/** When stock is short: the whole order is refused, or it takes what there is and waits. */
export type StockPolicy = 'all-or-nothing' | 'partial-with-backorder';

/** Whether an order may come from several locations. */
export type SplitPolicy = 'allow' | 'forbid';

/** When the money of an order is captured: with the goods, or as soon as it is authorized. */
export type CaptureMoment = 'shipment' | 'authorization';
