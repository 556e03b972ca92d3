// What a person must look at: every type of exception, how bad it is, until when it should be
// dealt with, and what would mend it. Types are added with the rooms that raise them.

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface ExceptionKind {
  readonly severity: Severity;
  /** Hours until somebody should have dealt with it. */
  readonly deadlineHours: number;
  /** What is wrong, as a sentence without its numbers. */
  readonly title: string;
  /** What would mend it, best first: operations of the API, with what to say on the button. */
  readonly fixes: readonly Fix[];
  /** When it closes by itself. */
  readonly closes: string;
  /**
   * `cause`: the server knows whether it still stands, so nobody can say that it is done while it
   * is not; a person may only dismiss it. `person`: somebody who looked may say that it is done.
   */
  readonly closedBy: 'cause' | 'person';
}

export interface Fix {
  /** The id of the operation that does it; null: something to do in the real world. */
  readonly operation: string | null;
  readonly label: string;
}

const kinds = {
  'payment-declined': {
    severity: 'high',
    deadlineHours: 24,
    title: 'The payment was declined',
    fixes: [
      { operation: 'addPayment', label: 'Take another payment' },
      { operation: 'cancelOrder', label: 'Cancel the order' },
    ],
    closes: 'when the order is paid or canceled',
    closedBy: 'person',
  },
  'payment-failed': {
    severity: 'high',
    deadlineHours: 8,
    title: 'A capture, refund or void was refused by the provider',
    fixes: [{ operation: 'retryPayment', label: 'Try again' }],
    closes: 'when it succeeds',
    closedBy: 'person',
  },
  'payment-unanswered': {
    severity: 'medium',
    deadlineHours: 8,
    title: 'A payment provider does not say what became of a call',
    fixes: [
      { operation: null, label: 'Check the state of the provider' },
      { operation: 'retryPayment', label: 'Ask it again now' },
    ],
    closes: 'when it says what became of it',
    closedBy: 'person',
  },
  'payment-by-hand': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'Money is to be moved by hand',
    fixes: [{ operation: 'recordIntentResult', label: 'Record that it was done' }],
    closes: 'when it is recorded',
    closedBy: 'cause',
  },
  // Whoever sells on account ships first and is paid weeks later: no more than a reminder, with the
  // usual term of an invoice. Others see it by its type, and act sooner.
  'shipped-unpaid': {
    severity: 'low',
    deadlineHours: 14 * 24,
    title: 'An order left, and its money is waited for',
    fixes: [
      { operation: 'recordReceipt', label: 'Record that it came' },
      { operation: null, label: 'Ask the buyer for it' },
      { operation: 'grantRefund', label: 'Forgo it' },
    ],
    closes: 'when it is paid, or nothing of it is due any more',
    closedBy: 'person',
  },
  'payment-difference': {
    severity: 'high',
    deadlineHours: 24,
    title: 'A provider moved other money than was asked for',
    fixes: [{ operation: 'getOrderPayments', label: 'Compare the ledger with the provider' }],
    closes: 'when the amounts agree again',
    closedBy: 'person',
  },
  'refund-waiting': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'A refund waits for a second person',
    fixes: [{ operation: 'decideRefund', label: 'Agree to it' }],
    closes: 'when somebody else agrees to it or declines it',
    closedBy: 'cause',
  },
  'credit-waiting': {
    severity: 'medium',
    deadlineHours: 8,
    title: 'An order on terms is beyond the credit limit of its customer',
    fixes: [
      { operation: 'approveCredit', label: 'Give credit all the same' },
      { operation: 'addPayment', label: 'Take another payment' },
      { operation: 'cancelOrder', label: 'Cancel the order' },
    ],
    closes: 'when credit is given, or the order needs none any more',
    closedBy: 'cause',
  },
  'invoice-overdue': {
    severity: 'high',
    deadlineHours: 72,
    title: 'An invoice was not paid in time',
    fixes: [
      { operation: 'recordReceipt', label: 'Record that it was paid' },
      { operation: null, label: 'Remind the buyer' },
    ],
    closes: 'when it is paid, or nothing of it is owed any more',
    closedBy: 'person',
  },
  'risk-review': {
    severity: 'high',
    deadlineHours: 8,
    title: 'An order may be fraud',
    fixes: [{ operation: 'decideReview', label: 'Approve it' }],
    closes: 'when it is approved or declined',
    closedBy: 'cause',
  },
  'payment-disputed': {
    severity: 'high',
    deadlineHours: 72,
    title: 'A buyer disputes a payment',
    fixes: [
      { operation: null, label: 'Answer it at the provider, with the proof of delivery' },
      { operation: 'getOrderPayments', label: 'Look at the money of the order' },
    ],
    closes: 'when the provider says how it was decided',
    closedBy: 'person',
  },
  'authorization-expiring': {
    severity: 'high',
    deadlineHours: 24,
    title: 'Money that is held for an order will not be held for long',
    fixes: [
      { operation: null, label: 'Ship the order before it runs out' },
      { operation: 'addPayment', label: 'Take another payment' },
    ],
    closes: 'when nothing of it is held any more, or it is held for longer',
    closedBy: 'person',
  },
  'provider-connection-refused': {
    severity: 'critical',
    deadlineHours: 1,
    title: 'A payment provider refuses our credentials',
    fixes: [{ operation: null, label: 'Give the connection the secrets that the provider takes' }],
    closes: 'when the provider answers again',
    closedBy: 'cause',
  },
  'reconciliation-difference': {
    severity: 'high',
    deadlineHours: 48,
    title: 'A provider booked something else than the ledger says',
    fixes: [
      { operation: null, label: 'Compare it with the account at the provider' },
      { operation: 'resolveDifference', label: 'Explain why it is right so' },
    ],
    closes: 'when the difference is resolved',
    closedBy: 'cause',
  },
  'stock-below-promised': {
    severity: 'high',
    deadlineHours: 4,
    title: 'Less stock is there than was promised',
    fixes: [
      { operation: 'countStock', label: 'Count again' },
      { operation: 'receiveStock', label: 'Receive stock' },
      { operation: 'cancelOrder', label: 'Cancel orders that wait for it' },
    ],
    closes: 'when stock covers the promises again',
    closedBy: 'cause',
  },
  'cannot-source': {
    severity: 'high',
    deadlineHours: 8,
    title: 'No location can promise these units',
    fixes: [
      { operation: 'sourceOrder', label: 'Look for stock again' },
      { operation: 'cancelOrder', label: 'Cancel these units' },
    ],
    closes: 'when they are promised or canceled',
    closedBy: 'cause',
  },
  'unknown-sku': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'An order names a SKU that is not in the catalog',
    fixes: [
      { operation: 'createSku', label: 'Create the SKU' },
      { operation: 'cancelOrder', label: 'Cancel the line' },
    ],
    closes: 'when the catalog has the SKU, not as a kit, or the line is canceled or shipped',
    closedBy: 'cause',
  },
  'short-pick': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'Units were not where they should be',
    fixes: [{ operation: 'countStock', label: 'Count the SKU at this location' }],
    closes: 'when the SKU is counted there',
    closedBy: 'person',
  },
  'put-back': {
    severity: 'low',
    deadlineHours: 24,
    title: 'Canceled units are off their shelf',
    fixes: [{ operation: 'resolveException', label: 'Put them back and say so' }],
    closes: 'when somebody says that they are back, or they left all the same',
    closedBy: 'person',
  },
  'fulfillment-late': {
    severity: 'high',
    deadlineHours: 4,
    title: 'A fulfillment order missed its cut-off',
    fixes: [{ operation: null, label: 'Pick, pack and ship it next' }],
    closes: 'when it is shipped or canceled',
    closedBy: 'cause',
  },
  'shipped-beyond-asked': {
    severity: 'high',
    deadlineHours: 8,
    title: 'More was shipped than was open',
    fixes: [
      { operation: null, label: 'Stop the parcel at the carrier' },
      { operation: 'requestReturn', label: 'Ask for it back' },
    ],
    closes: 'when the units came back',
    closedBy: 'person',
  },
  'unknown-parcel': {
    severity: 'low',
    deadlineHours: 48,
    title: 'A carrier speaks of a parcel we do not know',
    fixes: [{ operation: 'shipParcel', label: 'Find the parcel and give it this number' }],
    closes: 'when a parcel has this tracking number',
    closedBy: 'cause',
  },
  'tracking-number-taken': {
    severity: 'medium',
    deadlineHours: 8,
    title: 'Two parcels have the same tracking number',
    fixes: [
      { operation: null, label: 'Give one of them its own number, as it leaves or after' },
      { operation: 'resolveException', label: 'Say that both travel under this number' },
    ],
    closes: 'when one of them gets another number or is voided',
    closedBy: 'person',
  },
  'parcel-lost': {
    severity: 'high',
    deadlineHours: 24,
    title: 'The carrier lost or damaged a parcel',
    fixes: [
      { operation: 'grantRefund', label: 'Refund the buyer' },
      { operation: null, label: 'Claim it from the carrier' },
    ],
    closes: 'when it is delivered after all, comes back, or what was in it is refunded',
    closedBy: 'person',
  },
  'delivery-failed': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'The carrier could not deliver a parcel',
    fixes: [{ operation: null, label: 'Ask the buyer for another address or time' }],
    closes: 'when it is delivered or came back',
    closedBy: 'person',
  },
  'return-before-delivery': {
    severity: 'low',
    deadlineHours: 72,
    title: 'Units came back that were never delivered',
    fixes: [{ operation: 'refundReturn', label: 'Refund the buyer' }],
    closes: 'when the delivery is recorded, or what came back is refunded',
    closedBy: 'person',
  },
  'unexpected-return': {
    severity: 'medium',
    deadlineHours: 48,
    title: 'Something came back that nobody expected',
    fixes: [
      { operation: 'resolveException', label: 'Find its order or keep it, and say so' },
      { operation: 'refundReturn', label: 'Refund the buyer' },
    ],
    closes: 'when somebody says what became of it',
    closedBy: 'person',
  },
  'webhook-failing': {
    severity: 'medium',
    deadlineHours: 24,
    title: 'A webhook endpoint does not take its events',
    fixes: [
      { operation: null, label: 'Mend the receiver, or correct its URL' },
      { operation: 'retryWebhookDeliveries', label: 'Send again what could not be delivered' },
      { operation: 'changeWebhookEndpoint', label: 'Switch the endpoint off' },
    ],
    closes: 'when a delivery succeeds',
    closedBy: 'person',
  },
  reported: {
    severity: 'medium',
    deadlineHours: 24,
    title: 'Somebody reported it',
    fixes: [{ operation: 'resolveException', label: 'Say that it is done' }],
    closes: 'when somebody says so',
    closedBy: 'person',
  },
} as const satisfies Record<string, ExceptionKind>;

export type ExceptionType = keyof typeof kinds;

export const EXCEPTION_KINDS: Readonly<Record<ExceptionType, ExceptionKind>> = kinds;

export const EXCEPTION_TYPES = Object.keys(kinds) as readonly ExceptionType[];

export const EXCEPTION_STATUSES = ['open', 'snoozed', 'closed'] as const;
export const RESOLUTIONS = ['cause-gone', 'resolved', 'dismissed'] as const;
