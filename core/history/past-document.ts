// What of the past is no order: a credit note, an adjustment of money, a correction of stock.

/**
 * `credit`: money given back for what was sold · `adjustment`: money that moved for no goods, a bad
 * debt say · `write-off`: units that were lost, found or thrown away, for no money.
 */
export const PAST_DOCUMENT_KINDS = ['credit', 'adjustment', 'write-off'] as const;
export type PastDocumentKind = (typeof PAST_DOCUMENT_KINDS)[number];
