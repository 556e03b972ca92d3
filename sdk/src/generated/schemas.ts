// Made by "npm run generate": do not edit.
// What requests and answers are made of, and the codes of errors.

export interface Address {
  readonly name?: string;
  readonly company?: string;
  readonly street?: string;
  readonly street2?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly phone?: string;
  readonly coordinates?: {
    readonly latitude: number;
    readonly longitude: number;
  };
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;

  /** The first characters of the secret */
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly revokedAt: string | null;

  /** To the minute; null: never */
  readonly lastUsedAt: string | null;
  readonly version: number;
}

export interface ApiRequest {
  /** As the header `x-request-id` of every answer, and `requestId` of every problem */
  readonly id: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly at: string;

  /** Its name in the API reference */
  readonly operation: string;
  readonly method: string;

  /** As the API reference writes it: without what was filled in */
  readonly path: string;
  readonly status: number;

  /** The code of the problem it was answered with */
  readonly error: string | null;

  /** Who asked, e.g. `user:usr_…` or `api-key:key_…` */
  readonly actor: string;
  readonly tookMs: number;
}

export interface Appearance {
  /** Of the company */
  readonly name: string;

  /** ISO 4217 */
  readonly currency: string;

  /** There are orders: it stays what it is */
  readonly currencyFixed: boolean;

  /** White words on it must be readable: a contrast of 4.5 */
  readonly accentColor: string | null;

  /** Of users who chose none */
  readonly language: ('en' | 'de' | 'ar') | null;

  /** Of users who chose none */
  readonly timeZone: string | null;

  /** Changes with the picture: `getLogo` */
  readonly logo: string | null;

  /** 0: never changed */
  readonly version: number;
}

export interface AuditEntry {
  readonly id: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly at: string;

  /** `user:usr_…`, `api-key:key_…` or `system:…` */
  readonly actor: string;

  /** What was done, such as `role.changed` */
  readonly type: string;

  /** The kind of thing it was done to, such as `role` */
  readonly kind: string;

  /** The id of the thing */
  readonly subject: string;

  /** From where; null for what Doorstep does by itself */
  readonly address: string | null;

  /** The id of the request */
  readonly request: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface BrowserSession {
  /** Send it as `x-csrf-token` with every write */
  readonly csrfToken: string;

  /** If it is not used until then */
  readonly expiresAt: string;
}

export interface Channel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;

  /** What an order gets when stock is short, unless it says otherwise */
  readonly stockPolicy: 'all-or-nothing' | 'partial-with-backorder';

  /** Whether an order may ship from several locations, unless it says otherwise */
  readonly splitPolicy: 'allow' | 'forbid';

  /** How long an unpaid order keeps its stock; null: until somebody cancels it */
  readonly paymentTimeoutMinutes: number | null;

  /** When money is captured: with the goods, or as soon as it is authorized */
  readonly captureAt: 'shipment' | 'authorization';

  /** How long after capture an order is released to its locations; null: by hand */
  readonly releaseAfterMinutes: number | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
}

export interface ChartOfAccounts {
  readonly accounts: readonly {
    readonly role:
      | 'bank'
      | 'clearing'
      | 'receivable'
      | 'disputes'
      | 'dispute-losses'
      | 'fees'
      | 'exchange'
      | 'store-credit'
      | 'gift-cards'
      | 'goodwill'
      | 'breakage'
      | 'unclear';

    /** Null: of every provider that has none of its own */
    readonly provider: string | null;
    readonly code: string;
    readonly name: string;
  }[];

  /** Nobody has set another one */
  readonly isDefault: boolean;

  /** A day by UTC: 2026-11-23 */
  readonly closedThrough: string | null;
  readonly version: number;
}

export interface Customer {
  readonly id: string;
  readonly externalId: string | null;

  /** In lower case; unique */
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly erasedAt: string | null;

  /** The same person: this one has no orders any more, only what it was known by */
  readonly mergedInto: string | null;
  readonly version: number;
}

export interface Difference {
  readonly id: string;
  readonly connection: string;
  readonly provider: string;

  /** What is likely the matter */
  readonly cause:
    | 'missing-in-ledger'
    | 'missing-at-provider'
    | 'amount-differs'
    | 'currency-differs'
    | 'fee-unknown'
    | 'fee-differs'
    | 'duplicate'
    | 'timing'
    | 'payout-differs'
    | 'kind-unknown';
  readonly status: 'open' | 'resolved';
  readonly about: 'line' | 'entry' | 'payout';
  readonly kind:
    | 'charge'
    | 'refund'
    | 'refund-reversal'
    | 'dispute'
    | 'dispute-reversal'
    | 'fee'
    | 'payout'
    | 'payout-reversal'
    | 'conversion'
    | 'other'
    | 'unknown'
    | 'authorized'
    | 'captured'
    | 'refunded'
    | 'voided'
    | 'returned'
    | 'disputed'
    | 'reinstated';

  /** What the provider calls it */
  readonly reference: string;
  readonly payment: string | null;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly ledger: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;
  readonly providerSays: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly foundAt: string;

  /** What can be done about it, what mends it most likely first */
  readonly resolutions: readonly ('record-fact' | 'fetch-again' | 'explain' | 'raise-exception')[];
  readonly resolution:
    | ('record-fact' | 'fetch-again' | 'explain' | 'raise-exception' | 'cause-gone')
    | null;
  readonly note: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly version: number;
}

export interface Exception {
  readonly id: string;
  readonly type:
    | 'payment-declined'
    | 'payment-failed'
    | 'payment-unanswered'
    | 'payment-by-hand'
    | 'shipped-unpaid'
    | 'payment-difference'
    | 'refund-waiting'
    | 'credit-waiting'
    | 'invoice-overdue'
    | 'risk-review'
    | 'payment-disputed'
    | 'authorization-expiring'
    | 'provider-connection-refused'
    | 'reconciliation-difference'
    | 'stock-below-promised'
    | 'cannot-source'
    | 'unknown-sku'
    | 'short-pick'
    | 'put-back'
    | 'fulfillment-late'
    | 'shipped-beyond-asked'
    | 'unknown-parcel'
    | 'tracking-number-taken'
    | 'parcel-lost'
    | 'delivery-failed'
    | 'return-before-delivery'
    | 'unexpected-return'
    | 'webhook-failing'
    | 'reported';
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly severity: 'low' | 'medium' | 'high' | 'critical';

  /** What is wrong */
  readonly title: string;

  /** What it is about, in words: order 1001, MUG at BER */
  readonly subject: string;

  /** When it closes by itself */
  readonly closes: string;
  readonly about: {
    readonly order: {
      readonly id: string;
      readonly number: string;
    } | null;
    readonly sku: {
      readonly id: string;
      readonly code: string;
    } | null;
    readonly location: {
      readonly id: string;
      readonly code: string;
    } | null;
    readonly fulfillmentOrder: {
      readonly id: string;
    } | null;
    readonly parcel: {
      readonly id: string;
      readonly trackingNumber: string | null;
    } | null;
    readonly payment: {
      readonly id: string;
      readonly provider: string;
    } | null;
    readonly return: {
      readonly id: string;
      readonly number: string;
    } | null;
    readonly webhookEndpoint: {
      readonly id: string;
      readonly url: string;
    } | null;
  };

  /** The facts behind it */
  readonly data: Readonly<Record<string, unknown>>;

  /** What would mend it, best first */
  readonly fixes: readonly {
    /** What to say on the button */
    readonly label: string;

    /** The id of an operation; null: something to do in the real world */
    readonly operation: string | null;
    readonly method: string | null;

    /** With its parameters filled in */
    readonly path: string | null;
    readonly params: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>> | null;

    /** JSON pointers into the body: what a person has to fill in. None: one click */
    readonly asks: readonly string[];
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly raisedAt: string;
  readonly raisedBy: string;

  /** How often its cause was seen */
  readonly times: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly seenAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deadline: string;
  readonly overdue: boolean;
  readonly owner: {
    readonly id: string;
    readonly name: string;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly snoozedUntil: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly resolution: ('cause-gone' | 'resolved' | 'dismissed') | null;
  readonly note: string | null;
  readonly version: number;
}

export interface ExportedOrder {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly externalId: string | null;
  readonly origin: 'captured' | 'imported';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly placedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly capturedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shipBy: string | null;

  /** Who says so: the channel, the next cut-off of its locations, or somebody who changed it */
  readonly promisedBy: ('channel' | 'cut-off' | 'changed') | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliverBy: string | null;

  /** ISO 4217 */
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly status: 'open' | 'on-hold' | 'completed' | 'canceled';
  readonly fulfillmentStatus:
    | 'none'
    | 'unfulfilled'
    | 'in-progress'
    | 'partially-fulfilled'
    | 'fulfilled'
    | 'delivered';
  readonly stockStatus: 'none' | 'promised' | 'backordered' | 'unpromised';
  readonly returnStatus: 'none' | 'partially-returned' | 'returned';
  readonly paymentStatus:
    | 'none'
    | 'pending'
    | 'authorized'
    | 'partially-paid'
    | 'paid'
    | 'partially-refunded'
    | 'refunded'
    | 'voided';

  /** Of an imported order: the word of where it came from */
  readonly statedPaymentStatus: string | null;
  readonly statedFulfillmentStatus: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly itemsMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly discountMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly taxMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly totalMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly canceledMinor: number;

  /** Refunds granted for what was not canceled */
  readonly grantedMinor: number;

  /** Money that went back to the buyer */
  readonly refundedMinor: number;
  readonly stockPolicy: string;
  readonly splitPolicy: string;
  readonly destinationCountry: string | null;
  readonly customer: {
    readonly id: string;
    readonly externalId: string | null;
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  } | null;

  /** As given with this order */
  readonly contact: {
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  };
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly lines: readonly {
    /** 1, 2, 3 … within the order */
    readonly number: number;

    /** What a kit is made of follows it as components; they are what is counted */
    readonly kind: 'item' | 'kit' | 'component';

    /** Of a component: the number of its kit */
    readonly kitLine: number | null;
    readonly externalId: string | null;
    readonly sku: string;

    /** Whether the catalog has the SKU */
    readonly isMatched: boolean;
    readonly title: string;
    readonly quantity: number;

    /** In the major unit, exact: "4.999" */
    readonly unitPrice: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** What the buyer pays: less discounts, plus taxes unless prices include them */
    readonly payableMinor: number;
    readonly discounts: readonly {
      readonly name: string;
      readonly code: string | null;

      /** What is taken off, as a positive number */
      readonly amountMinor: number;
    }[];
    readonly taxes: readonly {
      readonly name: string;

      /** A share: "0.19" */
      readonly rate: string | null;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
    readonly canceled: number;

    /** Neither canceled nor shipped */
    readonly open: number;
    readonly shipped: number;
    readonly delivered: number;
    readonly returned: number;
  }[];
  readonly shipping: readonly {
    readonly title: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly payableMinor: number;
    readonly discounts: readonly {
      readonly name: string;
      readonly code: string | null;

      /** What is taken off, as a positive number */
      readonly amountMinor: number;
    }[];
    readonly taxes: readonly {
      readonly name: string;

      /** A share: "0.19" */
      readonly rate: string | null;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
  }[];
  readonly tags: readonly string[];
  readonly notes: readonly {
    readonly body: string;
    readonly author: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];
  readonly customFields: Readonly<Record<string, unknown>>;
}

export interface GiftCard {
  readonly id: string;

  /** The end of its code */
  readonly lastFour: string;
  readonly state: 'active' | 'used' | 'expired' | 'disabled';

  /** ISO 4217 */
  readonly currency: string;

  /** What is there */
  readonly balanceMinor: number;

  /** How much of it orders were promised and have not spent yet */
  readonly heldMinor: number;

  /** What may be spent */
  readonly availableMinor: number;
  readonly customer: string | null;

  /** The order that it was sold with */
  readonly order: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly disabledAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly version: number;
}

export interface Hold {
  readonly id: string;
  readonly reason: string;
  readonly handle: string;
  readonly line: number | null;
  readonly note: string | null;
  readonly blocks: readonly string[];
  readonly owner: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly placedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
}

export interface Import {
  readonly id: string;
  readonly kind: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

  /** Null until somebody says how the file maps */
  readonly profile: string | null;
  readonly fileName: string;

  /** False: a dry run, until it is applied */
  readonly apply: boolean;
  readonly state:
    | 'receiving'
    | 'received'
    | 'reading'
    | 'planning'
    | 'ready'
    | 'applying'
    | 'done'
    | 'failed'
    | 'canceled'
    | 'undoing'
    | 'undone';
  readonly receivedBytes: number;
  readonly format: {
    readonly format: string;
    readonly gzip: boolean;
    readonly encoding: string;
    readonly delimiter: string | null;
  } | null;
  readonly rows: {
    readonly read: number;
    readonly refused: number;
  };
  readonly documents: {
    readonly total: number;
    readonly handled: number;

    /** By what it is: order, credit, adjustment, write-off, product, … */
    readonly create: Readonly<Record<string, number>>;

    /** By what it is: order, credit, adjustment, write-off, product, … */
    readonly change: Readonly<Record<string, number>>;

    /** By what it is: order, credit, adjustment, write-off, product, … */
    readonly skip: Readonly<Record<string, number>>;

    /** By what it is: order, credit, adjustment, write-off, product, … */
    readonly refuse: Readonly<Record<string, number>>;
  };
  readonly fields:
    | readonly {
        /** A column or path of the source */
        readonly field: string;

        /** How often it holds something */
        readonly filled: number;

        /** Where it goes; null: it is kept in the raw row only */
        readonly target: string | null;
      }[]
    | null;
  readonly error: {
    readonly code: string;
    readonly line: number | null;
    readonly detail: string;
    readonly suggestion: string;
  } | null;

  /** Whether `undoImport` would try to take it back */
  readonly undoable: boolean;
  readonly undo: {
    /** Documents that are as they were before */
    readonly undone: number;

    /** Documents that stay, each with a reason */
    readonly kept: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly at: string;
    readonly by: string;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface Location {
  readonly id: string;

  /** Small and stable; routing decisions name it */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly kind: 'warehouse' | 'store' | '3pl' | 'drop-ship';
  readonly address: {
    readonly street: string | null;
    readonly city: string | null;
    readonly region: string | null;
    readonly postalCode: string | null;

    /** ISO 3166-1 alpha-2 */
    readonly country: string;
  };
  readonly coordinates: {
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly coordinatesFrom: 'given' | 'postal-code' | 'country';
  readonly timeZone: string;

  /** HH:MM in the time zone of the location: until then an order is handled that day */
  readonly cutOff: string | null;

  /** Working days from the cut-off until an order leaves */
  readonly handlingDays: number;
  readonly calendar: {
    readonly open: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];

    /** Days off, as YYYY-MM-DD */
    readonly closed: readonly string[];
  };

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly nextCutOffAt: string | null;
  readonly capacityOrdersPerDay: number | null;
  readonly handlingCostMinor: number;
  readonly safetyStock: number;
  readonly active: boolean;
  readonly channels: readonly {
    readonly channel: string;
    readonly bufferUnits: number;
    readonly priority: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
}

export interface Me {
  readonly tenant: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;

    /** ISO 4217 */
    readonly currency: string;

    /** What holds for users who chose nothing: `changeAppearance` */
    readonly look: {
      readonly accentColor: string | null;
      readonly language: string | null;
      readonly timeZone: string | null;

      /** Changes with the picture: `getLogo` */
      readonly logo: string | null;
    };
  };
  readonly actor: {
    readonly kind: 'user' | 'api-key';
    readonly id: string;
    readonly name: string;
  };
  readonly scopes: readonly string[];
  readonly profile: Profile | null;
  readonly session: {
    readonly id: string;

    /** Of a browser session: `x-csrf-token` of every write */
    readonly csrfToken: string | null;
  } | null;

  /** Those this browser is signed in to; `switchTenant` goes from one to another */
  readonly tenants: readonly {
    readonly slug: string;
    readonly name: string;
    readonly current: boolean;
  }[];
}

export interface NewApiKey {
  readonly id: string;
  readonly name: string;

  /** The first characters of the secret */
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly revokedAt: string | null;

  /** To the minute; null: never */
  readonly lastUsedAt: string | null;
  readonly version: number;

  /** Shown this once; null when the request is repeated */
  readonly secret: string | null;
}

export interface NewOrder {
  readonly channel: string;

  /** Its id in the channel: a second arrival is the same order */
  readonly externalId?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly placedAt?: string;

  /** The latest that it may leave, as the channel promised: latest ship date, fulfill by. Left out, it is the next cut-off of the locations that promise its stock */
  readonly shipBy?: string;

  /** The latest that it may be there, as the channel promised: latest delivery date */
  readonly deliverBy?: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Default false */
  readonly pricesIncludeTax?: boolean;
  readonly lines: readonly {
    /** The code of a SKU; one we do not know becomes an unmatched line */
    readonly sku: string;
    readonly quantity: number;

    /** In the major unit, up to 6 places: "12.50". Rounded once per line */
    readonly unitPrice?: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly unitPriceMinor?: number;
    readonly title?: string;
    readonly externalId?: string;
    readonly taxes?: readonly {
      readonly name: string;

      /** "0.19" */
      readonly rate?: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
    readonly discounts?: readonly {
      readonly name: string;
      readonly code?: string;

      /** What is taken off, as a positive number */
      readonly amountMinor: number;
    }[];
  }[];
  readonly shipping?: readonly {
    readonly title: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly taxes?: readonly {
      readonly name: string;

      /** "0.19" */
      readonly rate?: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
    readonly discounts?: readonly {
      readonly name: string;
      readonly code?: string;

      /** What is taken off, as a positive number */
      readonly amountMinor: number;
    }[];
  }[];

  /** Charges besides shipping: gift wrap, a small order. Part of `shippingMinor` */
  readonly fees?: readonly {
    readonly title: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly taxes?: readonly {
      readonly name: string;

      /** "0.19" */
      readonly rate?: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
    readonly discounts?: readonly {
      readonly name: string;
      readonly code?: string;

      /** What is taken off, as a positive number */
      readonly amountMinor: number;
    }[];
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly totalMinor?: number;

  /** How it is paid; without `amountMinor`, what the others leave of the total. Left out, nobody here sees to the money */
  readonly payments?: readonly {
    /** Who moves the money: `manual`, or a provider of this installation */
    readonly provider: string;

    /** Minor units of the currency */
    readonly amountMinor?: number;

    /** Left out, that of the order */
    readonly currency?: string;

    /** Of a payment in another currency than its order, with `amountMinor`: stated, never looked up */
    readonly conversion?: {
      /** What all of the payment is worth, in minor units of the order’s currency */
      readonly orderAmountMinor: number;
    };

    /** The provider’s own name for the buyer’s means of payment; never a card number */
    readonly token?: string;
    readonly received?: {
      /** What the bank or the provider calls it */
      readonly reference: string;

      /** Minor units of the currency */
      readonly amountMinor?: number;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly receivedAt?: string;
    };

    /** Of a payment of the provider `terms`: the buyer pays an invoice later */
    readonly terms?: {
      /** The buyer’s own number for it */
      readonly purchaseOrder?: string;

      /** Days from the invoice to the payment */
      readonly netDays?: number;
    };
  }[];
  readonly customer?: {
    readonly email?: string;
    readonly name?: string;
    readonly phone?: string;
  };
  readonly shippingAddress?: Address;
  readonly billingAddress?: Address;

  /** The drop it buys from: lines of its SKUs take their units from the hold and the pool. Without `buyer`, the buyer is who made the hold, or the e-mail address of the customer */
  readonly drop?: {
    readonly id: string;
    readonly hold?: string;

    /** Who buys, as the channel knows them: its id of the buyer or an e-mail address, in any case. Only a digest of it is kept */
    readonly buyer?: string;
  };

  /** What the channel, or who pays for it, says of its risk */
  readonly risk?: {
    /** Who says it: a payment provider, a fraud service, the channel */
    readonly source: string;
    readonly level: 'normal' | 'elevated' | 'highest';
    readonly score?: number;
    readonly detail?: string;
  };
  readonly stockPolicy?: 'all-or-nothing' | 'partial-with-backorder';
  readonly splitPolicy?: 'allow' | 'forbid';
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly customFields?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface NewSecondFactor {
  /** In base32, to be typed; shown this once */
  readonly secret: string | null;

  /** `otpauth://…`, to be scanned */
  readonly uri: string | null;
}

export interface NewWebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly active: boolean;

  /** Why the server switched it off: it answered 410, or took nothing for five days */
  readonly disabledReason: ('gone' | 'failing') | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly disabledAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly previousSecretUntil: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
  readonly health: {
    /** Counted up to 1000 */
    readonly pending: number;

    /** Counted up to 1000 */
    readonly dead: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastSuccessAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastFailureAt: string | null;
    readonly lastFailure:
      | (
          | 'address-not-allowed'
          | 'connection-failed'
          | 'tls-failed'
          | 'timeout'
          | 'answer-invalid'
          | 'redirected'
          | 'gone'
          | 'refused'
          | 'event-missing'
        )
      | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly failingSince: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly pausedUntil: string | null;
  };

  /** `whsec_…`, shown this once; null when the request is repeated */
  readonly secret: string | null;
}

export interface NumberFormats {
  readonly orders: {
    /** Letters, digits and marks, at most 12; does not end with a digit */
    readonly prefix: string;

    /** Digits at least */
    readonly padding: number;
  };
  readonly returns: {
    /** Letters, digits and marks, at most 12; does not end with a digit */
    readonly prefix: string;

    /** Digits at least */
    readonly padding: number;
  };

  /** Orders of these channels, by the id of the channel */
  readonly channels: Readonly<
    Record<
      string,
      {
        /** Letters, digits and marks, at most 12; does not end with a digit */
        readonly prefix: string;

        /** Digits at least */
        readonly padding: number;
      }
    >
  >;

  /** 0: never changed */
  readonly version: number;
}

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly externalId: string | null;
  readonly customer: string | null;
  readonly status: 'open' | 'on-hold' | 'completed' | 'canceled';
  readonly fulfillmentStatus:
    | 'none'
    | 'unfulfilled'
    | 'in-progress'
    | 'partially-fulfilled'
    | 'fulfilled'
    | 'delivered';
  readonly stockStatus: 'none' | 'promised' | 'backordered' | 'unpromised';
  readonly returnStatus: 'none' | 'partially-returned' | 'returned';
  readonly paymentStatus:
    | 'none'
    | 'pending'
    | 'authorized'
    | 'partially-paid'
    | 'paid'
    | 'partially-refunded'
    | 'refunded'
    | 'voided';

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly totalMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly canceledMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;
  readonly units: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly placedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shipBy: string | null;

  /** Who says so: the channel, the next cut-off of its locations, or somebody who changed it */
  readonly promisedBy: ('channel' | 'cut-off' | 'changed') | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliverBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly capturedAt: string;

  /** Of an order of the past; null where it was captured here */
  readonly importedAt: string | null;
  readonly destinationCountry: string | null;
  readonly version: number;
  readonly stockPolicy: string;
  readonly splitPolicy: string;
  readonly totals: Totals;
  readonly lines: readonly {
    readonly id: string;
    readonly number: number;
    readonly kind: 'item' | 'kit' | 'component';
    readonly kitLine: number | null;
    readonly externalId: string | null;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;
    readonly unitPrice: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly payableMinor: number;
    readonly ordered: number;
    readonly canceled: number;
    readonly unpromised: number;
    readonly backordered: number;
    readonly reserved: number;
    readonly allocated: number;
    readonly picked: number;
    readonly packed: number;
    readonly shipped: number;
    readonly delivered: number;
    readonly returned: number;
    readonly overshipped: number;
    readonly reservations: readonly {
      readonly id: string;
      readonly location: string;
      readonly quantity: number;
    }[];
  }[];
  readonly charges: readonly {
    readonly number: number;
    readonly kind: string;
    readonly title: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly payableMinor: number;
  }[];
  readonly adjustments: readonly {
    readonly kind: 'tax' | 'discount';
    readonly line: number | null;
    readonly charge: number | null;
    readonly name: string;
    readonly code: string | null;
    readonly rate: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
  }[];
  readonly holds: readonly Hold[];
  readonly tags: readonly string[];
  readonly notes: readonly {
    readonly id: string;

    /** As it was written; `<@usr_…>` names a user */
    readonly body: string;

    /** With the names of those it names */
    readonly text: string;
    readonly mentions: readonly {
      readonly user: string;
      readonly name: string;
    }[];
    readonly author: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly editedAt: string | null;
  }[];
  readonly cancellations: readonly {
    readonly id: string;
    readonly reason: string;
    readonly note: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];
    readonly canceledBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly canceledAt: string;
  }[];
  readonly contact: {
    readonly email: string | null;
    readonly phone: string | null;
    readonly name: string | null;
    readonly shippingAddress: Readonly<Record<string, unknown>> | null;
    readonly billingAddress: Readonly<Record<string, unknown>> | null;
  };
  readonly customFields: Readonly<Record<string, unknown>>;

  /** The drop it was bought from */
  readonly drop: {
    readonly id: string;
    readonly name: string;
  } | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface PasswordResetLink {
  /** Of this server, shown this once; null for a repeat */
  readonly path: string | null;

  /** Where the server knows its own address, else null */
  readonly url: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;
}

export interface Payout {
  readonly id: string;
  readonly connection: string;

  /** What the provider calls it */
  readonly reference: string;
  readonly status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'canceled';

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** ISO 4217 */
  readonly currency: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly arrivesAt: string | null;

  /** The provider tells what it is made of */
  readonly isItemized: boolean;
  readonly lines: {
    readonly count: number;

    /** Less fees; equals the payout */
    readonly sumMinor: number;

    /** Of those that the ledger should know */
    readonly matched: number;

    /** That the ledger should know */
    readonly expected: number;
  } | null;
}

export interface Preferences {
  /** A language tag such as en or de-CH */
  readonly locale: string | null;

  /** A language tag such as en or de-CH */
  readonly numberFormat: string | null;

  /** An IANA name */
  readonly timeZone: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';

  /** Whether single keys are shortcuts */
  readonly singleKeys: boolean;
  readonly tourDone: boolean;

  /** The cards of the home screen in order; null: those of the role */
  readonly home: readonly string[] | null;
}

export interface Profile {
  readonly id: string;
  readonly email: string;
  readonly name: string;

  /** Lower case words with dashes, such as `night-shift` */
  readonly role: string;
  readonly version: number;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly preferences: Preferences;
}

export interface ProviderConnection {
  readonly id: string;

  /** As payments name it: `stripe`, `stripe-test`, `paypal`, `paypal-test` */
  readonly provider: string;
  readonly mode: 'test' | 'live';
  readonly name: string;

  /** What anybody may read */
  readonly settings: {
    /** Where payers come back to after 3-D Secure or their approval */
    readonly returnUrl?: string;
    readonly cancelUrl?: string;

    /** PayPal: the id of the webhook, which its signatures are over */
    readonly webhookId?: string;
  };

  /** New payments of this provider use it */
  readonly active: boolean;

  /** Where the provider is to send its webhooks */
  readonly webhookPath: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly secretsChangedAt: string;
  readonly version: number;
  readonly health: {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastSuccessAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastFailureAt: string | null;
    readonly lastFailure:
      | (
          | 'not-connected'
          | 'credentials'
          | 'rate-limited'
          | 'timeout'
          | 'unreachable'
          | 'unexpected'
        )
      | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly failingSince: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastNoticeAt: string | null;

    /** In the last 24 hours */
    readonly calls: number;

    /** Of those, not answered or refused credentials */
    readonly failedCalls: number;
  };

  /** What the last try came to: testProviderConnection */
  readonly trial: {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly at: string;
    readonly failure:
      | (
          | 'not-connected'
          | 'credentials'
          | 'rate-limited'
          | 'timeout'
          | 'unreachable'
          | 'unexpected'
        )
      | null;
    readonly detail: string | null;
  } | null;

  /** Up to when its balance was read; null: it keeps none */
  readonly statements: {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly readTo: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly nextAt: string | null;
  } | null;
}

export interface ProviderStatement {
  readonly id: string;
  readonly connection: string;
  readonly origin: 'api' | 'file';
  readonly fileName: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly from: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly to: string | null;

  /** `checking`: whether the ledger knows of more; `recalling`: whether open differences still stand */
  readonly state: 'reading' | 'checking' | 'recalling' | 'done' | 'failed';

  /** Bookings it held */
  readonly lines: number;

  /** Of those, told for the first time */
  readonly newLines: number;

  /** Found for the first time */
  readonly differences: number;
  readonly failure: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface ReceivedReport {
  readonly statement: ProviderStatement;

  /** Rows that could not be read, at most 100 of them */
  readonly unread: readonly {
    readonly row: number;
    readonly problem: string;
  }[];
}

export interface RecoveryCodes {
  /** Each works once in place of a code; shown this once, empty for a repeat */
  readonly recoveryCodes: readonly string[];
}

export interface RetentionRule {
  /** `requests` of the API, `deliveries` of webhooks, `sessions` that ended, `notes` on orders, and what is personal in `orders` that are finished */
  readonly kind: 'requests' | 'deliveries' | 'sessions' | 'notes' | 'orders';
  readonly keepDays: number;
  readonly on: boolean;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly nextRunAt: string | null;
  readonly keepDaysMin: number;
  readonly keepDaysMax: number;

  /** 0: never changed */
  readonly version: number;
}

export interface RetentionRun {
  /** `requests` of the API, `deliveries` of webhooks, `sessions` that ended, `notes` on orders, and what is personal in `orders` that are finished */
  readonly kind: 'requests' | 'deliveries' | 'sessions' | 'notes' | 'orders';

  /** What was older than this was erased */
  readonly before: string;
  readonly erased: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface Review {
  readonly order: string;
  readonly number: string;
  readonly channel: string;
  readonly customer: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly totalMinor: number;

  /** ISO 4217 */
  readonly currency: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly placedAt: string;
  readonly state: 'waiting' | 'clear' | 'review' | 'approved' | 'declined';
  readonly score: number;
  readonly reasons: readonly {
    readonly kind: 'velocity' | 'address-mismatch' | 'first-order-over' | 'provider-level';
    readonly score: number;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];

  /** Of the order: send it with the decision */
  readonly version: number;
}

export interface Role {
  /** Lower case words with dashes, such as `night-shift` */
  readonly code: string;

  /** Null for a role that every tenant has */
  readonly id: string | null;

  /** Null for a role that every tenant has */
  readonly name: string | null;
  readonly scopes: readonly string[];

  /** How many users have it, disabled ones too */
  readonly users: number;
  readonly version: number | null;
}

export interface Session {
  readonly token: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;
}

export interface Settings {
  readonly appearance: Appearance;
  readonly numbers: NumberFormats;
  readonly reasons: {
    readonly cancellation: {
      readonly items: readonly {
        readonly code: string;
        readonly name: string | null;

        /** No longer to be chosen */
        readonly retired: boolean;
      }[];

      /** 0: never changed */
      readonly version: number;
    };
    readonly return: {
      readonly items: readonly {
        readonly code: string;
        readonly name: string | null;

        /** No longer to be chosen */
        readonly retired: boolean;
      }[];

      /** 0: never changed */
      readonly version: number;
    };
    readonly refund: {
      readonly items: readonly {
        readonly code: string;
        readonly name: string | null;

        /** No longer to be chosen */
        readonly retired: boolean;
      }[];

      /** 0: never changed */
      readonly version: number;
    };
    readonly adjustment: {
      readonly items: readonly {
        readonly code: string;
        readonly name: string | null;

        /** No longer to be chosen */
        readonly retired: boolean;
      }[];

      /** 0: never changed */
      readonly version: number;
    };
    readonly hold: {
      readonly items: readonly {
        readonly code: string;
        readonly name: string | null;

        /** No longer to be chosen */
        readonly retired: boolean;
      }[];

      /** 0: never changed */
      readonly version: number;
    };
  };
}

export interface Sku {
  readonly id: string;
  readonly code: string;
  readonly title: string;

  /** The first of `barcodes` */
  readonly barcode: string | null;
  readonly barcodes: readonly string[];
  readonly weightGrams: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly price: {
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;
  readonly active: boolean;

  /** What a kit is made of; empty for a plain SKU */
  readonly components: readonly {
    readonly sku: string;
    readonly skuId: string;
    readonly quantity: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
}

export interface StockLevel {
  readonly sku: string;
  readonly skuId: string;
  readonly location: string;
  readonly locationId: string;
  readonly onHand: number;

  /** On hand less reserved, damaged, in quality control and safety stock */
  readonly available: number;
  readonly reserved: number;

  /** The firm part of reserved */
  readonly allocated: number;
  readonly damaged: number;
  readonly qualityControl: number;
  readonly safetyStock: number;
  readonly incoming: number;
  readonly inTransit: number;

  /** Units promised or blocked beyond what is here: a recorded difference */
  readonly shortfall: number;
}

export interface Totals {
  /** ISO 4217 */
  readonly currency: string;
  readonly pricesIncludeTax: boolean;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly itemsMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly discountMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly taxMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly totalMinor: number;
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;

  /** Lower case words with dashes, such as `night-shift` */
  readonly role: string;

  /** Whether signing in needs a code as well */
  readonly secondFactor: boolean;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly disabledAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
}

export interface UserSession {
  readonly id: string;
  readonly kind: 'browser' | 'token';

  /** What the client says it is, in words */
  readonly device: string;

  /** Where it was opened from */
  readonly address: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** To the minute */
  readonly lastUsedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;

  /** The session of this request */
  readonly current: boolean;
}

export interface WebhookDelivery {
  readonly id: string;

  /** The id of the event, sent as `webhook-id` */
  readonly event: string;
  readonly eventType: string;
  readonly position: number;
  readonly replay: string | null;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly attempts: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly nextAttemptAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
  readonly lastAttempt: {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly at: string;

    /** The HTTP status of the answer, if any */
    readonly status: number | null;
    readonly error:
      | (
          | 'address-not-allowed'
          | 'connection-failed'
          | 'tls-failed'
          | 'timeout'
          | 'answer-invalid'
          | 'redirected'
          | 'gone'
          | 'refused'
          | 'event-missing'
        )
      | null;

    /** The first bytes of the answer, up to 1,000 characters */
    readonly answer: string | null;
    readonly tookMs: number;
  } | null;
}

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly active: boolean;

  /** Why the server switched it off: it answered 410, or took nothing for five days */
  readonly disabledReason: ('gone' | 'failing') | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly disabledAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly previousSecretUntil: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly version: number;
  readonly health: {
    /** Counted up to 1000 */
    readonly pending: number;

    /** Counted up to 1000 */
    readonly dead: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastSuccessAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastFailureAt: string | null;
    readonly lastFailure:
      | (
          | 'address-not-allowed'
          | 'connection-failed'
          | 'tls-failed'
          | 'timeout'
          | 'answer-invalid'
          | 'redirected'
          | 'gone'
          | 'refused'
          | 'event-missing'
        )
      | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly failingSince: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly pausedUntil: string | null;
  };
}

export interface WebhookReplay {
  readonly id: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly since: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly until: string;
  readonly eventTypes: readonly string[];
  readonly state: 'running' | 'done' | 'canceled';

  /** Events of the log that were looked at */
  readonly lookedAt: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly reached: string;

  /** Deliveries that were queued */
  readonly queued: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

/** Why the server said no; docs/errors.md says what to do about each. */
export type ErrorCode =
  | 'validation-failed'
  | 'body-not-json'
  | 'cursor-invalid'
  | 'not-authenticated'
  | 'sign-in-failed'
  | 'second-factor-needed'
  | 'second-factor-wrong'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'password-wrong'
  | 'password-reset-invalid'
  | 'not-a-browser-session'
  | 'cross-site-request'
  | 'role-unknown'
  | 'role-in-use'
  | 'api-key-over'
  | 'not-allowed'
  | 'not-found'
  | 'route-not-found'
  | 'already-exists'
  | 'version-conflict'
  | 'idempotency-in-flight'
  | 'idempotency-key-reused'
  | 'body-too-large'
  | 'channel-unknown'
  | 'location-unknown'
  | 'sku-unknown'
  | 'customer-erased'
  | 'customer-merged'
  | 'sku-inactive'
  | 'barcode-invalid'
  | 'kit-invalid'
  | 'place-unknown'
  | 'time-zone-unknown'
  | 'reason-unknown'
  | 'contrast-too-low'
  | 'currency-in-use'
  | 'picture-unreadable'
  | 'insufficient-stock'
  | 'drop-unknown'
  | 'sku-not-in-drop'
  | 'drop-not-running'
  | 'drop-limit-reached'
  | 'drop-sold-out'
  | 'drop-hold-not-open'
  | 'drop-buyer-needed'
  | 'drop-over'
  | 'drop-not-switched'
  | 'provider-connection-busy'
  | 'provider-connection-invalid'
  | 'webhook-signature-invalid'
  | 'report-unreadable'
  | 'period-invalid'
  | 'difference-resolved'
  | 'difference-not-recordable'
  | 'note-missing'
  | 'chart-invalid'
  | 'books-closed'
  | 'order-total-mismatch'
  | 'order-has-too-many-lines'
  | 'payment-provider-unknown'
  | 'payments-exceed-total'
  | 'payment-not-converted'
  | 'conversion-differs'
  | 'payment-in-other-currency'
  | 'payment-exceeds-missing'
  | 'nothing-to-pay'
  | 'nothing-to-retry'
  | 'reference-taken'
  | 'refund-beyond-role'
  | 'refund-not-captured'
  | 'order-without-customer'
  | 'refund-own-request'
  | 'refund-decided'
  | 'refund-needs-approval'
  | 'not-on-terms'
  | 'credit-not-waiting'
  | 'refund-exceeds-due'
  | 'gift-card-unknown'
  | 'stored-value-too-low'
  | 'credit-beyond-role'
  | 'expiry-past'
  | 'bulk-action-over'
  | 'nothing-to-cancel'
  | 'not-cancelable'
  | 'not-returnable'
  | 'return-not-open'
  | 'return-decided'
  | 'not-refundable'
  | 'nothing-to-refund'
  | 'line-unknown'
  | 'order-on-hold'
  | 'order-not-paid'
  | 'nothing-to-release'
  | 'nothing-to-source'
  | 'nothing-to-pack'
  | 'nothing-to-ship'
  | 'location-needed'
  | 'work-changed'
  | 'parcel-not-packed'
  | 'carrier-unknown'
  | 'note-not-yours'
  | 'too-many-notes'
  | 'order-under-review'
  | 'nothing-to-review'
  | 'hold-follows-cause'
  | 'hold-handle-taken'
  | 'hold-not-open'
  | 'backorder-cap-too-low'
  | 'stock-would-be-negative'
  | 'transfer-received'
  | 'transfer-canceled'
  | 'stock-changed-since'
  | 'exception-closed'
  | 'exception-cause-stands'
  | 'user-unknown'
  | 'not-a-user'
  | 'webhook-url-not-allowed'
  | 'event-type-unknown'
  | 'too-many-webhook-endpoints'
  | 'webhook-endpoint-inactive'
  | 'webhook-secret-overlaps'
  | 'webhook-delivery-not-dead'
  | 'profile-unknown'
  | 'profile-invalid'
  | 'import-not-receiving'
  | 'import-offset-differs'
  | 'import-too-large'
  | 'import-not-ready'
  | 'import-not-received'
  | 'import-not-undoable'
  | 'import-ended'
  | 'last-admin'
  | 'rate-limited'
  | 'overloaded'
  | 'database-unavailable'
  | 'internal-error';
