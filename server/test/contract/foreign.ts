// What the tests of tenants know of the other tenant.

/** Stands in every free text of the other tenant. */
export const MARK = 'planted-by-the-other';

/** Ids and codes of the other tenant; its codes are known to nobody else. */
export interface Foreign {
  readonly slug: string;
  readonly user: string;
  readonly role: string;
  readonly session: string;
  readonly request: string;
  readonly key: string;
  readonly customer: string;
  readonly sku: string;
  readonly channel: string;
  readonly location: string;
  readonly order: string;
  readonly view: string;
  readonly bulk: string;
  readonly line: string;
  readonly hold: string;
  readonly note: string;
  readonly reservation: string;
  readonly expectation: string;
  readonly transfer: string;
  readonly stockEntry: string;
  readonly fulfillmentOrder: string;
  readonly parcel: string;
  readonly return: string;
  readonly payment: string;
  readonly intent: string;
  readonly giftCard: string;
  readonly giftCardCode: string;
  readonly connection: string;
  readonly statement: string;
  readonly payout: string;
  readonly difference: string;
  readonly exception: string;
  readonly endpoint: string;
  readonly replay: string;
  readonly import: string;
  readonly pastOrder: string;
  readonly drop: string;
  readonly dropHold: string;
  readonly dropPlace: string;
}

export interface Attempt {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of a body of JSON. */
  readonly bytes?: string;
  readonly told: string;
}
