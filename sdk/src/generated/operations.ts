// Made by "npm run generate": do not edit.
// The operations of the API: their methods, and how each is sent.

import type { ListMethod, NoInput, OperationFacts, Page, RequestOptions } from '../operation.ts';
import type { LogEvent } from './events.ts';
import type {
  ApiKey,
  ApiRequest,
  Appearance,
  AuditEntry,
  BrowserSession,
  Channel,
  ChartOfAccounts,
  Customer,
  Difference,
  Exception,
  GiftCard,
  Hold,
  Import,
  Location,
  Me,
  NewApiKey,
  NewOrder,
  NewSecondFactor,
  NewWebhookEndpoint,
  NumberFormats,
  Order,
  PasswordResetLink,
  Payout,
  Preferences,
  Profile,
  ProviderConnection,
  ProviderStatement,
  RecoveryCodes,
  RetentionRule,
  RetentionRun,
  Review,
  Role,
  Session,
  Settings,
  Sku,
  StockLevel,
  Totals,
  User,
  UserSession,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookReplay,
} from './schemas.ts';

export interface ListEventsInput {
  /** The position you have seen last; 0 for the beginning */
  readonly after?: number;

  /** Default 50 */
  readonly limit?: number;

  /** The newest ones, whatever `after` says; default false */
  readonly newest?: boolean;
}

export interface ListEventsAnswer {
  readonly items: readonly LogEvent[];
  readonly nextAfter: number;
}

export interface EndSessionInput {
  readonly session: string;
}

export interface EndSessionsInput {
  /** Another user than yourself: needs access:read */
  readonly user?: string;

  /** Default false */
  readonly keepCurrent?: boolean;
}

export interface ListSessionsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Another user than yourself: needs access:read */
  readonly user?: string;
}

export interface RedeemPasswordResetInput {
  /** The slug of the tenant */
  readonly tenant: string;
  readonly token: string;
  readonly password: string;
}

export interface RequestPasswordResetInput {
  /** The slug of the tenant */
  readonly tenant: string;
  readonly email: string;
}

export interface SignInInput {
  /** The slug of the tenant */
  readonly tenant: string;
  readonly email: string;
  readonly password: string;

  /** Of the second factor: six digits, or a recovery code */
  readonly code?: string;
}

export interface SignInBrowserInput {
  /** The slug of the tenant */
  readonly tenant: string;
  readonly email: string;
  readonly password: string;

  /** Of the second factor: six digits, or a recovery code */
  readonly code?: string;
}

export interface SwitchTenantInput {
  /** The slug of the tenant */
  readonly tenant: string;
}

export interface BeginSecondFactorInput {
  /** The one you sign in with */
  readonly password: string;
}

export interface ChangePasswordInput {
  /** The one you sign in with */
  readonly current: string;
  readonly password: string;
}

export interface ChangePreferencesInput {
  /** A language tag such as en or de-CH */
  readonly locale?: string | null;

  /** A language tag such as en or de-CH */
  readonly numberFormat?: string | null;

  /** An IANA name */
  readonly timeZone?: string | null;
  readonly theme?: 'system' | 'light' | 'dark';
  readonly density?: 'comfortable' | 'compact';

  /** Whether single keys are shortcuts */
  readonly singleKeys?: boolean;
  readonly tourDone?: boolean;

  /** The cards of the home screen in order; null: those of the role */
  readonly home?: readonly string[] | null;
}

export interface ChangeProfileInput {
  readonly name: string;

  /** The version you read */
  readonly version?: number;
}

export interface ConfirmSecondFactorInput {
  readonly code: string;
}

export interface RemoveSecondFactorInput {
  /** The one you sign in with */
  readonly password: string;
}

export interface ReplaceRecoveryCodesInput {
  /** The one you sign in with */
  readonly password: string;
}

export interface ChangeUserInput {
  readonly user: string;
  readonly name?: string;

  /** Lower case words with dashes, such as `night-shift` */
  readonly role?: string;
  readonly disabled?: boolean;
  readonly password?: string;

  /** The version you read */
  readonly version?: number;
}

export interface CreateApiKeyInput {
  readonly name: string;
  readonly scopes: readonly (
    | 'access:read'
    | 'access:write'
    | 'customers:read'
    | 'customers:write'
    | 'catalog:read'
    | 'catalog:write'
    | 'locations:read'
    | 'locations:write'
    | 'stock:read'
    | 'stock:write'
    | 'drops:read'
    | 'drops:write'
    | 'orders:read'
    | 'orders:write'
    | 'payments:read'
    | 'payments:write'
    | 'payments:approve'
    | 'risk:read'
    | 'risk:write'
    | 'fulfillment:read'
    | 'fulfillment:write'
    | 'returns:read'
    | 'returns:write'
    | 'exceptions:read'
    | 'exceptions:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'reports:read'
    | 'history:read'
    | 'history:write'
    | 'events:read'
    | 'settings:read'
    | 'settings:write'
    | 'audit:read'
    | 'verify:run'
  )[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt?: string | null;
}

export interface CreateUserInput {
  readonly email: string;
  readonly name: string;

  /** Lower case words with dashes, such as `night-shift` */
  readonly role: string;
  readonly password: string;
}

export interface IssuePasswordResetInput {
  readonly user: string;
}

export interface ListApiKeysInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListUsersInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ResetSecondFactorInput {
  readonly user: string;
}

export interface RevokeApiKeyInput {
  readonly key: string;
}

export interface RollApiKeyInput {
  readonly key: string;

  /** Default 24 */
  readonly overlapHours?: number;
}

export interface UnlockUserInput {
  readonly user: string;
}

export interface ChangeRoleInput {
  readonly role: string;
  readonly name?: string;
  readonly scopes?: readonly (
    | 'access:read'
    | 'access:write'
    | 'customers:read'
    | 'customers:write'
    | 'catalog:read'
    | 'catalog:write'
    | 'locations:read'
    | 'locations:write'
    | 'stock:read'
    | 'stock:write'
    | 'drops:read'
    | 'drops:write'
    | 'orders:read'
    | 'orders:write'
    | 'payments:read'
    | 'payments:write'
    | 'payments:approve'
    | 'risk:read'
    | 'risk:write'
    | 'fulfillment:read'
    | 'fulfillment:write'
    | 'returns:read'
    | 'returns:write'
    | 'exceptions:read'
    | 'exceptions:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'reports:read'
    | 'history:read'
    | 'history:write'
    | 'events:read'
    | 'settings:read'
    | 'settings:write'
    | 'audit:read'
    | 'verify:run'
  )[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface CreateRoleInput {
  /** Lower case words with dashes, such as `night-shift` */
  readonly code: string;
  readonly name: string;
  readonly scopes: readonly (
    | 'access:read'
    | 'access:write'
    | 'customers:read'
    | 'customers:write'
    | 'catalog:read'
    | 'catalog:write'
    | 'locations:read'
    | 'locations:write'
    | 'stock:read'
    | 'stock:write'
    | 'drops:read'
    | 'drops:write'
    | 'orders:read'
    | 'orders:write'
    | 'payments:read'
    | 'payments:write'
    | 'payments:approve'
    | 'risk:read'
    | 'risk:write'
    | 'fulfillment:read'
    | 'fulfillment:write'
    | 'returns:read'
    | 'returns:write'
    | 'exceptions:read'
    | 'exceptions:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'reports:read'
    | 'history:read'
    | 'history:write'
    | 'events:read'
    | 'settings:read'
    | 'settings:write'
    | 'audit:read'
    | 'verify:run'
  )[];
}

export interface DeleteRoleInput {
  readonly role: string;
}

export interface ListColleaguesAnswer {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
  }[];
}

export interface GetRequestInput {
  /** As the header `x-request-id` of every answer, and `requestId` of every problem */
  readonly request: string;
}

export interface ListRequestsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Only those answered with a problem; default false */
  readonly failed?: boolean;
  readonly operation?: string;
}

export interface ExportAuditInput {
  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv';

  /** As entries have it */
  readonly actor?: string;
  readonly kind?: string;
  readonly subject?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly since?: string;

  /** Before this moment */
  readonly until?: string;
}

export interface ListAuditInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** As entries have it */
  readonly actor?: string;
  readonly kind?: string;
  readonly subject?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly since?: string;

  /** Before this moment */
  readonly until?: string;
}

export interface ListAuditAnswer {
  readonly items: readonly AuditEntry[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;
}

export interface ChangeAppearanceInput {
  readonly name?: string;

  /** ISO 4217 */
  readonly currency?: string;

  /** White words on it must be readable: a contrast of 4.5 */
  readonly accentColor?: string | null;
  readonly language?: ('en' | 'de' | 'ar') | null;

  /** An IANA name */
  readonly timeZone?: string | null;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangeNumberFormatsInput {
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

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangeReasonsInput {
  readonly kind: 'cancellation' | 'return' | 'refund' | 'adjustment' | 'hold';
  readonly items: readonly {
    readonly code: string;
    readonly name: string | null;

    /** No longer to be chosen */
    readonly retired: boolean;
  }[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangeReasonsAnswer {
  readonly items: readonly {
    readonly code: string;
    readonly name: string | null;

    /** No longer to be chosen */
    readonly retired: boolean;
  }[];

  /** 0: never changed */
  readonly version: number;
}

export interface PutLogoInput {
  /** Its bytes in base64 */
  readonly picture: string;
}

export interface ChangeRetentionInput {
  /** `requests` of the API, `deliveries` of webhooks, `sessions` that ended, `notes` on orders, and what is personal in `orders` that are finished */
  readonly kind: 'requests' | 'deliveries' | 'sessions' | 'notes' | 'orders';
  readonly keepDays: number;
  readonly on: boolean;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface GetRetentionAnswer {
  readonly rules: readonly RetentionRule[];
  readonly runs: readonly RetentionRun[];
}

export interface PreviewRetentionInput {
  /** `requests` of the API, `deliveries` of webhooks, `sessions` that ended, `notes` on orders, and what is personal in `orders` that are finished */
  readonly kind: 'requests' | 'deliveries' | 'sessions' | 'notes' | 'orders';
  readonly keepDays?: number;
}

export interface PreviewRetentionAnswer {
  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly before: string;

  /** Counted up to 10,000 */
  readonly count: number;

  /** There are more than were counted */
  readonly isMore: boolean;
}

export interface ChangeCustomerInput {
  readonly customer: string;
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;

  /** The version you read */
  readonly version?: number;
}

export interface CreateCustomerInput {
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
}

export interface EraseCustomerInput {
  readonly customer: string;
}

export interface GetCustomerInput {
  readonly customer: string;
}

export interface ListCustomersInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Words or the beginning of one */
  readonly search?: string;
}

export interface MergeCustomersInput {
  readonly customer: string;
  readonly from: string;

  /** The version you read */
  readonly version?: number;

  /** The version you read */
  readonly fromVersion?: number;
}

export interface MergeCustomersAnswer {
  readonly customer: Customer;
  readonly from: {
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
  };

  /** Orders that moved */
  readonly orders: number;
}

export interface PreviewMergeInput {
  readonly customer: string;
  readonly from: string;
}

export interface PreviewMergeAnswer {
  readonly customer: Customer;
  readonly from: {
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
  };

  /** How this customer is known afterwards */
  readonly after: {
    readonly externalId: string | null;
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  };

  /** The fields it takes from `from` */
  readonly gained: readonly string[];

  /** What it is found by as well */
  readonly alsoKnownAs: {
    readonly externalId: string | null;
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  };

  /** Orders that would move; `countMax` is so many or more */
  readonly orders: number;

  /** Orders it has now */
  readonly ownOrders: number;
  readonly countMax: number;
}

export interface ChangeSkuInput {
  /** The id or the code */
  readonly sku: string;
  readonly title?: string;

  /** Goes first, and the others stay; null takes the first away */
  readonly barcode?: string | null;

  /** All of them, the first is what it goes by; no two SKUs have the same */
  readonly barcodes?: readonly string[];
  readonly weightGrams?: number | null;
  readonly lengthMm?: number | null;
  readonly widthMm?: number | null;
  readonly heightMm?: number | null;
  readonly price?: {
    /** Minor units of the currency: 1250 is 12.50 EUR */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;
  readonly active?: boolean;
  readonly components?: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];

  /** The version you read */
  readonly version?: number;
}

export interface CreateSkuInput {
  readonly code: string;
  readonly title: string;

  /** Goes first, and the others stay; null takes the first away */
  readonly barcode?: string | null;

  /** All of them, the first is what it goes by; no two SKUs have the same */
  readonly barcodes?: readonly string[];
  readonly weightGrams?: number | null;
  readonly lengthMm?: number | null;
  readonly widthMm?: number | null;
  readonly heightMm?: number | null;
  readonly price?: {
    /** Minor units of the currency: 1250 is 12.50 EUR */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;
  readonly active?: boolean;
  readonly components?: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface GetSkuInput {
  /** The id or the code */
  readonly sku: string;
}

export interface ListSkusInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Words or the beginning of one */
  readonly search?: string;
}

export interface UpsertSkusInput {
  readonly items: readonly {
    readonly code: string;
    readonly title?: string;

    /** Goes first, and the others stay; null takes the first away */
    readonly barcode?: string | null;

    /** All of them, the first is what it goes by; no two SKUs have the same */
    readonly barcodes?: readonly string[];
    readonly weightGrams?: number | null;
    readonly lengthMm?: number | null;
    readonly widthMm?: number | null;
    readonly heightMm?: number | null;
    readonly price?: {
      /** Minor units of the currency: 1250 is 12.50 EUR */
      readonly amountMinor: number;

      /** ISO 4217 */
      readonly currency: string;
    } | null;
    readonly active?: boolean;
    readonly components?: readonly {
      /** The code or the id of a SKU */
      readonly sku: string;
      readonly quantity: number;
    }[];
  }[];
}

export interface UpsertSkusAnswer {
  readonly items: readonly {
    readonly code: string;
    readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
    readonly id: string | null;
    readonly version: number | null;
    readonly refusal: {
      /** One of the error codes */
      readonly code: string;
      readonly detail: string;
      readonly data?: Readonly<Record<string, unknown>>;
    } | null;
  }[];
}

export interface ChangeChannelInput {
  /** The id or the code */
  readonly channel: string;
  readonly code?: string;
  readonly name?: string;
  readonly active?: boolean;

  /** What an order gets when stock is short, unless it says otherwise */
  readonly stockPolicy?: 'all-or-nothing' | 'partial-with-backorder';

  /** Whether an order may ship from several locations, unless it says otherwise */
  readonly splitPolicy?: 'allow' | 'forbid';

  /** How long an unpaid order keeps its stock; null: until somebody cancels it */
  readonly paymentTimeoutMinutes?: number | null;

  /** When money is captured: with the goods, or as soon as it is authorized */
  readonly captureAt?: 'shipment' | 'authorization';

  /** How long after capture an order is released to its locations; null: by hand */
  readonly releaseAfterMinutes?: number | null;

  /** The version you read */
  readonly version?: number;
}

export interface CreateChannelInput {
  readonly code: string;
  readonly name: string;
  readonly active?: boolean;

  /** What an order gets when stock is short, unless it says otherwise */
  readonly stockPolicy?: 'all-or-nothing' | 'partial-with-backorder';

  /** Whether an order may ship from several locations, unless it says otherwise */
  readonly splitPolicy?: 'allow' | 'forbid';

  /** How long an unpaid order keeps its stock; null: until somebody cancels it */
  readonly paymentTimeoutMinutes?: number | null;

  /** When money is captured: with the goods, or as soon as it is authorized */
  readonly captureAt?: 'shipment' | 'authorization';

  /** How long after capture an order is released to its locations; null: by hand */
  readonly releaseAfterMinutes?: number | null;
}

export interface GetChannelInput {
  /** The id or the code */
  readonly channel: string;
}

export interface ListChannelsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ChangeLocationInput {
  /** The id or the code */
  readonly location: string;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: 'warehouse' | 'store' | '3pl' | 'drop-ship';
  readonly address?: {
    readonly street?: string | null;
    readonly city?: string | null;
    readonly region?: string | null;
    readonly postalCode?: string | null;

    /** ISO 3166-1 alpha-2 */
    readonly country: string;
  };

  /** IANA, e.g. Europe/Berlin */
  readonly timeZone?: string;

  /** Without them: the middle of the postal area, else of the country */
  readonly coordinates?: {
    readonly latitude: number;
    readonly longitude: number;
  } | null;

  /** HH:MM in the time zone of the location: until then an order is handled that day */
  readonly cutOff?: string | null;
  readonly handlingDays?: number;
  readonly calendar?: {
    readonly open: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];

    /** Days off, as YYYY-MM-DD */
    readonly closed: readonly string[];
  };
  readonly capacityOrdersPerDay?: number | null;

  /** Of one order, in minor units of the tenant’s currency */
  readonly handlingCostMinor?: number;
  readonly safetyStock?: number;
  readonly active?: boolean;
  readonly channels?: readonly {
    /** The code of the channel */
    readonly channel: string;

    /** Units of every SKU that are kept back here from the channel */
    readonly bufferUnits?: number;

    /** 1, unless told: its locations are asked in this order, whatever they cost */
    readonly priority?: number;
  }[];

  /** The version you read */
  readonly version?: number;
}

export interface CreateLocationInput {
  readonly code: string;
  readonly name: string;
  readonly kind: 'warehouse' | 'store' | '3pl' | 'drop-ship';
  readonly address: {
    readonly street?: string | null;
    readonly city?: string | null;
    readonly region?: string | null;
    readonly postalCode?: string | null;

    /** ISO 3166-1 alpha-2 */
    readonly country: string;
  };

  /** IANA, e.g. Europe/Berlin */
  readonly timeZone: string;

  /** Without them: the middle of the postal area, else of the country */
  readonly coordinates?: {
    readonly latitude: number;
    readonly longitude: number;
  } | null;

  /** HH:MM in the time zone of the location: until then an order is handled that day */
  readonly cutOff?: string | null;
  readonly handlingDays?: number;
  readonly calendar?: {
    readonly open: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];

    /** Days off, as YYYY-MM-DD */
    readonly closed: readonly string[];
  };
  readonly capacityOrdersPerDay?: number | null;

  /** Of one order, in minor units of the tenant’s currency */
  readonly handlingCostMinor?: number;
  readonly safetyStock?: number;
  readonly active?: boolean;
  readonly channels?: readonly {
    /** The code of the channel */
    readonly channel: string;

    /** Units of every SKU that are kept back here from the channel */
    readonly bufferUnits?: number;

    /** 1, unless told: its locations are asked in this order, whatever they cost */
    readonly priority?: number;
  }[];
}

export interface GetLocationInput {
  /** The id or the code */
  readonly location: string;
}

export interface ListLocationsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface GetAvailabilityInput {
  /** How old the answer may be, in milliseconds; 0 for what is committed now; default 250 */
  readonly maxAgeMs?: number;

  /** Codes or ids, up to 50, separated by commas */
  readonly sku: string;
  readonly channel?: string;
}

export interface GetAvailabilityAnswer {
  /** When the oldest of it was so */
  readonly asOf: string;
  readonly items: readonly {
    readonly sku: string;
    readonly channel: string;
    readonly availableToSell: number;

    /** Units that may be sold beyond that */
    readonly backorderRoom: number;
  }[];
}

export interface ListReservationsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** The code or the id of a SKU */
  readonly sku: string;

  /** The code or the id of a stock location */
  readonly location: string;
}

export interface ListReservationsItem {
  readonly id: string;
  readonly sku: string;
  readonly location: string;
  readonly quantity: number;
  readonly owner: {
    readonly kind: string;
    readonly id: string | null;
    readonly reference: string | null;

    /** The number of the order, the name of the drop */
    readonly number: string | null;
  };

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;
}

export interface ListStockLevelsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** The code or the id of a SKU */
  readonly sku?: string;

  /** The code or the id of a stock location */
  readonly location?: string;
}

export interface ListStockMovementsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** The code or the id of a SKU */
  readonly sku: string;

  /** The code or the id of a stock location */
  readonly location: string;
}

export interface ListStockMovementsItem {
  readonly id: string;
  readonly type:
    | 'expected'
    | 'received'
    | 'adjusted'
    | 'counted'
    | 'reclassified'
    | 'dispatched'
    | 'arriving'
    | 'arrived'
    | 'lost-in-transit'
    | 'called-back'
    | 'reserved'
    | 'released'
    | 'allocated'
    | 'shipped'
    | 'short'
    | 'returned'
    | 'expectation-closed';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly recordedAt: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly damaged: number;
  readonly qualityControl: number;
  readonly incoming: number;
  readonly inTransit: number;

  /** The order, document, transfer or reservation behind it */
  readonly cause: string;
  readonly reason: string | null;
  readonly actor: string;
}

export interface ReleaseReservationInput {
  readonly reservation: string;
}

export interface ReserveStockInput {
  /** The code or the id of a SKU */
  readonly sku: string;

  /** The code or the id of a stock location */
  readonly location: string;
  readonly quantity: number;
  readonly owner: {
    readonly kind: 'cart' | 'quote' | 'other';

    /** What you call the owner */
    readonly reference: string;
  };
  readonly expiresInSeconds?: number;
}

export interface ReserveStockAnswer {
  readonly id: string;
  readonly sku: string;
  readonly location: string;
  readonly quantity: number;
  readonly owner: {
    readonly kind: string;
    readonly id: string | null;
    readonly reference: string | null;

    /** The number of the order, the name of the drop */
    readonly number: string | null;
  };

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;
}

export interface SetBackorderLimitInput {
  /** The code or the id of a SKU */
  readonly sku: string;
  readonly cap: number;
}

export interface SetBackorderLimitAnswer {
  readonly sku: string;
  readonly cap: number;
  readonly backordered: number;
}

export interface SetSafetyStockInput {
  /** The code or the id of a SKU */
  readonly sku: string;

  /** The code or the id of a stock location */
  readonly location: string;
  readonly safetyStock: number | null;
}

export interface AdjustStockInput {
  /** The code or the id of a stock location */
  readonly location: string;
  readonly reason: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface AdjustStockAnswer {
  readonly id: string;
  readonly kind: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** The levels it touched, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface CancelTransferInput {
  readonly transfer: string;
}

export interface CancelTransferAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'in-transit' | 'received' | 'canceled';
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dispatchedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly received: number | null;
  }[];
}

export interface CountStockInput {
  /** The code or the id of a stock location */
  readonly location: string;

  /** Your own number for it */
  readonly reference?: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly counted: number;
  }[];
}

export interface CountStockAnswer {
  readonly id: string;
  readonly kind: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** The levels it touched, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface DispatchTransferInput {
  /** The code or the id of a stock location */
  readonly from: string;

  /** The code or the id of a stock location */
  readonly to: string;

  /** Your own number for it */
  readonly reference?: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface DispatchTransferAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'in-transit' | 'received' | 'canceled';
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dispatchedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly received: number | null;
  }[];
}

export interface ExpectStockInput {
  /** The code or the id of a stock location */
  readonly location: string;

  /** Your own number for it */
  readonly reference?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expectedAt: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface ExpectStockAnswer {
  readonly id: string;
  readonly kind: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** The levels it touched, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface GetTransferInput {
  readonly transfer: string;
}

export interface GetTransferAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'in-transit' | 'received' | 'canceled';
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dispatchedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly received: number | null;
  }[];
}

export interface ReceiveStockInput {
  /** The code or the id of a stock location */
  readonly location: string;

  /** Your own number for it */
  readonly reference?: string;
  readonly expectation?: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface ReceiveStockAnswer {
  readonly id: string;
  readonly kind: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** The levels it touched, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface ReceiveTransferInput {
  readonly transfer: string;
  readonly lines?: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface ReceiveTransferAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'in-transit' | 'received' | 'canceled';
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dispatchedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly received: number | null;
  }[];
}

export interface ReclassifyStockInput {
  /** The code or the id of a stock location */
  readonly location: string;
  readonly from: 'available' | 'damaged' | 'quality-control';
  readonly to: 'available' | 'damaged' | 'quality-control';
  readonly reason: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface ReclassifyStockAnswer {
  readonly id: string;
  readonly kind: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** The levels it touched, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface EnterStockInput {
  readonly reason: string;
  readonly levels: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;

    /** The code or the id of a stock location */
    readonly location: string;
    readonly onHand: number;
    readonly seenOnHand?: number;
  }[];
}

export interface EnterStockAnswer {
  readonly id: string;
  readonly reason: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly reverses: string | null;
  readonly changes: readonly {
    readonly sku: string;
    readonly location: string;
    readonly onHandBefore: number;
    readonly onHandAfter: number;
  }[];

  /** The levels it names, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface ReverseStockEntryInput {
  readonly entry: string;
}

export interface ReverseStockEntryAnswer {
  readonly id: string;
  readonly reason: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly reverses: string | null;
  readonly changes: readonly {
    readonly sku: string;
    readonly location: string;
    readonly onHandBefore: number;
    readonly onHandAfter: number;
  }[];

  /** The levels it names, as they are now */
  readonly levels: readonly StockLevel[];
}

export interface GetStockSumsInput {
  /** The code or the id of a SKU */
  readonly sku: string;

  /** The code or the id of a stock location */
  readonly location: string;
}

export interface GetStockSumsAnswer {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly movements: {
    readonly count: number;
    readonly onHand: number;
    readonly reserved: number;
  };
  readonly reservations: {
    readonly count: number;
    readonly quantity: number;
  };
}

export interface ListStockGridInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Words or the beginning of one */
  readonly search?: string;

  /** Not together with `search` */
  readonly lowAt?: number;
}

export interface ListStockGridItem {
  readonly sku: string;
  readonly skuId: string;
  readonly title: string;
  readonly active: boolean;

  /** Where the SKU has a level, by code of the location */
  readonly levels: readonly StockLevel[];
}

export interface ChangeDropInput {
  readonly drop: string;
  readonly name?: string;

  /** What the video platform or the shop calls it */
  readonly reference?: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt?: string;

  /** Units of the drop that one buyer may have, held and bought */
  readonly limitPerBuyer?: number | null;

  /** The longest a cart may hold units; 600 where nothing is said */
  readonly holdSeconds?: number;

  /** How long an offer to the first in the queue stands; 120 if not said */
  readonly offerSeconds?: number;

  /** The version you read */
  readonly version?: number;
}

export interface ChangeDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface ChangePoolInput {
  readonly drop: string;

  /** The code or the id of a SKU */
  readonly sku: string;

  /** Units that come or go, and where */
  readonly pool?: readonly {
    /** The code or the id of a stock location */
    readonly location: string;
    readonly units: number;
  }[];

  /** Units that may be sold without stock once the pool is gone */
  readonly preorderCap?: number;
}

export interface ChangePoolAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface CreateDropInput {
  readonly name: string;

  /** What the video platform or the shop calls it */
  readonly reference?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;

  /** Units of the drop that one buyer may have, held and bought */
  readonly limitPerBuyer?: number;

  /** The longest a cart may hold units; 600 where nothing is said */
  readonly holdSeconds?: number;

  /** How long an offer to the first in the queue stands; 120 if not said */
  readonly offerSeconds?: number;

  /** Plain SKUs, each once */
  readonly items: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;

    /** Units to set apart, and where */
    readonly pool?: readonly {
      /** The code or the id of a stock location */
      readonly location: string;
      readonly units: number;
    }[];

    /** Units that may be sold without stock once the pool is gone */
    readonly preorderCap?: number;
  }[];
}

export interface CreateDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface GetDropInput {
  readonly drop: string;
}

export interface GetDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface ListDropsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListDropsItem {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface PauseDropInput {
  readonly drop: string;
}

export interface PauseDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface ResumeDropInput {
  readonly drop: string;
}

export interface ResumeDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface StopDropInput {
  readonly drop: string;

  /** Default false */
  readonly releaseHolds?: boolean;
}

export interface StopDropAnswer {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startsAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly endsAt: string;
  readonly limitPerBuyer: number | null;
  readonly holdSeconds: number;
  readonly offerSeconds: number;
  readonly items: readonly {
    readonly sku: string;

    /** In the pool, held and sold */
    readonly setApart: number;
    readonly pooled: number;
    readonly held: number;
    readonly sold: number;

    /** Went to general sale when the drop was over */
    readonly released: number;
    readonly preorderCap: number;
    readonly preordered: number;

    /** Buyers in the queue who were not offered anything yet */
    readonly waiting: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly stoppedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly soldOutAt: string | null;
  readonly version: number;
}

export interface GetDropFiguresInput {
  readonly drop: string;
}

export interface GetDropFiguresAnswer {
  readonly drop: string;
  readonly status: 'planned' | 'running' | 'paused' | 'sold-out' | 'stopped' | 'ended';
  readonly pooled: number;
  readonly held: number;
  readonly sold: number;
  readonly released: number;
  readonly preordered: number;

  /** Places in the queue */
  readonly waiting: number;

  /** Sold of all units ever set apart, from 0 to 1 */
  readonly sellThrough: number;

  /** Sales of the last hour by minute, newest first; minutes without are left out */
  readonly minutes: readonly {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly minute: string;
    readonly orders: number;
    readonly sold: number;
    readonly preordered: number;
  }[];

  /** Holds and orders that were refused: by the process that answers, since it started. Watch how it grows */
  readonly refusals: {
    readonly soldOut: number;
    readonly limitReached: number;
    readonly notRunning: number;
  };

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly at: string;
}

export interface GetDropHoldInput {
  readonly drop: string;
  readonly hold: string;
}

export interface GetDropHoldAnswer {
  readonly id: string;
  readonly drop: string;
  readonly place: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;
}

export interface GetQueuePlaceInput {
  readonly drop: string;
  readonly place: string;
}

export interface GetQueuePlaceAnswer {
  readonly id: string;
  readonly drop: string;
  readonly sku: string;
  readonly quantity: number;
  readonly state: 'waiting' | 'offered' | 'bought' | 'lapsed' | 'left' | 'over';

  /** 1 is the next; null once it waits no more */
  readonly position: number | null;

  /** What those ahead want */
  readonly unitsAhead: number | null;
  readonly offer: {
    readonly id: string;
    readonly drop: string;
    readonly place: string | null;
    readonly lines: readonly {
      readonly sku: string;
      readonly quantity: number;
    }[];

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly joinedAt: string;
}

export interface HoldUnitsInput {
  readonly drop: string;

  /** Who buys, as the channel knows them: its id of the buyer or an e-mail address, in any case. Only a digest of it is kept */
  readonly buyer: string;
  readonly lines: readonly {
    /** The code or the id of a SKU */
    readonly sku: string;
    readonly quantity: number;
  }[];

  /** At most the `holdSeconds` of the drop, which also stand where nothing is said */
  readonly seconds?: number;
}

export interface HoldUnitsAnswer {
  readonly id: string;
  readonly drop: string;
  readonly place: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;
}

export interface JoinQueueInput {
  readonly drop: string;

  /** Who buys, as the channel knows them: its id of the buyer or an e-mail address, in any case. Only a digest of it is kept */
  readonly buyer: string;

  /** The code or the id of a SKU */
  readonly sku: string;
  readonly quantity: number;
}

export interface JoinQueueAnswer {
  readonly id: string;
  readonly drop: string;
  readonly sku: string;
  readonly quantity: number;
  readonly state: 'waiting' | 'offered' | 'bought' | 'lapsed' | 'left' | 'over';

  /** 1 is the next; null once it waits no more */
  readonly position: number | null;

  /** What those ahead want */
  readonly unitsAhead: number | null;
  readonly offer: {
    readonly id: string;
    readonly drop: string;
    readonly place: string | null;
    readonly lines: readonly {
      readonly sku: string;
      readonly quantity: number;
    }[];

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly joinedAt: string;
}

export interface LeaveQueueInput {
  readonly drop: string;
  readonly place: string;
}

export interface ListEngagementInput {
  readonly drop: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListEngagementItem {
  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly minute: string;

  /** The most at once */
  readonly viewers: number;
  readonly adds: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
}

export interface RecordEngagementInput {
  readonly drop: string;
  readonly counts: readonly {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly at: string;
    readonly viewers?: number;
    readonly adds?: number;
    readonly likes?: number;
    readonly comments?: number;
    readonly shares?: number;
  }[];
}

export interface ReleaseDropHoldInput {
  readonly drop: string;
  readonly hold: string;
}

export interface CaptureOrderAnswer {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly externalId: string | null;
  readonly customer: string | null;

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
  readonly stock: 'promised' | 'backordered' | 'unpromised';
  readonly paymentStatus:
    | 'none'
    | 'pending'
    | 'authorized'
    | 'partially-paid'
    | 'paid'
    | 'partially-refunded'
    | 'refunded'
    | 'voided';
  readonly totals: Totals;
  readonly lines: readonly {
    readonly id: string;
    readonly number: number;
    readonly kind: 'item' | 'kit' | 'component';
    readonly kitLine: number | null;
    readonly sku: string;
    readonly quantity: number;
    readonly reserved: number;
    readonly backordered: number;
    readonly unpromised: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
  }[];
  readonly reservations: readonly {
    readonly id: string;
    readonly line: number;
    readonly location: string;
    readonly quantity: number;
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly provider: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;
  }[];
  readonly drop?: {
    readonly id: string;
    readonly sold: number;

    /** Sold without stock, for the pool was gone: among the backordered units */
    readonly preordered: number;
  };
}

export interface CancelOrderInput {
  /** The id or the number of an order */
  readonly order: string;

  /** One of the tenant’s list: `getSettings` */
  readonly reason: string;
  readonly note?: string;
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface CountOrdersInput {
  /** Words or the beginning of one */
  readonly search?: string;

  /** One or several: open, on-hold, completed, canceled */
  readonly status?: string;

  /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
  readonly fulfillmentStatus?: string;

  /** One or several: none, promised, backordered, unpromised */
  readonly stockStatus?: string;

  /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
  readonly paymentStatus?: string;

  /** One or several: none, partially-returned, returned */
  readonly returnStatus?: string;

  /** Code of a channel, or several */
  readonly channel?: string;
  readonly customer?: string;
  readonly tag?: string;

  /** With one of these tags */
  readonly anyTag?: string;

  /** With all of these tags */
  readonly allTags?: string;

  /** Where it goes: one or several of ISO 3166-1 alpha-2 */
  readonly country?: string;

  /** One or several of ISO 4217 */
  readonly currency?: string;

  /** With a line of this SKU code */
  readonly sku?: string;

  /** Promised or worked on at this location */
  readonly location?: string;

  /** With an open hold for one of these reasons */
  readonly holdReason?: string;

  /** With an open exception, or without */
  readonly hasException?: boolean;

  /** With an open exception of one of these types */
  readonly exceptionType?: string;

  /** Captured here, or imported as history */
  readonly origin?: 'captured' | 'imported';

  /** Placed at this time or later */
  readonly placedFrom?: string;

  /** Placed before this time */
  readonly placedTo?: string;

  /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
  readonly promiseRisk?: string;

  /** To ship by this time or later */
  readonly shipByFrom?: string;

  /** To ship by before this time */
  readonly shipByTo?: string;

  /** Something happened to it since */
  readonly updatedFrom?: string;

  /** Of this total or more, in minor units */
  readonly totalFrom?: number;

  /** Of this total or less, in minor units */
  readonly totalTo?: number;
}

export interface CountOrdersAnswer {
  readonly orders: number;

  /** Otherwise there are at least so many */
  readonly isExact: boolean;
  readonly behind: number;

  /** By status */
  readonly status: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By fulfillment status */
  readonly fulfillmentStatus: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By stock status */
  readonly stockStatus: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By payment status */
  readonly paymentStatus: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By return status */
  readonly returnStatus: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By currency */
  readonly currency: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** By the code of the channel */
  readonly channel: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** `true` or `false` */
  readonly hasException: readonly {
    readonly value: string;
    readonly orders: number;
  }[];

  /** `captured` or `imported` */
  readonly origin: readonly {
    readonly value: string;
    readonly orders: number;
  }[];
}

export interface ExplainRoutingInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface ExplainRoutingAnswer {
  readonly decisions: readonly {
    readonly id: string;
    readonly kind: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string;
    readonly rule: string;
    readonly demands: readonly {
      readonly sku: string;
      readonly quantity: number;
      readonly missing: number;
    }[];
    readonly picks: readonly {
      readonly sku: string;
      readonly location: string;
      readonly quantity: number;
    }[];
    readonly candidates: readonly {
      readonly location: string;
      readonly outcome:
        | 'chosen'
        | 'ranked-lower'
        | 'too-little-stock'
        | 'no-stock'
        | 'inactive'
        | 'channel-not-served'
        | 'was-short';

      /** The outcome in words */
      readonly reason: string;
      readonly handlingCostMinor: number | null;
      readonly distanceKm: number | null;
      readonly available:
        | readonly {
            readonly sku: string;
            readonly units: number;
          }[]
        | null;
    }[];

    /** Locations after these, not named one by one */
    readonly othersCount: number;
  }[];
}

export interface GetOrderInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface GetOrderTimelineInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly afterVersion?: number;
  readonly beforeVersion?: number;
  readonly sort?: 'oldest' | 'newest';
  readonly kind?: 'order' | 'stock' | 'holds' | 'notes' | 'money' | 'fulfillment' | 'returns';

  /** Default 100 */
  readonly limit?: number;
}

export interface GetOrderTimelineAnswer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextAfterVersion: number | null;
  readonly nextBeforeVersion: number | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface ListOrdersInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Words or the beginning of one */
  readonly search?: string;

  /** One or several: open, on-hold, completed, canceled */
  readonly status?: string;

  /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
  readonly fulfillmentStatus?: string;

  /** One or several: none, promised, backordered, unpromised */
  readonly stockStatus?: string;

  /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
  readonly paymentStatus?: string;

  /** One or several: none, partially-returned, returned */
  readonly returnStatus?: string;

  /** Code of a channel, or several */
  readonly channel?: string;
  readonly customer?: string;
  readonly tag?: string;

  /** With one of these tags */
  readonly anyTag?: string;

  /** With all of these tags */
  readonly allTags?: string;

  /** Where it goes: one or several of ISO 3166-1 alpha-2 */
  readonly country?: string;

  /** One or several of ISO 4217 */
  readonly currency?: string;

  /** With a line of this SKU code */
  readonly sku?: string;

  /** Promised or worked on at this location */
  readonly location?: string;

  /** With an open hold for one of these reasons */
  readonly holdReason?: string;

  /** With an open exception, or without */
  readonly hasException?: boolean;

  /** With an open exception of one of these types */
  readonly exceptionType?: string;

  /** Captured here, or imported as history */
  readonly origin?: 'captured' | 'imported';

  /** Placed at this time or later */
  readonly placedFrom?: string;

  /** Placed before this time */
  readonly placedTo?: string;

  /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
  readonly promiseRisk?: string;

  /** To ship by this time or later */
  readonly shipByFrom?: string;

  /** To ship by before this time */
  readonly shipByTo?: string;

  /** Something happened to it since */
  readonly updatedFrom?: string;

  /** Of this total or more, in minor units */
  readonly totalFrom?: number;

  /** Of this total or less, in minor units */
  readonly totalTo?: number;

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort?:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';
}

export interface ListOrdersItem {
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

  /** Whom it is for */
  readonly name: string | null;
  readonly tags: readonly string[];

  /** Of its open holds */
  readonly holdReasons: readonly string[];

  /** Of its open exceptions */
  readonly exceptionTypes: readonly string[];

  /** When something last happened to it; null for a moment after its capture */
  readonly updatedAt: string | null;
}

export interface ListOrdersAnswer {
  readonly items: readonly ListOrdersItem[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;

  /** Events of the log that this page does not know yet */
  readonly behind: number;

  /** The one order that the search names, by number, external id or alone */
  readonly match: string | null;
}

export interface AddNoteInput {
  /** The id or the number of an order */
  readonly order: string;

  /** Names users as `<@usr_…>`, 20 at most */
  readonly body: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface DeleteNoteInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly note: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface EditNoteInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly note: string;

  /** Names users as `<@usr_…>`, 20 at most */
  readonly body: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface EraseOrderInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface PlaceHoldInput {
  /** The id or the number of an order */
  readonly order: string;

  /** One of the tenant’s list: `getSettings` */
  readonly reason: string;
  readonly handle?: string;
  readonly line?: string;
  readonly note?: string;
  readonly blocks?: readonly ('release' | 'payment' | 'edit')[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt?: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ReleaseHoldInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly hold: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SetCustomFieldsInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly customFields?: Readonly<Record<string, string | number | boolean | null>>;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface TagOrderInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly tag: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface UntagOrderInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly tag: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangePromiseInput {
  /** The id or the number of an order */
  readonly order: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shipBy?: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliverBy?: string | null;
  readonly reason: 'channel' | 'customer' | 'inventory' | 'carrier' | 'weather' | 'staff' | 'other';

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ListMentionsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Only those you have not read */
  readonly unread?: boolean;
}

export interface ListMentionsItem {
  readonly note: string;
  readonly order: {
    readonly id: string;
    readonly number: string;
  };

  /** The note, with the names of those it names */
  readonly text: string;
  readonly author: string;
  readonly authorName: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly mentionedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly readAt: string | null;
}

export interface ReadMentionsInput {
  readonly notes?: readonly string[];
}

export interface ReadMentionsAnswer {
  /** How many were unread */
  readonly read: number;

  /** How many are left, counted up to 100 */
  readonly unread: number;
}

export interface ReadCustomerContactsInput {
  readonly customer: string;
}

export interface ReadCustomerContactsAnswer {
  /** Customers that were merged into this one */
  readonly alsoKnownAs: readonly {
    readonly customer: string;
    readonly externalId: string | null;
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  }[];

  /** The last used first */
  readonly addresses: readonly {
    readonly kind: 'shipping' | 'billing';
    readonly address: Readonly<Record<string, unknown>>;
    readonly orders: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly lastUsedAt: string;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly order: string;
    readonly number: string;
    readonly text: string;
    readonly author: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface SummarizeCustomerInput {
  readonly customer: string;
}

export interface SummarizeCustomerAnswer {
  readonly customer: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly orders: number;
  readonly countMax: number;

  /** What was ordered, less what was canceled and refunded, by currency */
  readonly spent: readonly {
    /** ISO 4217 */
    readonly currency: string;
    readonly orders: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly firstOrderAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly lastOrderAt: string | null;

  /** Orders with units still to ship, newest first, 20 at most */
  readonly open: readonly {
    readonly id: string;
    readonly number: string;
    readonly status: 'open' | 'on-hold' | 'completed' | 'canceled';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly placedAt: string;

    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly totalMinor: number;
  }[];
}

export interface PreviewCancellationInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface PreviewCancellationAnswer {
  readonly order: string;

  /** The version it was decided on: send it with the act */
  readonly version: number;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMinor: number;

  /** What providers would be asked to do at once, by payment */
  readonly money: readonly {
    /** Null: one by store credit that is made for the refund */
    readonly payment: string | null;
    readonly provider: string;
    readonly kind: 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueBeforeMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueAfterMinor: number;
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
  }[];

  /** Promised stock that is free again */
  readonly freed: readonly {
    readonly location: string;
    readonly sku: string;
    readonly units: number;
  }[];

  /** Units off their shelf already: somebody has to put them back */
  readonly putBack: readonly {
    readonly location: string;
    readonly sku: string;
    readonly units: number;
  }[];
  readonly drop: string | null;

  /** Nothing of the order is left to ship */
  readonly nothingLeft: boolean;

  /** How many of each line could be canceled at most */
  readonly cancelable: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];
}

export interface PreviewRefundInput {
  /** The id or the number of an order */
  readonly order: string;

  /** Minor units of the currency */
  readonly amountMinor?: number;

  /** Units that left and that the buyer keeps: their price */
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** Minor units of the currency */
  readonly shippingMinor?: number;

  /** Minor units of the currency */
  readonly feesMinor?: number;

  /** From which payments money goes back, where an order has several */
  readonly allocation?: 'last-in-first-out' | 'original-first' | 'proportional';

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination?: 'original' | 'store-credit';

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface PreviewRefundAnswer {
  readonly order: string;

  /** The version it was decided on: send it with the act */
  readonly version: number;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMinor: number;

  /** What providers would be asked to do at once, by payment */
  readonly money: readonly {
    /** Null: one by store credit that is made for the refund */
    readonly payment: string | null;
    readonly provider: string;
    readonly kind: 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueBeforeMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueAfterMinor: number;
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly linesMinor: number;

  /** How many of each line could be refunded at most */
  readonly refundable: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMaxMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly feesMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly feesMaxMinor: number;

  /** From which payments money goes back, where an order has several */
  readonly allocation: 'last-in-first-out' | 'original-first' | 'proportional';

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination: 'original' | 'store-credit';

  /** `needed`: it would wait until somebody else agrees */
  readonly approval: 'not-needed' | 'needed';

  /** Of the amount, what is captured and goes back at once; the rest is never taken */
  readonly refundedNowMinor: number;
}

export interface ChangeOrderViewInput {
  readonly view: string;
  readonly name?: string;
  readonly shared?: boolean;

  /** As the list of orders takes them */
  readonly filters?: {
    /** Words or the beginning of one */
    readonly search?: string;

    /** One or several: open, on-hold, completed, canceled */
    readonly status?: string;

    /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
    readonly fulfillmentStatus?: string;

    /** One or several: none, promised, backordered, unpromised */
    readonly stockStatus?: string;

    /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
    readonly paymentStatus?: string;

    /** One or several: none, partially-returned, returned */
    readonly returnStatus?: string;

    /** Code of a channel, or several */
    readonly channel?: string;
    readonly customer?: string;
    readonly tag?: string;

    /** With one of these tags */
    readonly anyTag?: string;

    /** With all of these tags */
    readonly allTags?: string;

    /** Where it goes: one or several of ISO 3166-1 alpha-2 */
    readonly country?: string;

    /** One or several of ISO 4217 */
    readonly currency?: string;

    /** With a line of this SKU code */
    readonly sku?: string;

    /** Promised or worked on at this location */
    readonly location?: string;

    /** With an open hold for one of these reasons */
    readonly holdReason?: string;

    /** With an open exception, or without */
    readonly hasException?: boolean;

    /** With an open exception of one of these types */
    readonly exceptionType?: string;

    /** Captured here, or imported as history */
    readonly origin?: 'captured' | 'imported';

    /** Placed at this time or later */
    readonly placedFrom?: string;

    /** Placed before this time */
    readonly placedTo?: string;

    /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
    readonly promiseRisk?: string;

    /** To ship by this time or later */
    readonly shipByFrom?: string;

    /** To ship by before this time */
    readonly shipByTo?: string;

    /** Something happened to it since */
    readonly updatedFrom?: string;

    /** Of this total or more, in minor units */
    readonly totalFrom?: number;

    /** Of this total or less, in minor units */
    readonly totalTo?: number;
  };

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort?:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';

  /** Those shown, from the left */
  readonly columns?: readonly {
    readonly name: string;

    /** In pixels */
    readonly width?: number;

    /** It stays in sight when the others are scrolled away */
    readonly pinned?: boolean;
  }[];
  readonly density?: 'comfortable' | 'compact';

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangeOrderViewAnswer {
  readonly id: string;
  readonly name: string;

  /** Everybody of the tenant sees it */
  readonly shared: boolean;

  /** You made it, and may change it */
  readonly own: boolean;

  /** You start with it */
  readonly isDefault: boolean;
  readonly filters: Readonly<Record<string, unknown>>;

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';

  /** Those shown, from the left */
  readonly columns: readonly {
    readonly name: string;

    /** In pixels */
    readonly width?: number;

    /** It stays in sight when the others are scrolled away */
    readonly pinned?: boolean;
  }[];
  readonly density: 'comfortable' | 'compact';
  readonly count: {
    readonly orders: number;

    /** Otherwise there are at least so many */
    readonly isExact: boolean;
  } | null;
  readonly version: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export interface CreateOrderViewInput {
  readonly name: string;
  readonly shared?: boolean;

  /** As the list of orders takes them */
  readonly filters: {
    /** Words or the beginning of one */
    readonly search?: string;

    /** One or several: open, on-hold, completed, canceled */
    readonly status?: string;

    /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
    readonly fulfillmentStatus?: string;

    /** One or several: none, promised, backordered, unpromised */
    readonly stockStatus?: string;

    /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
    readonly paymentStatus?: string;

    /** One or several: none, partially-returned, returned */
    readonly returnStatus?: string;

    /** Code of a channel, or several */
    readonly channel?: string;
    readonly customer?: string;
    readonly tag?: string;

    /** With one of these tags */
    readonly anyTag?: string;

    /** With all of these tags */
    readonly allTags?: string;

    /** Where it goes: one or several of ISO 3166-1 alpha-2 */
    readonly country?: string;

    /** One or several of ISO 4217 */
    readonly currency?: string;

    /** With a line of this SKU code */
    readonly sku?: string;

    /** Promised or worked on at this location */
    readonly location?: string;

    /** With an open hold for one of these reasons */
    readonly holdReason?: string;

    /** With an open exception, or without */
    readonly hasException?: boolean;

    /** With an open exception of one of these types */
    readonly exceptionType?: string;

    /** Captured here, or imported as history */
    readonly origin?: 'captured' | 'imported';

    /** Placed at this time or later */
    readonly placedFrom?: string;

    /** Placed before this time */
    readonly placedTo?: string;

    /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
    readonly promiseRisk?: string;

    /** To ship by this time or later */
    readonly shipByFrom?: string;

    /** To ship by before this time */
    readonly shipByTo?: string;

    /** Something happened to it since */
    readonly updatedFrom?: string;

    /** Of this total or more, in minor units */
    readonly totalFrom?: number;

    /** Of this total or less, in minor units */
    readonly totalTo?: number;
  };

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';

  /** Those shown, from the left */
  readonly columns: readonly {
    readonly name: string;

    /** In pixels */
    readonly width?: number;

    /** It stays in sight when the others are scrolled away */
    readonly pinned?: boolean;
  }[];
  readonly density: 'comfortable' | 'compact';
}

export interface CreateOrderViewAnswer {
  readonly id: string;
  readonly name: string;

  /** Everybody of the tenant sees it */
  readonly shared: boolean;

  /** You made it, and may change it */
  readonly own: boolean;

  /** You start with it */
  readonly isDefault: boolean;
  readonly filters: Readonly<Record<string, unknown>>;

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';

  /** Those shown, from the left */
  readonly columns: readonly {
    readonly name: string;

    /** In pixels */
    readonly width?: number;

    /** It stays in sight when the others are scrolled away */
    readonly pinned?: boolean;
  }[];
  readonly density: 'comfortable' | 'compact';
  readonly count: {
    readonly orders: number;

    /** Otherwise there are at least so many */
    readonly isExact: boolean;
  } | null;
  readonly version: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export interface DeleteOrderViewInput {
  readonly view: string;
}

export interface ListOrderViewsInput {
  /** How many orders each holds now; default false */
  readonly counts?: boolean;
}

export interface ListOrderViewsAnswer {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;

    /** Everybody of the tenant sees it */
    readonly shared: boolean;

    /** You made it, and may change it */
    readonly own: boolean;

    /** You start with it */
    readonly isDefault: boolean;
    readonly filters: Readonly<Record<string, unknown>>;

    /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
    readonly sort:
      | '-created'
      | 'created'
      | '-placed'
      | 'placed'
      | '-updated'
      | 'updated'
      | '-total'
      | 'total'
      | '-shipBy'
      | 'shipBy';

    /** Those shown, from the left */
    readonly columns: readonly {
      readonly name: string;

      /** In pixels */
      readonly width?: number;

      /** It stays in sight when the others are scrolled away */
      readonly pinned?: boolean;
    }[];
    readonly density: 'comfortable' | 'compact';
    readonly count: {
      readonly orders: number;

      /** Otherwise there are at least so many */
      readonly isExact: boolean;
    } | null;
    readonly version: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];
}

export interface SetDefaultOrderViewInput {
  readonly view: string | null;
}

export interface CancelBulkActionInput {
  readonly bulk: string;
}

export interface CancelBulkActionAnswer {
  readonly id: string;
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly state: 'preview' | 'running' | 'done' | 'canceled';

  /** Chosen, in the moment it was made */
  readonly orders: number;

  /** It would do something to so many of them, at that moment */
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** In whose name it is done */
  readonly startedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface CreateBulkActionInput {
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly orders?: readonly string[];
  readonly filters?: {
    /** Words or the beginning of one */
    readonly search?: string;

    /** One or several: open, on-hold, completed, canceled */
    readonly status?: string;

    /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
    readonly fulfillmentStatus?: string;

    /** One or several: none, promised, backordered, unpromised */
    readonly stockStatus?: string;

    /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
    readonly paymentStatus?: string;

    /** One or several: none, partially-returned, returned */
    readonly returnStatus?: string;

    /** Code of a channel, or several */
    readonly channel?: string;
    readonly customer?: string;
    readonly tag?: string;

    /** With one of these tags */
    readonly anyTag?: string;

    /** With all of these tags */
    readonly allTags?: string;

    /** Where it goes: one or several of ISO 3166-1 alpha-2 */
    readonly country?: string;

    /** One or several of ISO 4217 */
    readonly currency?: string;

    /** With a line of this SKU code */
    readonly sku?: string;

    /** Promised or worked on at this location */
    readonly location?: string;

    /** With an open hold for one of these reasons */
    readonly holdReason?: string;

    /** With an open exception, or without */
    readonly hasException?: boolean;

    /** With an open exception of one of these types */
    readonly exceptionType?: string;

    /** Captured here, or imported as history */
    readonly origin?: 'captured' | 'imported';

    /** Placed at this time or later */
    readonly placedFrom?: string;

    /** Placed before this time */
    readonly placedTo?: string;

    /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
    readonly promiseRisk?: string;

    /** To ship by this time or later */
    readonly shipByFrom?: string;

    /** To ship by before this time */
    readonly shipByTo?: string;

    /** Something happened to it since */
    readonly updatedFrom?: string;

    /** Of this total or more, in minor units */
    readonly totalFrom?: number;

    /** Of this total or less, in minor units */
    readonly totalTo?: number;
  };
}

export interface CreateBulkActionAnswer {
  readonly id: string;
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly state: 'preview' | 'running' | 'done' | 'canceled';

  /** Chosen, in the moment it was made */
  readonly orders: number;

  /** It would do something to so many of them, at that moment */
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** In whose name it is done */
  readonly startedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;

  /** Those it leaves alone, and why */
  readonly skips: readonly {
    /** Such as `already-tagged` or `order-finished` */
    readonly reason: string;
    readonly orders: number;
  }[];
}

export interface GetBulkActionInput {
  readonly bulk: string;
}

export interface GetBulkActionAnswer {
  readonly id: string;
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly state: 'preview' | 'running' | 'done' | 'canceled';

  /** Chosen, in the moment it was made */
  readonly orders: number;

  /** It would do something to so many of them, at that moment */
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** In whose name it is done */
  readonly startedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface ListBulkActionOrdersInput {
  readonly bulk: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly outcome?: 'done' | 'skipped' | 'failed';
}

export interface ListBulkActionOrdersItem {
  readonly order: string;
  readonly number: string;
  readonly outcome: ('done' | 'skipped' | 'failed') | null;

  /** Why it was skipped or failed */
  readonly reason: string | null;
  readonly detail: string | null;
}

export interface ListBulkActionsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListBulkActionsItem {
  readonly id: string;
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly state: 'preview' | 'running' | 'done' | 'canceled';

  /** Chosen, in the moment it was made */
  readonly orders: number;

  /** It would do something to so many of them, at that moment */
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** In whose name it is done */
  readonly startedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface StartBulkActionInput {
  readonly bulk: string;
}

export interface StartBulkActionAnswer {
  readonly id: string;
  readonly action:
    | {
        readonly kind: 'tag';
        readonly tag: string;
      }
    | {
        readonly kind: 'untag';
        readonly tag: string;
      }
    | {
        readonly kind: 'hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release-hold';

        /** One of the tenant’s list: `getSettings` */
        readonly reason?: string;
      }
    | {
        readonly kind: 'cancel';

        /** One of the tenant’s list: `getSettings` */
        readonly reason: string;
        readonly note?: string;
      }
    | {
        readonly kind: 'release';
      };
  readonly state: 'preview' | 'running' | 'done' | 'canceled';

  /** Chosen, in the moment it was made */
  readonly orders: number;

  /** It would do something to so many of them, at that moment */
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** In whose name it is done */
  readonly startedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly startedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly finishedAt: string | null;
}

export interface GetFulfillmentOrderInput {
  readonly fulfillmentOrder: string;
}

export interface GetFulfillmentOrderAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly location: string;
  readonly status: 'released' | 'picking' | 'packed' | 'partially-shipped' | 'shipped' | 'canceled';

  /** Units asked for */
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;

  /** Looked for and not found */
  readonly short: number;
  readonly overshipped: number;

  /** What it looks like now: send it with what you do to it */
  readonly seen: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly releasedAt: string;
  readonly releasedBy: string;

  /** The cut-off it is due by */
  readonly shipBy: string | null;

  /** When it missed that */
  readonly lateAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;

    /** Units asked for */
    readonly quantity: number;
    readonly allocated: number;
    readonly picked: number;
    readonly packed: number;
    readonly shipped: number;
    readonly canceled: number;

    /** Looked for and not found */
    readonly short: number;
    readonly overshipped: number;
  }[];
  readonly shipTo: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly address: Readonly<Record<string, unknown>> | null;
  };
  readonly parcels: readonly {
    readonly id: string;
    readonly order: string;
    readonly orderNumber: string;
    readonly fulfillmentOrder: string;
    readonly location: string;
    readonly status:
      | 'packed'
      | 'shipped'
      | 'delivered'
      | 'voided'
      | 'lost'
      | 'damaged'
      | 'delivery-failed'
      | 'returning'
      | 'returned';
    readonly carrier: string | null;

    /** How it travels, in the words of the carrier */
    readonly service: string | null;
    readonly trackingNumber: string | null;

    /** The newest that the carrier said */
    readonly trackingStatus: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly trackedAt: string | null;
    readonly weightGrams: number | null;
    readonly dimensions: {
      readonly lengthMm: number;
      readonly widthMm: number;
      readonly heightMm: number;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly packedAt: string;
    readonly packedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly shippedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deliveredAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly voidedAt: string | null;
    readonly lines: readonly {
      readonly line: number;
      readonly sku: string;
      readonly skuId: string | null;
      readonly title: string;
      readonly quantity: number;

      /** Taken out again before it left */
      readonly canceled: number;
    }[];
  }[];
}

export interface GetParcelInput {
  readonly parcel: string;
}

export interface GetParcelAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly fulfillmentOrder: string;
  readonly location: string;
  readonly status:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly carrier: string | null;

  /** How it travels, in the words of the carrier */
  readonly service: string | null;
  readonly trackingNumber: string | null;

  /** The newest that the carrier said */
  readonly trackingStatus: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly trackedAt: string | null;
  readonly weightGrams: number | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly packedAt: string;
  readonly packedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly voidedAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;
    readonly quantity: number;

    /** Taken out again before it left */
    readonly canceled: number;
  }[];
}

export interface ListFulfillmentOrdersInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly location?: string;
  readonly status?:
    | 'released'
    | 'picking'
    | 'packed'
    | 'partially-shipped'
    | 'shipped'
    | 'canceled';
  readonly order?: string;
}

export interface ListFulfillmentOrdersItem {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly location: string;
  readonly status: 'released' | 'picking' | 'packed' | 'partially-shipped' | 'shipped' | 'canceled';

  /** Units asked for */
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;

  /** Looked for and not found */
  readonly short: number;
  readonly overshipped: number;

  /** What it looks like now: send it with what you do to it */
  readonly seen: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly releasedAt: string;
  readonly releasedBy: string;

  /** The cut-off it is due by */
  readonly shipBy: string | null;

  /** When it missed that */
  readonly lateAt: string | null;
}

export interface ListParcelsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly status?:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly order?: string;
  readonly trackingNumber?: string;
}

export interface ListParcelsItem {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly fulfillmentOrder: string;
  readonly location: string;
  readonly status:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly carrier: string | null;

  /** How it travels, in the words of the carrier */
  readonly service: string | null;
  readonly trackingNumber: string | null;

  /** The newest that the carrier said */
  readonly trackingStatus: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly trackedAt: string | null;
  readonly weightGrams: number | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly packedAt: string;
  readonly packedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly voidedAt: string | null;
}

export interface PackParcelInput {
  readonly fulfillmentOrder: string;
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];
  readonly carrier?: string;
  readonly service?: string;

  /** Kept without spaces and line breaks around it */
  readonly trackingNumber?: string;
  readonly weightGrams?: number;
  readonly dimensions?: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  };

  /** As you saw the work; refused when somebody did something to it since */
  readonly seen?: string;
}

export interface PackParcelAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly fulfillmentOrder: string;
  readonly location: string;
  readonly status:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly carrier: string | null;

  /** How it travels, in the words of the carrier */
  readonly service: string | null;
  readonly trackingNumber: string | null;

  /** The newest that the carrier said */
  readonly trackingStatus: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly trackedAt: string | null;
  readonly weightGrams: number | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly packedAt: string;
  readonly packedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly voidedAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;
    readonly quantity: number;

    /** Taken out again before it left */
    readonly canceled: number;
  }[];

  /** Units that were told but not open any more */
  readonly differences: readonly {
    readonly line: number;
    readonly units: number;
  }[];
}

export interface RecordPicksInput {
  readonly fulfillmentOrder: string;
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly picked?: number;
    readonly short?: number;

    /** Why units are short */
    readonly reason?: 'missing' | 'damaged' | 'wrong-item' | 'unreadable';
  }[];

  /** As you saw the work; refused when somebody did something to it since */
  readonly seen?: string;
}

export interface RecordPicksAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly location: string;
  readonly status: 'released' | 'picking' | 'packed' | 'partially-shipped' | 'shipped' | 'canceled';

  /** Units asked for */
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;

  /** Looked for and not found */
  readonly short: number;
  readonly overshipped: number;

  /** What it looks like now: send it with what you do to it */
  readonly seen: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly releasedAt: string;
  readonly releasedBy: string;

  /** The cut-off it is due by */
  readonly shipBy: string | null;

  /** When it missed that */
  readonly lateAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;

    /** Units asked for */
    readonly quantity: number;
    readonly allocated: number;
    readonly picked: number;
    readonly packed: number;
    readonly shipped: number;
    readonly canceled: number;

    /** Looked for and not found */
    readonly short: number;
    readonly overshipped: number;
  }[];
  readonly shipTo: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly address: Readonly<Record<string, unknown>> | null;
  };
  readonly parcels: readonly {
    readonly id: string;
    readonly order: string;
    readonly orderNumber: string;
    readonly fulfillmentOrder: string;
    readonly location: string;
    readonly status:
      | 'packed'
      | 'shipped'
      | 'delivered'
      | 'voided'
      | 'lost'
      | 'damaged'
      | 'delivery-failed'
      | 'returning'
      | 'returned';
    readonly carrier: string | null;

    /** How it travels, in the words of the carrier */
    readonly service: string | null;
    readonly trackingNumber: string | null;

    /** The newest that the carrier said */
    readonly trackingStatus: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly trackedAt: string | null;
    readonly weightGrams: number | null;
    readonly dimensions: {
      readonly lengthMm: number;
      readonly widthMm: number;
      readonly heightMm: number;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly packedAt: string;
    readonly packedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly shippedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deliveredAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly voidedAt: string | null;
    readonly lines: readonly {
      readonly line: number;
      readonly sku: string;
      readonly skuId: string | null;
      readonly title: string;
      readonly quantity: number;

      /** Taken out again before it left */
      readonly canceled: number;
    }[];
  }[];

  /** Units that were told but not open any more */
  readonly differences: readonly {
    readonly line: number;
    readonly units: number;
  }[];
}

export interface RecordShipmentInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly carrier?: string;
  readonly service?: string;

  /** Kept without spaces and line breaks around it */
  readonly trackingNumber?: string;
  readonly location?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt?: string;
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];
}

export interface RecordShipmentAnswer {
  readonly parcels: readonly {
    readonly id: string;
    readonly order: string;
    readonly orderNumber: string;
    readonly fulfillmentOrder: string;
    readonly location: string;
    readonly status:
      | 'packed'
      | 'shipped'
      | 'delivered'
      | 'voided'
      | 'lost'
      | 'damaged'
      | 'delivery-failed'
      | 'returning'
      | 'returned';
    readonly carrier: string | null;

    /** How it travels, in the words of the carrier */
    readonly service: string | null;
    readonly trackingNumber: string | null;

    /** The newest that the carrier said */
    readonly trackingStatus: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly trackedAt: string | null;
    readonly weightGrams: number | null;
    readonly dimensions: {
      readonly lengthMm: number;
      readonly widthMm: number;
      readonly heightMm: number;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly packedAt: string;
    readonly packedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly shippedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deliveredAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly voidedAt: string | null;
    readonly lines: readonly {
      readonly line: number;
      readonly sku: string;
      readonly skuId: string | null;
      readonly title: string;
      readonly quantity: number;

      /** Taken out again before it left */
      readonly canceled: number;
    }[];
  }[];

  /** Units that were told but not open any more */
  readonly differences: readonly {
    readonly line: number;
    readonly units: number;
  }[];
}

export interface ReleaseOrderInput {
  /** The id or the number of an order */
  readonly order: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ReleaseOrderAnswer {
  readonly fulfillmentOrders: readonly {
    readonly id: string;
    readonly order: string;
    readonly orderNumber: string;
    readonly location: string;
    readonly status:
      | 'released'
      | 'picking'
      | 'packed'
      | 'partially-shipped'
      | 'shipped'
      | 'canceled';

    /** Units asked for */
    readonly quantity: number;
    readonly allocated: number;
    readonly picked: number;
    readonly packed: number;
    readonly shipped: number;
    readonly canceled: number;

    /** Looked for and not found */
    readonly short: number;
    readonly overshipped: number;

    /** What it looks like now: send it with what you do to it */
    readonly seen: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly releasedAt: string;
    readonly releasedBy: string;

    /** The cut-off it is due by */
    readonly shipBy: string | null;

    /** When it missed that */
    readonly lateAt: string | null;
    readonly lines: readonly {
      readonly line: number;
      readonly sku: string;
      readonly skuId: string | null;
      readonly title: string;

      /** Units asked for */
      readonly quantity: number;
      readonly allocated: number;
      readonly picked: number;
      readonly packed: number;
      readonly shipped: number;
      readonly canceled: number;

      /** Looked for and not found */
      readonly short: number;
      readonly overshipped: number;
    }[];
    readonly shipTo: {
      readonly name: string | null;
      readonly phone: string | null;
      readonly address: Readonly<Record<string, unknown>> | null;
    };
    readonly parcels: readonly {
      readonly id: string;
      readonly order: string;
      readonly orderNumber: string;
      readonly fulfillmentOrder: string;
      readonly location: string;
      readonly status:
        | 'packed'
        | 'shipped'
        | 'delivered'
        | 'voided'
        | 'lost'
        | 'damaged'
        | 'delivery-failed'
        | 'returning'
        | 'returned';
      readonly carrier: string | null;

      /** How it travels, in the words of the carrier */
      readonly service: string | null;
      readonly trackingNumber: string | null;

      /** The newest that the carrier said */
      readonly trackingStatus: string | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly trackedAt: string | null;
      readonly weightGrams: number | null;
      readonly dimensions: {
        readonly lengthMm: number;
        readonly widthMm: number;
        readonly heightMm: number;
      } | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly packedAt: string;
      readonly packedBy: string;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly shippedAt: string | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly deliveredAt: string | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly voidedAt: string | null;
      readonly lines: readonly {
        readonly line: number;
        readonly sku: string;
        readonly skuId: string | null;
        readonly title: string;
        readonly quantity: number;

        /** Taken out again before it left */
        readonly canceled: number;
      }[];
    }[];
  }[];
}

export interface ShipParcelInput {
  readonly parcel: string;
  readonly carrier?: string;
  readonly service?: string;

  /** Kept without spaces and line breaks around it */
  readonly trackingNumber?: string;
  readonly location?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt?: string;

  /** Refuse it if it left already, or was voided */
  readonly onlyIfPacked?: boolean;
}

export interface ShipParcelAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly fulfillmentOrder: string;
  readonly location: string;
  readonly status:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly carrier: string | null;

  /** How it travels, in the words of the carrier */
  readonly service: string | null;
  readonly trackingNumber: string | null;

  /** The newest that the carrier said */
  readonly trackingStatus: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly trackedAt: string | null;
  readonly weightGrams: number | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly packedAt: string;
  readonly packedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly voidedAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;
    readonly quantity: number;

    /** Taken out again before it left */
    readonly canceled: number;
  }[];
}

export interface SourceOrderInput {
  /** The id or the number of an order */
  readonly order: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface GetFulfillmentBoardInput {
  /** The id or the code */
  readonly location: string;

  /** With a parcel for this carrier */
  readonly carrier?: string;

  /** With a parcel that travels so, or with shipping of this name */
  readonly service?: string;

  /** Code or id of a SKU in it */
  readonly sku?: string;

  /** Asked of the location before this */
  readonly releasedBefore?: string;
}

export interface GetFulfillmentBoardAnswer {
  readonly location: string;
  readonly name: string;
  readonly timeZone: string;

  /** The next cut-off of the location */
  readonly cutOffAt: string | null;
  readonly columns: readonly {
    /** `late` missed its cut-off, however far it is; `shipped` are the parcels that left today, by the clock of the location */
    readonly column: 'late' | 'open' | 'picking' | 'packed' | 'shipped';
    readonly count: number;

    /** Since when the first of them waits */
    readonly oldestAt: string | null;

    /** The cut-off that the first is due by */
    readonly nextDueAt: string | null;
  }[];
  readonly isExact: boolean;
  readonly countMax: number;
  readonly lookedAtMax: number;
}

export interface GetParcelLabelInput {
  readonly parcel: string;
  readonly carrier: string;
  readonly service?: string;
}

export interface GetParcelLabelAnswer {
  readonly id: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly fulfillmentOrder: string;
  readonly location: string;
  readonly status:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly carrier: string | null;

  /** How it travels, in the words of the carrier */
  readonly service: string | null;
  readonly trackingNumber: string | null;

  /** The newest that the carrier said */
  readonly trackingStatus: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly trackedAt: string | null;
  readonly weightGrams: number | null;
  readonly dimensions: {
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly packedAt: string;
  readonly packedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly voidedAt: string | null;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly skuId: string | null;
    readonly title: string;
    readonly quantity: number;

    /** Taken out again before it left */
    readonly canceled: number;
  }[];
}

export interface ListBoardCardsInput {
  /** The id or the code */
  readonly location: string;

  /** `late` missed its cut-off, however far it is; `shipped` are the parcels that left today, by the clock of the location */
  readonly column: 'late' | 'open' | 'picking' | 'packed' | 'shipped';

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** With a parcel for this carrier */
  readonly carrier?: string;

  /** With a parcel that travels so, or with shipping of this name */
  readonly service?: string;

  /** Code or id of a SKU in it */
  readonly sku?: string;

  /** Asked of the location before this */
  readonly releasedBefore?: string;
}

export interface ListBoardCardsItem {
  readonly fulfillmentOrder: string;
  readonly order: string;
  readonly orderNumber: string;

  /** `late` missed its cut-off, however far it is; `shipped` are the parcels that left today, by the clock of the location */
  readonly column: 'late' | 'open' | 'picking' | 'packed' | 'shipped';
  readonly status: 'released' | 'picking' | 'packed' | 'partially-shipped' | 'shipped' | 'canceled';
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  readonly short: number;

  /** What it looks like now: send it with what you do to it */
  readonly seen: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly releasedAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shipBy: string | null;

  /** Whom it is for */
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;

  /** The shipping that the buyer chose */
  readonly shipping: string | null;
  readonly lines: number;

  /** Of its open lines, at most three */
  readonly firstLines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly title: string;
    readonly quantity: number;
  }[];

  /** Those that have not left; in `shipped`, the one that this card is */
  readonly parcels: readonly {
    readonly id: string;
    readonly status:
      | 'packed'
      | 'shipped'
      | 'delivered'
      | 'voided'
      | 'lost'
      | 'damaged'
      | 'delivery-failed'
      | 'returning'
      | 'returned';
    readonly carrier: string | null;
    readonly service: string | null;
    readonly trackingNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly shippedAt: string | null;
  }[];
}

export interface ListCarriersAnswer {
  readonly items: readonly {
    readonly name: string;
  }[];
}

export interface GetParcelTrackingInput {
  readonly parcel: string;
}

export interface GetParcelTrackingAnswer {
  readonly parcel: string;
  readonly order: string;
  readonly status: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shippedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deliveredAt: string | null;

  /** What went wrong on the way and was not made good since */
  readonly trouble: string | null;

  /** Oldest first, by the carrier’s clock */
  readonly events: readonly {
    readonly id: string;
    readonly status:
      | 'label-created'
      | 'in-transit'
      | 'out-for-delivery'
      | 'delivery-failed'
      | 'delivered'
      | 'lost'
      | 'damaged'
      | 'returning'
      | 'returned-to-sender';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly occurredAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
    readonly description: string | null;
    readonly place: string | null;
  }[];
}

export interface RecordTrackingEventsInput {
  readonly events: readonly {
    /** Told apart without regard to case */
    readonly carrier: string;

    /** Without regard to spaces and line breaks around it */
    readonly trackingNumber: string;
    readonly status:
      | 'label-created'
      | 'in-transit'
      | 'out-for-delivery'
      | 'delivery-failed'
      | 'delivered'
      | 'lost'
      | 'damaged'
      | 'returning'
      | 'returned-to-sender';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly occurredAt: string;

    /** The carrier’s id of it. Without one, status and time tell it from others */
    readonly id?: string;
    readonly description?: string;
    readonly place?: string;
  }[];
}

export interface RecordTrackingEventsAnswer {
  readonly outcomes: readonly {
    /** `repeated`: it was told before; `unknown-parcel`: it is kept until a parcel has this number */
    readonly outcome: 'recorded' | 'repeated' | 'unknown-parcel';
    readonly parcel: string | null;
  }[];
}

export interface ApproveReturnInput {
  readonly return: string;
}

export interface ApproveReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface CancelReturnInput {
  readonly return: string;
}

export interface CancelReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface DeclineReturnInput {
  readonly return: string;

  /** Why: the buyer reads it */
  readonly note?: string;
}

export interface DeclineReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface GetReturnInput {
  readonly return: string;
}

export interface GetReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface ListReturnsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly status?: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** The id or the number of an order */
  readonly order?: string;

  /** The code or the id of a stock location */
  readonly location?: string;

  /** Only those of which something came that is still owed */
  readonly toRefund?: boolean;

  /** Only those that somebody has to approve or decline */
  readonly toDecide?: boolean;

  /** One of the tenant’s list: `getSettings` */
  readonly reason?: string;

  /** Older than this */
  readonly createdBefore?: string;

  /** The number of the return, a tracking number, or the number or external id of the order */
  readonly search?: string;
}

export interface ListReturnsItem {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
}

export interface PreviewReturnRefundInput {
  readonly return: string;

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination?: 'original' | 'store-credit';
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** Instead of it */
  readonly amountMinor?: number;

  /** Shipping too; only once nothing is left with the buyer */
  readonly includeShipping?: boolean;
  readonly note?: string;
}

export interface PreviewReturnRefundAnswer {
  readonly return: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];

  /** How many of each line of the return could be refunded at most */
  readonly refundable: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];

  /** What providers would be asked to do at once, by payment */
  readonly money: readonly {
    /** Null: one by store credit that is made for the refund */
    readonly payment: string | null;
    readonly provider: string;
    readonly kind: 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueBeforeMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly dueAfterMinor: number;
}

export interface ReceiveReturnInput {
  readonly return: string;

  /** The code or the id of a stock location */
  readonly location: string;

  /** Each named by line, SKU or label, in this order */
  readonly items: readonly {
    /** The number or the id of a line of the order */
    readonly line?: number | string;

    /** Code or id. One that the catalog does not know is kept as a label */
    readonly sku?: string;

    /** What is written on it */
    readonly label?: string;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly note?: string;
  }[];
  readonly trackingNumber?: string;

  /** Refund what came, as `refundReturn` would; default false */
  readonly refund?: boolean;
}

export interface ReceiveReturnAnswer {
  readonly return: {
    readonly id: string;
    readonly number: string;
    readonly order: string | null;
    readonly orderNumber: string | null;
    readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

    /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
    readonly decision: 'pending' | 'approved' | 'declined';

    /** What the buyer would like for it */
    readonly wish: 'refund' | 'exchange';

    /** Of its lines, each once */
    readonly reasons: readonly string[];
    readonly location: string | null;
    readonly trackingNumber: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that nobody asked for */
    readonly unexpected: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly grantedMinor: number;

    /** ISO 4217 */
    readonly currency: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly canceledAt: string | null;
    readonly note: string | null;
    readonly createdBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string | null;
    readonly decidedBy: string | null;

    /** What the buyer was told */
    readonly declineNote: string | null;

    /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
    readonly names: Readonly<Record<string, string>>;
    readonly lines: readonly {
      readonly line: number;
      readonly id: string;
      readonly sku: string;
      readonly reason: string | null;
      readonly requested: number;
      readonly received: number;

      /** Of the received, units that had not shipped */
      readonly beyondShipped: number;
      readonly refunded: number;
    }[];
    readonly items: readonly {
      readonly id: string;
      readonly line: number | null;
      readonly sku: string | null;
      readonly label: string | null;
      readonly quantity: number;
      readonly condition: 'sellable' | 'damaged' | 'unknown';
      readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
      readonly location: string;
      readonly note: string | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly receivedAt: string;
      readonly receivedBy: string;
    }[];
  };

  /** What differs from what was asked for, sent or delivered */
  readonly differences: readonly {
    readonly kind:
      | 'more-than-requested'
      | 'not-requested'
      | 'beyond-shipped'
      | 'before-delivery'
      | 'other-sku'
      | 'unknown-label'
      | 'without-order'
      | 'return-was-canceled';
    readonly units: number;
    readonly line?: number;
    readonly sku?: string;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;
}

export interface ReceiveUnannouncedInput {
  /** The id or the number of an order */
  readonly order?: string;

  /** The code or the id of a stock location */
  readonly location: string;

  /** Each named by line, SKU or label, in this order */
  readonly items: readonly {
    /** The number or the id of a line of the order */
    readonly line?: number | string;

    /** Code or id. One that the catalog does not know is kept as a label */
    readonly sku?: string;

    /** What is written on it */
    readonly label?: string;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly note?: string;
  }[];
  readonly trackingNumber?: string;

  /** Refund what came, as `refundReturn` would; default false */
  readonly refund?: boolean;
  readonly note?: string;
}

export interface ReceiveUnannouncedAnswer {
  readonly return: {
    readonly id: string;
    readonly number: string;
    readonly order: string | null;
    readonly orderNumber: string | null;
    readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

    /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
    readonly decision: 'pending' | 'approved' | 'declined';

    /** What the buyer would like for it */
    readonly wish: 'refund' | 'exchange';

    /** Of its lines, each once */
    readonly reasons: readonly string[];
    readonly location: string | null;
    readonly trackingNumber: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that nobody asked for */
    readonly unexpected: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly grantedMinor: number;

    /** ISO 4217 */
    readonly currency: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly canceledAt: string | null;
    readonly note: string | null;
    readonly createdBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string | null;
    readonly decidedBy: string | null;

    /** What the buyer was told */
    readonly declineNote: string | null;

    /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
    readonly names: Readonly<Record<string, string>>;
    readonly lines: readonly {
      readonly line: number;
      readonly id: string;
      readonly sku: string;
      readonly reason: string | null;
      readonly requested: number;
      readonly received: number;

      /** Of the received, units that had not shipped */
      readonly beyondShipped: number;
      readonly refunded: number;
    }[];
    readonly items: readonly {
      readonly id: string;
      readonly line: number | null;
      readonly sku: string | null;
      readonly label: string | null;
      readonly quantity: number;
      readonly condition: 'sellable' | 'damaged' | 'unknown';
      readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
      readonly location: string;
      readonly note: string | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly receivedAt: string;
      readonly receivedBy: string;
    }[];
  };

  /** What differs from what was asked for, sent or delivered */
  readonly differences: readonly {
    readonly kind:
      | 'more-than-requested'
      | 'not-requested'
      | 'beyond-shipped'
      | 'before-delivery'
      | 'other-sku'
      | 'unknown-label'
      | 'without-order'
      | 'return-was-canceled';
    readonly units: number;
    readonly line?: number;
    readonly sku?: string;
  }[];

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;
}

export interface RefundReturnInput {
  readonly return: string;

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination?: 'original' | 'store-credit';
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** Instead of it */
  readonly amountMinor?: number;

  /** Shipping too; only once nothing is left with the buyer */
  readonly includeShipping?: boolean;
  readonly note?: string;
}

export interface RefundReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface RequestReturnInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly lines: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;

    /** One of the tenant’s list: `getSettings` */
    readonly reason: string;
  }[];

  /** The code or the id of a stock location */
  readonly location?: string;
  readonly trackingNumber?: string;
  readonly note?: string;

  /** Default "refund" */
  readonly wish?: 'refund' | 'exchange';

  /** Somebody has to say yes to it before it comes; default false */
  readonly needsApproval?: boolean;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface RequestReturnAnswer {
  readonly id: string;
  readonly number: string;
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly status: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** `pending`: the buyer asked for it, and nobody has said yes or no yet */
  readonly decision: 'pending' | 'approved' | 'declined';

  /** What the buyer would like for it */
  readonly wish: 'refund' | 'exchange';

  /** Of its lines, each once */
  readonly reasons: readonly string[];
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly requested: number;
  readonly received: number;

  /** Of the received, units that nobody asked for */
  readonly unexpected: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly grantedMinor: number;

  /** ISO 4217 */
  readonly currency: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly canceledAt: string | null;
  readonly note: string | null;
  readonly createdBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;

  /** What the buyer was told */
  readonly declineNote: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly sku: string;
    readonly reason: string | null;
    readonly requested: number;
    readonly received: number;

    /** Of the received, units that had not shipped */
    readonly beyondShipped: number;
    readonly refunded: number;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly line: number | null;
    readonly sku: string | null;
    readonly label: string | null;
    readonly quantity: number;
    readonly condition: 'sellable' | 'damaged' | 'unknown';
    readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    readonly location: string;
    readonly note: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly receivedAt: string;
    readonly receivedBy: string;
  }[];
}

export interface CreateOrderLinkInput {
  /** The id or the number of an order */
  readonly order: string;

  /** How long it works; default 90 */
  readonly days?: number;
}

export interface CreateOrderLinkAnswer {
  /** Null where the answer is repeated: ask anew */
  readonly path: string | null;

  /** Null where nobody said how this server is reached */
  readonly url: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string;
}

export interface GetOrderPageAnswer {
  /** Whether buyers see anything there */
  readonly open: boolean;

  /** So long after its delivery a buyer may ask there for a return; null: never */
  readonly returnDays: number | null;

  /** Returns asked for there may come at once; otherwise somebody has to approve them */
  readonly approvesReturns: boolean;

  /** Where buyers turn to: an https or a mailto address */
  readonly contactUrl: string | null;

  /** 0 as long as nobody has set anything */
  readonly version: number;

  /** Where buyers ask for their order by its number */
  readonly path: string;
}

export interface SetOrderPageInput {
  /** Whether buyers see anything there */
  readonly open: boolean;

  /** So long after its delivery a buyer may ask there for a return; null: never */
  readonly returnDays: number | null;

  /** Returns asked for there may come at once; otherwise somebody has to approve them */
  readonly approvesReturns: boolean;

  /** Where buyers turn to: an https or a mailto address */
  readonly contactUrl: string | null;

  /** The version you saw */
  readonly version?: number;
}

export interface SetOrderPageAnswer {
  /** Whether buyers see anything there */
  readonly open: boolean;

  /** So long after its delivery a buyer may ask there for a return; null: never */
  readonly returnDays: number | null;

  /** Returns asked for there may come at once; otherwise somebody has to approve them */
  readonly approvesReturns: boolean;

  /** Where buyers turn to: an https or a mailto address */
  readonly contactUrl: string | null;

  /** 0 as long as nobody has set anything */
  readonly version: number;

  /** Where buyers ask for their order by its number */
  readonly path: string;
}

export interface AddPaymentInput {
  /** The id or the number of an order */
  readonly order: string;

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

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface AddPaymentAnswer {
  readonly order: string;
  readonly account: {
    readonly status:
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
    readonly captureAt: 'shipment' | 'authorization';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly dueMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly grantedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly earnedMinor: number;
    readonly finished: boolean;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly payBy: string | null;
  } | null;
  readonly payments: readonly {
    readonly id: string;
    readonly order: string;
    readonly number: number;
    readonly provider: string;

    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
    readonly conversion: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly orderAmountMinor: number;

      /** ISO 4217 */
      readonly orderCurrency: string;

      /** Derived from the two amounts, to five digits */
      readonly rate: string;
      readonly statedBy: string;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly statedAt: string;
    } | null;

    /** What the provider calls the authorization */
    readonly reference: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundingMinor: number;

    /** What the provider refused for good: it is asked again after retryPayment */
    readonly blocked: readonly ('capture' | 'refund' | 'void')[];
    readonly declinedCode: string | null;

    /** Taken from us by disputes, and not given back */
    readonly disputedMinor: number;

    /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
    readonly carriedMinor: number;
    readonly connection: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly authorizationExpiresAt: string | null;

    /** The payer must do something first, there if the provider says where */
    readonly payerAction: {
      readonly link: string | null;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** What providers and people are still to do */
  readonly intents: readonly {
    readonly id: string;
    readonly payment: string;
    readonly kind: 'authorize' | 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly state: 'open' | 'by-hand';
    readonly cause: string;
    readonly attempts: number;
    readonly failureCode: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly nextAttemptAt: string | null;
  }[];

  /** What happened: amounts are in the currency of the payment */
  readonly ledger: readonly {
    readonly id: string;
    readonly payment: string;
    readonly intent: string | null;
    readonly kind:
      | 'authorized'
      | 'captured'
      | 'refunded'
      | 'voided'
      | 'returned'
      | 'disputed'
      | 'reinstated';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;

    /** What the provider kept, as far as it says */
    readonly fee: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;

      /** ISO 4217 */
      readonly currency: string;
    } | null;
    readonly reference: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly occurredAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
    readonly actor: string;
  }[];

  /** Where the buyer had the bank take money back */
  readonly disputes: readonly {
    readonly id: string;
    readonly payment: string;
    readonly reference: string;
    readonly status: 'inquiry' | 'dropped' | 'withdrawn' | 'lost' | 'won';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** The word of the provider */
    readonly reason: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly respondBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly openedAt: string;
  }[];

  /** Of the payments that are made later */
  readonly terms: readonly {
    readonly payment: string;

    /** `waiting`: the credit limit does not allow it */
    readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
    readonly purchaseOrder: string | null;

    /** Days from the invoice to the payment */
    readonly netDays: number | null;
    readonly invoiceNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly invoicedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string | null;
    readonly overdue: boolean;

    /** What the buyer owes by it now or will owe */
    readonly owedMinor: number;

    /** Who gave credit beyond the limit */
    readonly approvedBy: string | null;
    readonly approvalNote: string | null;
  }[];
  readonly grantedRefunds: readonly {
    readonly id: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly reason: string;
    readonly note: string | null;
    readonly return: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly grantedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly grantedAt: string;

    /** Who agreed, where two had to */
    readonly approvedBy: string | null;
  }[];

  /** Refunds that somebody else has to agree to, and what became of them */
  readonly refundRequests: readonly {
    readonly id: string;
    readonly state: 'waiting' | 'approved' | 'declined';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];
    readonly reason: string;
    readonly note: string | null;

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly requestedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly requestedAt: string;
    readonly decidedBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string | null;
    readonly decisionNote: string | null;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface GetOrderPaymentsInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface GetOrderPaymentsAnswer {
  readonly order: string;
  readonly account: {
    readonly status:
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
    readonly captureAt: 'shipment' | 'authorization';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly dueMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly grantedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly earnedMinor: number;
    readonly finished: boolean;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly payBy: string | null;
  } | null;
  readonly payments: readonly {
    readonly id: string;
    readonly order: string;
    readonly number: number;
    readonly provider: string;

    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
    readonly conversion: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly orderAmountMinor: number;

      /** ISO 4217 */
      readonly orderCurrency: string;

      /** Derived from the two amounts, to five digits */
      readonly rate: string;
      readonly statedBy: string;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly statedAt: string;
    } | null;

    /** What the provider calls the authorization */
    readonly reference: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundingMinor: number;

    /** What the provider refused for good: it is asked again after retryPayment */
    readonly blocked: readonly ('capture' | 'refund' | 'void')[];
    readonly declinedCode: string | null;

    /** Taken from us by disputes, and not given back */
    readonly disputedMinor: number;

    /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
    readonly carriedMinor: number;
    readonly connection: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly authorizationExpiresAt: string | null;

    /** The payer must do something first, there if the provider says where */
    readonly payerAction: {
      readonly link: string | null;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** What providers and people are still to do */
  readonly intents: readonly {
    readonly id: string;
    readonly payment: string;
    readonly kind: 'authorize' | 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly state: 'open' | 'by-hand';
    readonly cause: string;
    readonly attempts: number;
    readonly failureCode: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly nextAttemptAt: string | null;
  }[];

  /** What happened: amounts are in the currency of the payment */
  readonly ledger: readonly {
    readonly id: string;
    readonly payment: string;
    readonly intent: string | null;
    readonly kind:
      | 'authorized'
      | 'captured'
      | 'refunded'
      | 'voided'
      | 'returned'
      | 'disputed'
      | 'reinstated';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;

    /** What the provider kept, as far as it says */
    readonly fee: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;

      /** ISO 4217 */
      readonly currency: string;
    } | null;
    readonly reference: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly occurredAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
    readonly actor: string;
  }[];

  /** Where the buyer had the bank take money back */
  readonly disputes: readonly {
    readonly id: string;
    readonly payment: string;
    readonly reference: string;
    readonly status: 'inquiry' | 'dropped' | 'withdrawn' | 'lost' | 'won';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** The word of the provider */
    readonly reason: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly respondBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly openedAt: string;
  }[];

  /** Of the payments that are made later */
  readonly terms: readonly {
    readonly payment: string;

    /** `waiting`: the credit limit does not allow it */
    readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
    readonly purchaseOrder: string | null;

    /** Days from the invoice to the payment */
    readonly netDays: number | null;
    readonly invoiceNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly invoicedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string | null;
    readonly overdue: boolean;

    /** What the buyer owes by it now or will owe */
    readonly owedMinor: number;

    /** Who gave credit beyond the limit */
    readonly approvedBy: string | null;
    readonly approvalNote: string | null;
  }[];
  readonly grantedRefunds: readonly {
    readonly id: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly reason: string;
    readonly note: string | null;
    readonly return: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly grantedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly grantedAt: string;

    /** Who agreed, where two had to */
    readonly approvedBy: string | null;
  }[];

  /** Refunds that somebody else has to agree to, and what became of them */
  readonly refundRequests: readonly {
    readonly id: string;
    readonly state: 'waiting' | 'approved' | 'declined';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];
    readonly reason: string;
    readonly note: string | null;

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly requestedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly requestedAt: string;
    readonly decidedBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string | null;
    readonly decisionNote: string | null;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface GrantRefundInput {
  /** The id or the number of an order */
  readonly order: string;

  /** Minor units of the currency */
  readonly amountMinor?: number;

  /** Units that left and that the buyer keeps: their price */
  readonly lines?: readonly {
    /** The number or the id of a line of the order */
    readonly line: number | string;
    readonly quantity: number;
  }[];

  /** Minor units of the currency */
  readonly shippingMinor?: number;

  /** Minor units of the currency */
  readonly feesMinor?: number;

  /** From which payments money goes back, where an order has several */
  readonly allocation?: 'last-in-first-out' | 'original-first' | 'proportional';

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination?: 'original' | 'store-credit';

  /** One of the tenant’s list: `getSettings` */
  readonly reason: string;
  readonly note?: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface GrantRefundAnswer {
  readonly order: string;
  readonly account: {
    readonly status:
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
    readonly captureAt: 'shipment' | 'authorization';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly dueMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly grantedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly earnedMinor: number;
    readonly finished: boolean;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly payBy: string | null;
  } | null;
  readonly payments: readonly {
    readonly id: string;
    readonly order: string;
    readonly number: number;
    readonly provider: string;

    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
    readonly conversion: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly orderAmountMinor: number;

      /** ISO 4217 */
      readonly orderCurrency: string;

      /** Derived from the two amounts, to five digits */
      readonly rate: string;
      readonly statedBy: string;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly statedAt: string;
    } | null;

    /** What the provider calls the authorization */
    readonly reference: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly authorizingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly voidingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly capturingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly refundingMinor: number;

    /** What the provider refused for good: it is asked again after retryPayment */
    readonly blocked: readonly ('capture' | 'refund' | 'void')[];
    readonly declinedCode: string | null;

    /** Taken from us by disputes, and not given back */
    readonly disputedMinor: number;

    /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
    readonly carriedMinor: number;
    readonly connection: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly authorizationExpiresAt: string | null;

    /** The payer must do something first, there if the provider says where */
    readonly payerAction: {
      readonly link: string | null;
    } | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** What providers and people are still to do */
  readonly intents: readonly {
    readonly id: string;
    readonly payment: string;
    readonly kind: 'authorize' | 'capture' | 'refund' | 'void';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly state: 'open' | 'by-hand';
    readonly cause: string;
    readonly attempts: number;
    readonly failureCode: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly nextAttemptAt: string | null;
  }[];

  /** What happened: amounts are in the currency of the payment */
  readonly ledger: readonly {
    readonly id: string;
    readonly payment: string;
    readonly intent: string | null;
    readonly kind:
      | 'authorized'
      | 'captured'
      | 'refunded'
      | 'voided'
      | 'returned'
      | 'disputed'
      | 'reinstated';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** What it is worth in the currency of the order */
    readonly orderAmountMinor: number;

    /** What the provider kept, as far as it says */
    readonly fee: {
      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;

      /** ISO 4217 */
      readonly currency: string;
    } | null;
    readonly reference: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly occurredAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
    readonly actor: string;
  }[];

  /** Where the buyer had the bank take money back */
  readonly disputes: readonly {
    readonly id: string;
    readonly payment: string;
    readonly reference: string;
    readonly status: 'inquiry' | 'dropped' | 'withdrawn' | 'lost' | 'won';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;

    /** The word of the provider */
    readonly reason: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly respondBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly openedAt: string;
  }[];

  /** Of the payments that are made later */
  readonly terms: readonly {
    readonly payment: string;

    /** `waiting`: the credit limit does not allow it */
    readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
    readonly purchaseOrder: string | null;

    /** Days from the invoice to the payment */
    readonly netDays: number | null;
    readonly invoiceNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly invoicedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string | null;
    readonly overdue: boolean;

    /** What the buyer owes by it now or will owe */
    readonly owedMinor: number;

    /** Who gave credit beyond the limit */
    readonly approvedBy: string | null;
    readonly approvalNote: string | null;
  }[];
  readonly grantedRefunds: readonly {
    readonly id: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly reason: string;
    readonly note: string | null;
    readonly return: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly grantedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly grantedAt: string;

    /** Who agreed, where two had to */
    readonly approvedBy: string | null;
  }[];

  /** Refunds that somebody else has to agree to, and what became of them */
  readonly refundRequests: readonly {
    readonly id: string;
    readonly state: 'waiting' | 'approved' | 'declined';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor: number;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: number;
    }[];
    readonly reason: string;
    readonly note: string | null;

    /** From which payments money goes back, where an order has several */
    readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination: 'original' | 'store-credit';
    readonly requestedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly requestedAt: string;
    readonly decidedBy: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly decidedAt: string | null;
    readonly decisionNote: string | null;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export type RecordIntentResultInput = {
  readonly intent: string;
} & (
  | {
      readonly outcome: 'succeeded';
      readonly reference: string;

      /** Minor units of the currency */
      readonly amountMinor?: number;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly occurredAt?: string;
    }
  | {
      readonly outcome: 'declined';
      readonly code: string;
      readonly detail?: string;
    }
);

export interface RecordIntentResultAnswer {
  readonly id: string;
  readonly order: string;
  readonly number: number;
  readonly provider: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
  readonly conversion: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly orderAmountMinor: number;

    /** ISO 4217 */
    readonly orderCurrency: string;

    /** Derived from the two amounts, to five digits */
    readonly rate: string;
    readonly statedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly statedAt: string;
  } | null;

  /** What the provider calls the authorization */
  readonly reference: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundingMinor: number;

  /** What the provider refused for good: it is asked again after retryPayment */
  readonly blocked: readonly ('capture' | 'refund' | 'void')[];
  readonly declinedCode: string | null;

  /** Taken from us by disputes, and not given back */
  readonly disputedMinor: number;

  /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
  readonly carriedMinor: number;
  readonly connection: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly authorizationExpiresAt: string | null;

  /** The payer must do something first, there if the provider says where */
  readonly payerAction: {
    readonly link: string | null;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export interface RecordPaymentFactInput {
  readonly payment: string;
  readonly kind: 'authorized' | 'captured' | 'refunded' | 'voided';
  readonly reference: string;

  /** Minor units of the currency */
  readonly amountMinor: number;

  /** That of the payment: another one is refused */
  readonly currency?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt?: string;
  readonly intent?: string;
}

export interface RecordPaymentFactAnswer {
  readonly id: string;
  readonly order: string;
  readonly number: number;
  readonly provider: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
  readonly conversion: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly orderAmountMinor: number;

    /** ISO 4217 */
    readonly orderCurrency: string;

    /** Derived from the two amounts, to five digits */
    readonly rate: string;
    readonly statedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly statedAt: string;
  } | null;

  /** What the provider calls the authorization */
  readonly reference: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundingMinor: number;

  /** What the provider refused for good: it is asked again after retryPayment */
  readonly blocked: readonly ('capture' | 'refund' | 'void')[];
  readonly declinedCode: string | null;

  /** Taken from us by disputes, and not given back */
  readonly disputedMinor: number;

  /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
  readonly carriedMinor: number;
  readonly connection: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly authorizationExpiresAt: string | null;

  /** The payer must do something first, there if the provider says where */
  readonly payerAction: {
    readonly link: string | null;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export interface RecordReceiptInput {
  readonly payment: string;

  /** What the bank or the provider calls it */
  readonly reference: string;

  /** Minor units of the currency */
  readonly amountMinor?: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly receivedAt?: string;

  /** That of the payment: another one is refused */
  readonly currency?: string;
}

export interface RecordReceiptAnswer {
  readonly id: string;
  readonly order: string;
  readonly number: number;
  readonly provider: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
  readonly conversion: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly orderAmountMinor: number;

    /** ISO 4217 */
    readonly orderCurrency: string;

    /** Derived from the two amounts, to five digits */
    readonly rate: string;
    readonly statedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly statedAt: string;
  } | null;

  /** What the provider calls the authorization */
  readonly reference: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundingMinor: number;

  /** What the provider refused for good: it is asked again after retryPayment */
  readonly blocked: readonly ('capture' | 'refund' | 'void')[];
  readonly declinedCode: string | null;

  /** Taken from us by disputes, and not given back */
  readonly disputedMinor: number;

  /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
  readonly carriedMinor: number;
  readonly connection: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly authorizationExpiresAt: string | null;

  /** The payer must do something first, there if the provider says where */
  readonly payerAction: {
    readonly link: string | null;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export interface RetryPaymentInput {
  readonly payment: string;
}

export interface RetryPaymentAnswer {
  readonly id: string;
  readonly order: string;
  readonly number: number;
  readonly provider: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** What all of it is worth in the currency of the order, as it was stated: parts of it are worth their share. Null: it is in the currency of the order */
  readonly conversion: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly orderAmountMinor: number;

    /** ISO 4217 */
    readonly orderCurrency: string;

    /** Derived from the two amounts, to five digits */
    readonly rate: string;
    readonly statedBy: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly statedAt: string;
  } | null;

  /** What the provider calls the authorization */
  readonly reference: string | null;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundedMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly authorizingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly voidingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly capturingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly refundingMinor: number;

  /** What the provider refused for good: it is asked again after retryPayment */
  readonly blocked: readonly ('capture' | 'refund' | 'void')[];
  readonly declinedCode: string | null;

  /** Taken from us by disputes, and not given back */
  readonly disputedMinor: number;

  /** What it gives back in place of other payments of the order; less than 0: what others give in its place */
  readonly carriedMinor: number;
  readonly connection: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly authorizationExpiresAt: string | null;

  /** The payer must do something first, there if the provider says where */
  readonly payerAction: {
    readonly link: string | null;
  } | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
}

export type DecideRefundInput = {
  /** The id or the number of an order */
  readonly order: string;
  readonly refundRequest: string;
} & (
  | {
      readonly decision: 'approve';
      readonly note?: string;

      /** The version you saw; refused when it changed since */
      readonly version?: number;
    }
  | {
      readonly decision: 'decline';

      /** Why */
      readonly note: string;

      /** The version you saw; refused when it changed since */
      readonly version?: number;
    }
);

export interface DecideRefundAnswer {
  readonly id: string;
  readonly state: 'waiting' | 'approved' | 'declined';

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly shippingMinor: number;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly feesMinor: number;

  /** Units whose price was given back though the buyer keeps them */
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: number;
  }[];
  readonly reason: string;
  readonly note: string | null;

  /** From which payments money goes back, where an order has several */
  readonly allocation: ('last-in-first-out' | 'original-first' | 'proportional') | null;

  /** Where it goes: back to where the money came from, or to the store credit of the customer */
  readonly destination: 'original' | 'store-credit';
  readonly requestedBy: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly requestedAt: string;
  readonly decidedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

export interface GetRefundPolicyAnswer {
  /** From which payments money goes back, where an order has several */
  readonly allocation: 'last-in-first-out' | 'original-first' | 'proportional';
  readonly limits: readonly {
    /** A role of the shop, or `api-key` */
    readonly role: string;

    /** ISO 4217 */
    readonly currency: string;

    /** On one order, without anybody else */
    readonly aloneMinor: number;

    /** Beyond it they may neither ask nor agree */
    readonly mostMinor?: number | null;
  }[];

  /** 0 as long as nobody has set it */
  readonly version: number;
}

export interface SetRefundPolicyInput {
  /** From which payments money goes back, where an order has several */
  readonly allocation: 'last-in-first-out' | 'original-first' | 'proportional';
  readonly limits: readonly {
    /** A role of the shop, or `api-key` */
    readonly role: string;

    /** ISO 4217 */
    readonly currency: string;

    /** On one order, without anybody else */
    readonly aloneMinor: number;

    /** Beyond it they may neither ask nor agree */
    readonly mostMinor?: number | null;
  }[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SetRefundPolicyAnswer {
  /** From which payments money goes back, where an order has several */
  readonly allocation: 'last-in-first-out' | 'original-first' | 'proportional';
  readonly limits: readonly {
    /** A role of the shop, or `api-key` */
    readonly role: string;

    /** ISO 4217 */
    readonly currency: string;

    /** On one order, without anybody else */
    readonly aloneMinor: number;

    /** Beyond it they may neither ask nor agree */
    readonly mostMinor?: number | null;
  }[];

  /** 0 as long as nobody has set it */
  readonly version: number;
}

export interface ApproveCreditInput {
  readonly payment: string;

  /** Why */
  readonly note: string;
}

export interface ApproveCreditAnswer {
  readonly payment: string;

  /** `waiting`: the credit limit does not allow it */
  readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
  readonly purchaseOrder: string | null;

  /** Days from the invoice to the payment */
  readonly netDays: number | null;
  readonly invoiceNumber: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly invoicedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dueAt: string | null;
  readonly overdue: boolean;

  /** What the buyer owes by it now or will owe */
  readonly owedMinor: number;

  /** Who gave credit beyond the limit */
  readonly approvedBy: string | null;
  readonly approvalNote: string | null;
}

export interface GetCustomerCreditInput {
  readonly customer: string;
}

export interface GetCustomerCreditAnswer {
  readonly customer: string;
  readonly credits: readonly {
    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly limitMinor: number;

    /** Days from the invoice to the payment */
    readonly netDays: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly owedMinor: number;
    readonly version: number;
  }[];

  /** What is owed or waits for credit, oldest first, 200 at most */
  readonly open: readonly {
    readonly order: string;
    readonly number: string;

    /** ISO 4217 */
    readonly currency: string;
    readonly payment: string;

    /** `waiting`: the credit limit does not allow it */
    readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
    readonly purchaseOrder: string | null;

    /** Days from the invoice to the payment */
    readonly netDays: number | null;
    readonly invoiceNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly invoicedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string | null;
    readonly overdue: boolean;

    /** What the buyer owes by it now or will owe */
    readonly owedMinor: number;

    /** Who gave credit beyond the limit */
    readonly approvedBy: string | null;
    readonly approvalNote: string | null;
  }[];
}

export interface RecordInvoiceInput {
  readonly payment: string;
  readonly number: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly issuedAt?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dueAt?: string;
}

export interface RecordInvoiceAnswer {
  readonly payment: string;

  /** `waiting`: the credit limit does not allow it */
  readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
  readonly purchaseOrder: string | null;

  /** Days from the invoice to the payment */
  readonly netDays: number | null;
  readonly invoiceNumber: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly invoicedAt: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly dueAt: string | null;
  readonly overdue: boolean;

  /** What the buyer owes by it now or will owe */
  readonly owedMinor: number;

  /** Who gave credit beyond the limit */
  readonly approvedBy: string | null;
  readonly approvalNote: string | null;
}

export interface SetCustomerCreditInput {
  readonly customer: string;

  /** ISO 4217 */
  readonly currency: string;
  readonly limitMinor: number;

  /** Days from the invoice to the payment */
  readonly netDays?: number;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SetCustomerCreditAnswer {
  readonly customer: string;
  readonly credits: readonly {
    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly limitMinor: number;

    /** Days from the invoice to the payment */
    readonly netDays: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly owedMinor: number;
    readonly version: number;
  }[];

  /** What is owed or waits for credit, oldest first, 200 at most */
  readonly open: readonly {
    readonly order: string;
    readonly number: string;

    /** ISO 4217 */
    readonly currency: string;
    readonly payment: string;

    /** `waiting`: the credit limit does not allow it */
    readonly state: 'asked' | 'waiting' | 'granted' | 'settled';
    readonly purchaseOrder: string | null;

    /** Days from the invoice to the payment */
    readonly netDays: number | null;
    readonly invoiceNumber: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly invoicedAt: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string | null;
    readonly overdue: boolean;

    /** What the buyer owes by it now or will owe */
    readonly owedMinor: number;

    /** Who gave credit beyond the limit */
    readonly approvedBy: string | null;
    readonly approvalNote: string | null;
  }[];
}

export interface AdjustStoreCreditInput {
  readonly customer: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units: positive gives, negative takes back */
  readonly amountMinor: number;

  /** One of the tenant’s list: `getSettings` */
  readonly reason: string;
  readonly note?: string;

  /** Of what is given: until when it may be spent */
  readonly expiresAt?: string | null;
}

export interface AdjustStoreCreditAnswer {
  readonly customer: string;

  /** One in each currency */
  readonly accounts: readonly {
    readonly id: string;

    /** ISO 4217 */
    readonly currency: string;

    /** What is there */
    readonly balanceMinor: number;

    /** How much of it orders were promised and have not spent yet */
    readonly heldMinor: number;

    /** What may be spent */
    readonly availableMinor: number;

    /** When the next part of it may expire, if any does */
    readonly nextExpiryAt: string | null;
    readonly version: number;
  }[];
}

export interface GetStoreCreditInput {
  readonly customer: string;
}

export interface GetStoreCreditAnswer {
  readonly customer: string;

  /** One in each currency */
  readonly accounts: readonly {
    readonly id: string;

    /** ISO 4217 */
    readonly currency: string;

    /** What is there */
    readonly balanceMinor: number;

    /** How much of it orders were promised and have not spent yet */
    readonly heldMinor: number;

    /** What may be spent */
    readonly availableMinor: number;

    /** When the next part of it may expire, if any does */
    readonly nextExpiryAt: string | null;
    readonly version: number;
  }[];
}

export interface ListStoreCreditMovementsInput {
  readonly customer: string;

  /** ISO 4217 */
  readonly currency: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListStoreCreditMovementsItem {
  readonly id: string;
  readonly kind:
    | 'issued'
    | 'given'
    | 'taken'
    | 'held'
    | 'spent'
    | 'released'
    | 'refunded'
    | 'expired'
    | 'moved';

  /** What came to the balance, or left it */
  readonly amountMinor: number;

  /** How much more or less of it is promised to orders */
  readonly heldMinor: number;
  readonly order: string | null;
  readonly payment: string | null;
  readonly reason: string | null;
  readonly note: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;
  readonly actor: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt: string;
}

export interface ListStoreCreditMovementsAnswer {
  readonly items: readonly ListStoreCreditMovementsItem[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface AdjustGiftCardInput {
  readonly giftCard: string;

  /** Minor units: positive gives, negative takes back */
  readonly amountMinor: number;

  /** One of the tenant’s list: `getSettings` */
  readonly reason: string;
  readonly note?: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface ChangeGiftCardInput {
  readonly giftCard: string;
  readonly disabled?: boolean;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt?: string | null;
  readonly customer?: string | null;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface GetGiftCardInput {
  readonly giftCard: string;
}

export interface IssueGiftCardInput {
  /** Minor units of the currency */
  readonly amountMinor: number;

  /** ISO 4217 */
  readonly currency: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt?: string | null;
  readonly customer?: string;
  readonly order?: string;
  readonly note?: string;
}

export interface IssueGiftCardAnswer {
  readonly giftCard: GiftCard;

  /** Shown this once */
  readonly code: string | null;
}

export interface ListGiftCardMovementsInput {
  readonly giftCard: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListGiftCardMovementsItem {
  readonly id: string;
  readonly kind:
    | 'issued'
    | 'given'
    | 'taken'
    | 'held'
    | 'spent'
    | 'released'
    | 'refunded'
    | 'expired'
    | 'moved';

  /** What came to the balance, or left it */
  readonly amountMinor: number;

  /** How much more or less of it is promised to orders */
  readonly heldMinor: number;
  readonly order: string | null;
  readonly payment: string | null;
  readonly reason: string | null;
  readonly note: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly expiresAt: string | null;
  readonly actor: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt: string;
}

export interface ListGiftCardMovementsAnswer {
  readonly items: readonly ListGiftCardMovementsItem[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface ListGiftCardsInput {
  readonly lastFour?: string;
  readonly customer?: string;
  readonly state?: 'active' | 'used' | 'expired' | 'disabled';

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface LookUpGiftCardInput {
  /** As it was typed: case, spaces and dashes do not matter */
  readonly code: string;

  /** Who types it; only counted under, never kept */
  readonly visitor?: string;
}

export interface DecideReviewInput {
  /** The id or the number of an order */
  readonly order: string;
  readonly decision: 'approve' | 'decline';

  /** Why */
  readonly note: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface DecideReviewAnswer {
  readonly order: string;
  readonly state: ('waiting' | 'clear' | 'review' | 'approved' | 'declined') | null;
  readonly score: number;
  readonly reasons: readonly {
    readonly kind: 'velocity' | 'address-mismatch' | 'first-order-over' | 'provider-level';
    readonly score: number;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];
  readonly signals: readonly {
    readonly id: string;
    readonly payment: string | null;
    readonly source: string;
    readonly level: 'normal' | 'elevated' | 'highest';
    readonly score: number | null;

    /** In the words of the source */
    readonly detail: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly assessedAt: string | null;
  readonly decidedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly note: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface GetOrderRiskInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface GetOrderRiskAnswer {
  readonly order: string;
  readonly state: ('waiting' | 'clear' | 'review' | 'approved' | 'declined') | null;
  readonly score: number;
  readonly reasons: readonly {
    readonly kind: 'velocity' | 'address-mismatch' | 'first-order-over' | 'provider-level';
    readonly score: number;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];
  readonly signals: readonly {
    readonly id: string;
    readonly payment: string | null;
    readonly source: string;
    readonly level: 'normal' | 'elevated' | 'highest';
    readonly score: number | null;

    /** In the words of the source */
    readonly detail: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly assessedAt: string | null;
  readonly decidedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly note: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface GetRiskPolicyAnswer {
  readonly active: boolean;
  readonly reviewFrom: number;
  readonly rules: readonly (
    | {
        readonly kind: 'velocity';
        readonly by: 'buyer' | 'email' | 'address';
        readonly ordersMax: number;
        readonly withinMinutes: number;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'address-mismatch';

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'first-order-over';
        readonly amountMinor: number;

        /** ISO 4217 */
        readonly currency: string;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'provider-level';
        readonly level: 'elevated' | 'highest';

        /** Points it adds */
        readonly score: number;
      }
  )[];

  /** 0 as long as nobody has set it */
  readonly version: number;
}

export interface ListReviewsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Default "review" */
  readonly state?: 'waiting' | 'clear' | 'review' | 'approved' | 'declined';
}

export interface RecordRiskSignalInput {
  /** The id or the number of an order */
  readonly order: string;

  /** Who says it: a payment provider, a fraud service, the channel */
  readonly source: string;
  readonly level: 'normal' | 'elevated' | 'highest';
  readonly score?: number;
  readonly detail?: string;
  readonly reference: string;
}

export interface RecordRiskSignalAnswer {
  readonly order: string;
  readonly state: ('waiting' | 'clear' | 'review' | 'approved' | 'declined') | null;
  readonly score: number;
  readonly reasons: readonly {
    readonly kind: 'velocity' | 'address-mismatch' | 'first-order-over' | 'provider-level';
    readonly score: number;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];
  readonly signals: readonly {
    readonly id: string;
    readonly payment: string | null;
    readonly source: string;
    readonly level: 'normal' | 'elevated' | 'highest';
    readonly score: number | null;

    /** In the words of the source */
    readonly detail: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly recordedAt: string;
  }[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly assessedAt: string | null;
  readonly decidedBy: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly decidedAt: string | null;
  readonly note: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface SetRiskPolicyInput {
  readonly active: boolean;
  readonly reviewFrom: number;
  readonly rules: readonly (
    | {
        readonly kind: 'velocity';
        readonly by: 'buyer' | 'email' | 'address';
        readonly ordersMax: number;
        readonly withinMinutes: number;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'address-mismatch';

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'first-order-over';
        readonly amountMinor: number;

        /** ISO 4217 */
        readonly currency: string;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'provider-level';
        readonly level: 'elevated' | 'highest';

        /** Points it adds */
        readonly score: number;
      }
  )[];

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SetRiskPolicyAnswer {
  readonly active: boolean;
  readonly reviewFrom: number;
  readonly rules: readonly (
    | {
        readonly kind: 'velocity';
        readonly by: 'buyer' | 'email' | 'address';
        readonly ordersMax: number;
        readonly withinMinutes: number;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'address-mismatch';

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'first-order-over';
        readonly amountMinor: number;

        /** ISO 4217 */
        readonly currency: string;

        /** Points it adds */
        readonly score: number;
      }
    | {
        readonly kind: 'provider-level';
        readonly level: 'elevated' | 'highest';

        /** Points it adds */
        readonly score: number;
      }
  )[];

  /** 0 as long as nobody has set it */
  readonly version: number;
}

export interface ChangeProviderConnectionInput {
  readonly connection: string;
  readonly name?: string;

  /** What anybody may read */
  readonly settings?: {
    /** Where payers come back to after 3-D Secure or their approval */
    readonly returnUrl?: string;
    readonly cancelUrl?: string;

    /** PayPal: the id of the webhook, which its signatures are over */
    readonly webhookId?: string;
  };
  readonly active?: boolean;

  /** The version you read */
  readonly version?: number;
}

export interface CreateProviderConnectionInput {
  /** As payments name it: `stripe`, `stripe-test`, `paypal`, `paypal-test` */
  readonly provider: string;
  readonly name: string;

  /** Stripe: `secretKey` and `webhookSecret`; PayPal: `clientId` and `clientSecret`. Kept sealed, answered never */
  readonly secrets: {
    readonly secretKey?: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
    readonly webhookSecret?: string;
  };

  /** What anybody may read */
  readonly settings?: {
    /** Where payers come back to after 3-D Secure or their approval */
    readonly returnUrl?: string;
    readonly cancelUrl?: string;

    /** PayPal: the id of the webhook, which its signatures are over */
    readonly webhookId?: string;
  };

  /** Default true */
  readonly active?: boolean;
}

export interface GetProviderConnectionInput {
  readonly connection: string;
}

export interface ListProviderConnectionsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ReceiveProviderNoticeInput {
  /** As payments name it: `stripe`, `stripe-test`, `paypal`, `paypal-test` */
  readonly provider: string;
  readonly connection: string;
}

export interface ReceiveProviderNoticeAnswer {
  /** How many facts it held */
  readonly notices: number;
}

export interface RemoveProviderConnectionInput {
  readonly connection: string;
}

export interface RotateProviderSecretsInput {
  readonly connection: string;

  /** Stripe: `secretKey` and `webhookSecret`; PayPal: `clientId` and `clientSecret`. Kept sealed, answered never */
  readonly secrets: {
    readonly secretKey?: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
    readonly webhookSecret?: string;
  };
}

export interface TestProviderConnectionInput {
  readonly connection: string;
}

export interface AssignExceptionInput {
  readonly exception: string;

  /** The id or e-mail address of a user, or `me` */
  readonly owner: string | null;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface GetExceptionInput {
  readonly exception: string;
}

export interface ListExceptionsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly status?: 'open' | 'snoozed' | 'closed';
  readonly type?:
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
  readonly severity?: 'low' | 'medium' | 'high' | 'critical';

  /** The id of a user, `me`, or `none` for those nobody has */
  readonly owner?: string;

  /** The id or the number of an order */
  readonly order?: string;

  /** The code or the id of a stock location */
  readonly location?: string;

  /** Only those past their deadline */
  readonly overdue?: boolean;
  readonly sort?: 'urgency' | 'deadline' | 'newest';
}

export interface ReportExceptionInput {
  readonly title: string;
  readonly severity?: 'low' | 'medium' | 'high' | 'critical';

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly deadline?: string;
  readonly reference?: string;
  readonly about?: {
    /** The id or the number of an order */
    readonly order?: string;

    /** The code or the id of a SKU */
    readonly sku?: string;

    /** The code or the id of a stock location */
    readonly location?: string;
    readonly fulfillmentOrder?: string;
    readonly parcel?: string;
    readonly payment?: string;
    readonly return?: string;
  };
}

export interface ResolveExceptionInput {
  readonly exception: string;
  readonly resolution: 'resolved' | 'dismissed';
  readonly note?: string;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SnoozeExceptionInput {
  readonly exception: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly until: string | null;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SummarizeExceptionsAnswer {
  readonly open: number;
  readonly snoozed: number;
  readonly overdue: number;

  /** Open ones that the caller owns */
  readonly mine: number;
  readonly bySeverity: readonly {
    readonly severity: 'low' | 'medium' | 'high' | 'critical';
    readonly open: number;
  }[];
  readonly byType: readonly {
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
    readonly title: string;
    readonly severity: 'low' | 'medium' | 'high' | 'critical';
    readonly open: number;
  }[];
  readonly countMax: number;
}

export interface CommentExceptionInput {
  readonly exception: string;
  readonly body: string;
}

export interface CommentExceptionAnswer {
  readonly order: string | null;

  /** Oldest first */
  readonly items: readonly {
    readonly id: string;
    readonly body: string;
    readonly author: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface ListExceptionCommentsInput {
  readonly exception: string;
}

export interface ListExceptionCommentsAnswer {
  readonly order: string | null;

  /** Oldest first */
  readonly items: readonly {
    readonly id: string;
    readonly body: string;
    readonly author: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly createdAt: string;
  }[];

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface AssignExceptionsInput {
  readonly exceptions: readonly string[];

  /** The id or e-mail address of a user, or `me` */
  readonly owner: string | null;
}

export interface AssignExceptionsAnswer {
  readonly rows: readonly {
    readonly exception: string;
    readonly status: ('open' | 'snoozed' | 'closed') | null;
    readonly outcome: 'done' | 'refused';

    /** The code of the refusal */
    readonly code: string | null;
    readonly reason: string | null;
  }[];
  readonly done: number;
}

export interface GroupExceptionsInput {
  /** Types without an open exception, too */
  readonly all?: boolean;
}

export interface GroupExceptionsAnswer {
  readonly groups: readonly {
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
    readonly title: string;
    readonly severity: 'low' | 'medium' | 'high' | 'critical';
    readonly level: 'green' | 'orange' | 'red';
    readonly threshold: {
      readonly orange: number;
      readonly red: number;
      readonly version: number;
    };
    readonly open: number;
    readonly overdue: number;
    readonly snoozed: number;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly oldestAt: string | null;

    /** When those of this type close by themselves */
    readonly closes: string;
    readonly retry: ('source' | 'ask' | 'match') | null;

    /** What mends them, best first; each exception has it ready to send in `fixes` */
    readonly actions: readonly {
      readonly label: string;

      /** The id of an operation; null: to be done in the real world */
      readonly operation: string | null;
    }[];
  }[];
  readonly countMax: number;
}

export interface RetryExceptionsInput {
  readonly exceptions?: readonly string[];
  readonly type?:
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
  readonly cursor?: string;
  readonly limit?: number;
}

export interface RetryExceptionsAnswer {
  readonly rows: readonly {
    readonly exception: string;
    readonly status: ('open' | 'snoozed' | 'closed') | null;
    readonly outcome: 'cleared' | 'asked' | 'kept' | 'not-found';
    readonly reason: string;
  }[];
  readonly cleared: number;
  readonly nextCursor: string | null;
}

export interface SetExceptionThresholdInput {
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
  readonly orange: number;
  readonly red: number;

  /** The version you saw; refused when it changed since */
  readonly version?: number;
}

export interface SetExceptionThresholdAnswer {
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
  readonly orange: number;
  readonly red: number;

  /** 0 as long as nobody set it */
  readonly version: number;
}

export interface SnoozeExceptionsInput {
  readonly exceptions: readonly string[];

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly until: string | null;
}

export interface SnoozeExceptionsAnswer {
  readonly rows: readonly {
    readonly exception: string;
    readonly status: ('open' | 'snoozed' | 'closed') | null;
    readonly outcome: 'done' | 'refused';

    /** The code of the refusal */
    readonly code: string | null;
    readonly reason: string | null;
  }[];
  readonly done: number;
}

export interface ReportSalesInput {
  readonly by: 'day' | 'month' | 'channel' | 'country' | 'sku' | 'customer';

  /** The first day */
  readonly from?: string;

  /** The last day; it counts as well */
  readonly to?: string;
  readonly channel?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country?: string;

  /** ISO 4217 */
  readonly currency?: string;

  /** Highest first by `sales`, `units` or `orders`; `key` is the order of the keys, and what days and months come in unless you say otherwise */
  readonly sort?: 'sales' | 'units' | 'orders' | 'key';

  /** Default 100 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ReportSalesAnswer {
  readonly by: 'day' | 'month' | 'channel' | 'country' | 'sku' | 'customer';

  /** ISO 4217 */
  readonly currency: string;

  /** In which there is something, too, with the same filters */
  readonly otherCurrencies: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: {
    /** Of the log: everything up to it is counted */
    readonly position: number;

    /** Events of the log that are not counted yet */
    readonly behind: number;
  };
  readonly totals: {
    /** Orders with a line that has a price */
    readonly orders: number;

    /** Lines that have a price; a kit is one line */
    readonly lines: number;

    /** Units of these lines */
    readonly units: number;

    /** Units of lines without a price, such as gifts */
    readonly freeUnits: number;

    /** What the lines cost, before discounts, tax and shipping */
    readonly salesMinor: number;

    /** How often something was canceled */
    readonly cancellations: number;

    /** Units canceled; a kit is one unit */
    readonly canceledUnits: number;

    /** What buyers need not pay for that: with tax and shipping, less discounts */
    readonly canceledMinor: number;

    /** Units that came back; of a kit, those of its components */
    readonly returnedUnits: number;

    /** Refunds granted for orders captured here; null by SKU, for they are not told by line */
    readonly refundedMinor: number | null;

    /** Credits of the past */
    readonly credits: number;

    /** Units on them */
    readonly creditedUnits: number;

    /** Money on them: negative */
    readonly creditsMinor: number;

    /** Adjustments of the past */
    readonly adjustments: number;

    /** Money on them */
    readonly adjustmentsMinor: number;

    /** Units written off, less those found */
    readonly writtenOffUnits: number;

    /** Sales plus credits plus adjustments */
    readonly netMinor: number;
  };
  readonly rows: readonly {
    /** The day (2026-11-28), month (2026-11), channel code, country, SKU code or customer id; null: not known, or sold to nobody known */
    readonly key: string | null;

    /** What it is called today: of channels, SKUs and customers */
    readonly label: string | null;

    /** Of a customer */
    readonly externalId?: string | null;

    /** Orders with a line that has a price */
    readonly orders: number;

    /** Lines that have a price; a kit is one line */
    readonly lines: number;

    /** Units of these lines */
    readonly units: number;

    /** Units of lines without a price, such as gifts */
    readonly freeUnits: number;

    /** What the lines cost, before discounts, tax and shipping */
    readonly salesMinor: number;

    /** How often something was canceled */
    readonly cancellations: number;

    /** Units canceled; a kit is one unit */
    readonly canceledUnits: number;

    /** What buyers need not pay for that: with tax and shipping, less discounts */
    readonly canceledMinor: number;

    /** Units that came back; of a kit, those of its components */
    readonly returnedUnits: number;

    /** Refunds granted for orders captured here; null by SKU, for they are not told by line */
    readonly refundedMinor: number | null;

    /** Credits of the past */
    readonly credits: number;

    /** Units on them */
    readonly creditedUnits: number;

    /** Money on them: negative */
    readonly creditsMinor: number;

    /** Adjustments of the past */
    readonly adjustments: number;

    /** Money on them */
    readonly adjustmentsMinor: number;

    /** Units written off, less those found */
    readonly writtenOffUnits: number;

    /** Sales plus credits plus adjustments */
    readonly netMinor: number;
  }[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;
}

export interface ListFlowEntriesInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly kind: 'cancellation' | 'shipment' | 'return' | 'refund' | 'credit';

  /** The first day */
  readonly from: string;

  /** The last day; it counts as well */
  readonly to: string;
  readonly channel?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  readonly location?: string;
  readonly sku?: string;
  readonly reason?: string;

  /** ISO 4217 */
  readonly currency?: string;
}

export interface ListFlowEntriesItem {
  readonly order: string | null;
  readonly orderNumber: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly at: string;
  readonly channel: string | null;
  readonly country: string | null;
  readonly location: string | null;
  readonly reason: string | null;
  readonly sku: string | null;
  readonly units: number;
  readonly amountMinor: number;

  /** ISO 4217 */
  readonly currency: string;
}

export interface ListStageEntriesInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly stage: 'released' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'whole';

  /** The first day */
  readonly from: string;

  /** The last day; it counts as well */
  readonly to: string;
  readonly channel?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  readonly location?: string;
}

export interface ListStageEntriesItem {
  readonly fulfillmentOrder: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly location: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly since: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly reachedAt: string;
  readonly seconds: number;
}

export interface ReportFlowInput {
  readonly kind: 'sale' | 'cancellation' | 'shipment' | 'return' | 'refund' | 'credit';
  readonly by: 'day' | 'month' | 'reason' | 'channel' | 'country' | 'location' | 'sku';

  /** The first day */
  readonly from: string;

  /** The last day; it counts as well */
  readonly to: string;
  readonly channel?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  readonly location?: string;
  readonly sku?: string;

  /** ISO 4217 */
  readonly currency?: string;

  /** Default 100 */
  readonly limit?: number;
}

export interface ReportFlowAnswer {
  /** ISO 4217 */
  readonly currency: string;

  /** In which there is something, too */
  readonly otherCurrencies: readonly string[];
  readonly timeZone: string;
  readonly asOf: {
    /** Of the log: everything up to it is counted */
    readonly position: number;

    /** Events of the log that are not counted yet */
    readonly behind: number;
  };
  readonly totals: {
    /** Orders, cancellations, parcels, returns, refunds, credits */
    readonly times: number;
    readonly units: number;

    /** In minor units of the currency */
    readonly amountMinor: number;
  };
  readonly rows: readonly {
    /** The day, month, reason, channel code, country, location code or SKU code; null: not known */
    readonly key: string | null;

    /** What it is called today */
    readonly label: string | null;

    /** Orders, cancellations, parcels, returns, refunds, credits */
    readonly times: number;
    readonly units: number;

    /** In minor units of the currency */
    readonly amountMinor: number;
  }[];
}

export interface ReportStagesInput {
  readonly by: 'stage' | 'day' | 'month' | 'channel' | 'country' | 'location';

  /** Only this */
  readonly stage?: 'released' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'whole';

  /** The first day */
  readonly from: string;

  /** The last day; it counts as well */
  readonly to: string;
  readonly channel?: string;

  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  readonly location?: string;
}

export interface ReportStagesAnswer {
  readonly timeZone: string;
  readonly asOf: {
    /** Of the log: everything up to it is counted */
    readonly position: number;

    /** Events of the log that are not counted yet */
    readonly behind: number;
  };
  readonly rows: readonly {
    readonly stage: 'released' | 'picked' | 'packed' | 'shipped' | 'delivered' | 'whole';

    /** The day, month, reason, channel code, country, location code or SKU code; null: not known */
    readonly key: string | null;

    /** What it is called today */
    readonly label: string | null;

    /** Fulfillment orders */
    readonly reached: number;
    readonly medianSeconds: number;
    readonly p90Seconds: number;
  }[];
}

export interface SetReportZoneInput {
  /** An IANA name; UTC unless told */
  readonly timeZone: string;
}

export interface ListDueWorkInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly location?: string;

  /** Only what is due then or later */
  readonly from?: string;

  /** Only what is due before this */
  readonly before?: string;
}

export interface ListDueWorkItem {
  readonly fulfillmentOrder: string;
  readonly order: string;
  readonly orderNumber: string;
  readonly location: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly shipBy: string;

  /** Not shipped yet */
  readonly units: number;
}

export interface ReportOrderHoursInput {
  /** The first hour */
  readonly from: string;

  /** Before this; without it, up to now */
  readonly to?: string;
}

export interface ReportOrderHoursAnswer {
  readonly hours: readonly {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly hour: string;
    readonly orders: number;
  }[];
}

export interface SummarizeWorkAnswer {
  readonly stages: readonly {
    readonly stage:
      | 'awaiting-payment'
      | 'on-hold'
      | 'to-release'
      | 'to-pick'
      | 'to-pack'
      | 'to-ship'
      | 'partly-shipped'
      | 'in-transit'
      | 'to-refund';
    readonly count: number;

    /** Since when the first of them waits */
    readonly oldestAt: string | null;
  }[];

  /** Those with work; of the first `countMax` fulfillment orders of each stage */
  readonly locations: readonly {
    readonly location: string;
    readonly toPick: number;
    readonly toPack: number;
    readonly toShip: number;

    /** Of these, past the cut-off they were due by */
    readonly overdue: number;

    /** The next cut-off that work is due by */
    readonly nextDueAt: string | null;
  }[];

  /** Released work against the cut-off that it is due by */
  readonly due: {
    readonly overdue: number;

    /** Due within `soonHours` */
    readonly soon: number;
    readonly soonHours: number;
  };

  /** Orders with units to ship, against the date that they are promised for */
  readonly promised: {
    readonly late: number;

    /** Nearer to their date than what is left to do takes */
    readonly atRisk: number;
  };
  readonly countMax: number;
}

export interface CancelWebhookReplayInput {
  readonly endpoint: string;
  readonly replay: string;
}

export interface ChangeWebhookEndpointInput {
  readonly endpoint: string;

  /** Begins with https:// and leads to the public internet */
  readonly url?: string;
  readonly description?: string | null;

  /** Types such as `order.captured.v1`, or beginnings that end at a dot such as `order.`; none: every event */
  readonly eventTypes?: readonly string[];
  readonly active?: boolean;

  /** The version you read */
  readonly version?: number;
}

export interface CreateWebhookEndpointInput {
  /** Begins with https:// and leads to the public internet */
  readonly url: string;
  readonly description?: string | null;

  /** Types such as `order.captured.v1`, or beginnings that end at a dot such as `order.`; none: every event */
  readonly eventTypes?: readonly string[];
  readonly active?: boolean;
}

export interface GetWebhookDeliveryInput {
  readonly endpoint: string;
  readonly delivery: string;
}

export interface GetWebhookEndpointInput {
  readonly endpoint: string;
}

export interface GetWebhookReplayInput {
  readonly endpoint: string;
  readonly replay: string;
}

export interface ListDeadWebhookDeliveriesInput {
  readonly endpoint: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListWebhookDeliveriesInput {
  readonly endpoint: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly state?: 'pending' | 'delivered' | 'dead';
}

export interface ListWebhookEndpointsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListWebhookReplaysInput {
  readonly endpoint: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface PingWebhookEndpointInput {
  readonly endpoint: string;
}

export interface RemoveWebhookEndpointInput {
  readonly endpoint: string;
}

export interface ResendWebhookDeliveryInput {
  readonly endpoint: string;
  readonly delivery: string;
}

export interface RetryWebhookDeliveriesInput {
  readonly endpoint: string;
}

export interface RetryWebhookDeliveryInput {
  readonly endpoint: string;
  readonly delivery: string;
}

export interface RotateWebhookSecretInput {
  readonly endpoint: string;

  /** Default 24 */
  readonly overlapHours?: number;
}

export interface StartWebhookReplayInput {
  readonly endpoint: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly since: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly until?: string;

  /** Types such as `order.captured.v1`, or beginnings that end at a dot such as `order.`; none: every event */
  readonly eventTypes?: readonly string[];
}

export interface ListOrderDeliveriesInput {
  /** The id or the number of an order */
  readonly order: string;
}

export interface ListOrderDeliveriesAnswer {
  readonly items: readonly {
    readonly endpoint: string;
    readonly url: string;
    readonly delivery: WebhookDelivery;
  }[];
}

export interface ApplyImportInput {
  readonly import: string;
}

export interface CancelImportInput {
  readonly import: string;
}

export interface CreateImportInput {
  readonly kind?: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

  /** The name of a built-in profile, or one of your own */
  readonly profile?:
    | string
    | {
        readonly name: string;
        readonly title: string;
        readonly kind: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

        /** JSON: where the records are, tried in order; '' is the document itself */
        readonly recordPaths: readonly string[];

        /** JSON: where the lines of a record are */
        readonly itemsPath?: string;

        /** Rows that agree in these are one document */
        readonly documentKey: readonly string[];

        /** A row without a key goes on with the document before */
        readonly blankKeyContinues?: boolean;
        readonly channel: string;

        /** ISO 4217 */
        readonly currency?: string;
        readonly pricesIncludeTax?: boolean;

        /** Of dates that do not say: an IANA name */
        readonly timeZone: string;
        readonly dates: 'year-first' | 'month-first' | 'day-first';
        readonly decimalMark: '.' | ',';

        /** Amounts are integers of minor units; unit prices never are */
        readonly amountsAreMinor?: boolean;

        /** Take away the apostrophe that keeps texts from being formulas */
        readonly dropApostrophe?: boolean;

        /** How far units had come */
        readonly fate: 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned';

        /** What words of `status` and `line.status` mean, in lower case */
        readonly fates?: Readonly<
          Record<string, 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned'>
        >;
        readonly classify?: readonly {
          readonly as: 'credit' | 'adjustment' | 'write-off' | 'order';
          readonly externalIdStartsWith?: string;
          readonly everyPriceIsZero?: boolean;
          readonly everyQuantityIsNegative?: boolean;
          readonly hasCustomer?: boolean;
        }[];
        readonly fields: {
          /** A column, or a path such as `line_items[].sku` */
          readonly ownId?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly externalId?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly channel?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly placedAt?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shipBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly promisedBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly deliverBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly currency?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly pricesIncludeTax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.externalId'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.email'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.company'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.street'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.street2'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.city'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.region'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.postalCode'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.country'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.company'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.street'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.street2'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.city'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.region'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.postalCode'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.country'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingTitle?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingAmount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingTax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingDiscount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly discount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly discountCode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly tax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly taxName?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly total?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly status?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly paymentStatus?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly canceledAt?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly refunded?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly itemCount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly itemsAmount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly reason?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly tags?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly note?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.kind'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.externalId'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.sku'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.title'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.quantity'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.unitPrice'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.amount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.discount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.net'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.tax'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shipping'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shippingTax'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shippingDiscount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.status'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.canceled'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shipped'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.delivered'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.returned'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly code?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly title?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly barcode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly weightGrams?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly price?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly active?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly name?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly email?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly phone?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly sku?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly location?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly onHand?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly kind?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly timeZone?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly street?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly city?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly postalCode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly country?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };
        };
      };
  readonly channel?: string;

  /** ISO 4217 */
  readonly currency?: string;
  readonly timeZone?: string;
  readonly fileName: string;

  /** Default false */
  readonly apply?: boolean;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly sheet?: string;
}

export interface GetImportInput {
  readonly import: string;
}

export interface GetImportReportInput {
  readonly import: string;

  /** Only what is refused, and the rows that say why */
  readonly problems?: boolean;
}

export interface GetSourceRowsInput {
  readonly order: string;
}

export interface GetSourceRowsAnswer {
  readonly items: readonly {
    readonly import: string;
    readonly row: number;
    readonly line: number;
    readonly raw: string | null;
  }[];
}

export interface ListImportDocumentsInput {
  readonly import: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly outcome?: 'create' | 'change' | 'skip' | 'refuse';
}

export interface ListImportDocumentsItem {
  readonly place: number;
  readonly key: string;
  readonly firstRow: number;
  readonly rows: number;
  readonly kind: string | null;
  readonly outcome: ('create' | 'change' | 'skip' | 'refuse') | null;
  readonly reason: string | null;

  /** The id of what was written */
  readonly entity: string | null;
  readonly undo: {
    readonly outcome: 'undone' | 'kept';
    readonly reason: string | null;
  } | null;
}

export interface ListImportProfilesAnswer {
  readonly items: readonly {
    readonly name: string;
    readonly title: string;
    readonly kind: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

    /** JSON: where the records are, tried in order; '' is the document itself */
    readonly recordPaths: readonly string[];

    /** JSON: where the lines of a record are */
    readonly itemsPath?: string;

    /** Rows that agree in these are one document */
    readonly documentKey: readonly string[];

    /** A row without a key goes on with the document before */
    readonly blankKeyContinues?: boolean;
    readonly channel: string;

    /** ISO 4217 */
    readonly currency?: string;
    readonly pricesIncludeTax?: boolean;

    /** Of dates that do not say: an IANA name */
    readonly timeZone: string;
    readonly dates: 'year-first' | 'month-first' | 'day-first';
    readonly decimalMark: '.' | ',';

    /** Amounts are integers of minor units; unit prices never are */
    readonly amountsAreMinor?: boolean;

    /** Take away the apostrophe that keeps texts from being formulas */
    readonly dropApostrophe?: boolean;

    /** How far units had come */
    readonly fate: 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned';

    /** What words of `status` and `line.status` mean, in lower case */
    readonly fates?: Readonly<
      Record<string, 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned'>
    >;
    readonly classify?: readonly {
      readonly as: 'credit' | 'adjustment' | 'write-off' | 'order';
      readonly externalIdStartsWith?: string;
      readonly everyPriceIsZero?: boolean;
      readonly everyQuantityIsNegative?: boolean;
      readonly hasCustomer?: boolean;
    }[];
    readonly fields: {
      /** A column, or a path such as `line_items[].sku` */
      readonly ownId?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly externalId?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly channel?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly placedAt?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly shipBy?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly promisedBy?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly deliverBy?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly currency?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly pricesIncludeTax?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'customer.externalId'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'customer.email'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'customer.name'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'customer.phone'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.name'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.company'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.street'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.street2'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.city'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.region'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.postalCode'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.country'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'shipping.phone'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.name'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.company'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.street'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.street2'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.city'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.region'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.postalCode'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.country'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'billing.phone'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly shippingTitle?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly shippingAmount?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly shippingTax?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly shippingDiscount?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly discount?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly discountCode?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly tax?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly taxName?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly total?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly status?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly paymentStatus?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly canceledAt?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly refunded?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly itemCount?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly itemsAmount?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly reason?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly tags?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly note?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.kind'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.externalId'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.sku'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.title'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.quantity'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.unitPrice'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.amount'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.discount'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.net'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.tax'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.shipping'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.shippingTax'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.shippingDiscount'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.status'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.canceled'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.shipped'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.delivered'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly 'line.returned'?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly code?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly title?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly barcode?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly weightGrams?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly price?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly active?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly name?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly email?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly phone?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly sku?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly location?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly onHand?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly kind?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly timeZone?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly street?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly city?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly postalCode?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };

      /** A column, or a path such as `line_items[].sku` */
      readonly country?:
        | string
        | {
            /** The first that is filled counts */
            readonly from?: readonly string[];

            /** All that are filled, with this between them */
            readonly join?: string;

            /** Numbers of all that are filled are added up */
            readonly add?: boolean;

            /** What it means that there is anything at all */
            readonly filledMeans?: string;

            /** What holds where none is filled */
            readonly value?: string;
            readonly prefix?: string;
            readonly case?: 'upper' | 'lower';

            /** Text to leave out at the end */
            readonly dropEnd?: string;

            /** Words of the source and what they mean here */
            readonly words?: Readonly<Record<string, string>>;
          };
    };
  }[];
}

export interface ListImportRowsInput {
  readonly import: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Also rows that mapped without a word */
  readonly all?: boolean;
}

export interface ListImportRowsItem {
  readonly row: number;
  readonly line: number;
  readonly document: string | null;
  readonly problems: readonly {
    readonly code:
      | 'row-unreadable'
      | 'field-missing'
      | 'date-invalid'
      | 'amount-invalid'
      | 'quantity-invalid'
      | 'currency-invalid'
      | 'country-unknown'
      | 'total-differs'
      | 'lines-missing'
      | 'no-document'
      | 'text-too-long'
      | 'too-many-lines'
      | 'sold-differs'
      | 'refused';
    readonly field: string | null;
    readonly detail: string;
    readonly suggestion: string;
  }[];
  readonly warnings: readonly {
    readonly code:
      | 'row-unreadable'
      | 'field-missing'
      | 'date-invalid'
      | 'amount-invalid'
      | 'quantity-invalid'
      | 'currency-invalid'
      | 'country-unknown'
      | 'total-differs'
      | 'lines-missing'
      | 'no-document'
      | 'text-too-long'
      | 'too-many-lines'
      | 'sold-differs'
      | 'refused';
    readonly field: string | null;
    readonly detail: string;
    readonly suggestion: string;
  }[];

  /** As JSON; null once it was erased */
  readonly raw: string | null;
}

export interface ListImportsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListPastDocumentsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Those that give back lines of this order */
  readonly order?: string;
}

export interface ListPastDocumentsItem {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly externalId: string;
  readonly customer: string | null;
  readonly country: string | null;

  /** ISO 4217 */
  readonly currency: string;
  readonly totalMinor: number;
  readonly reason: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly issuedAt: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly title: string;
    readonly quantity: number;
    readonly unitPrice: string | null;
    readonly amountMinor: number;
    readonly order: string | null;
    readonly orderLine: number | null;
  }[];
}

export interface MatchSkuInput {
  /** The code as the lines have it */
  readonly code: string;

  /** The id or code of the SKU */
  readonly sku: string;
}

export interface MapImportInput {
  readonly import: string;

  /** The name of a built-in profile, or one of your own */
  readonly profile:
    | string
    | {
        readonly name: string;
        readonly title: string;
        readonly kind: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

        /** JSON: where the records are, tried in order; '' is the document itself */
        readonly recordPaths: readonly string[];

        /** JSON: where the lines of a record are */
        readonly itemsPath?: string;

        /** Rows that agree in these are one document */
        readonly documentKey: readonly string[];

        /** A row without a key goes on with the document before */
        readonly blankKeyContinues?: boolean;
        readonly channel: string;

        /** ISO 4217 */
        readonly currency?: string;
        readonly pricesIncludeTax?: boolean;

        /** Of dates that do not say: an IANA name */
        readonly timeZone: string;
        readonly dates: 'year-first' | 'month-first' | 'day-first';
        readonly decimalMark: '.' | ',';

        /** Amounts are integers of minor units; unit prices never are */
        readonly amountsAreMinor?: boolean;

        /** Take away the apostrophe that keeps texts from being formulas */
        readonly dropApostrophe?: boolean;

        /** How far units had come */
        readonly fate: 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned';

        /** What words of `status` and `line.status` mean, in lower case */
        readonly fates?: Readonly<
          Record<string, 'open' | 'shipped' | 'delivered' | 'canceled' | 'returned'>
        >;
        readonly classify?: readonly {
          readonly as: 'credit' | 'adjustment' | 'write-off' | 'order';
          readonly externalIdStartsWith?: string;
          readonly everyPriceIsZero?: boolean;
          readonly everyQuantityIsNegative?: boolean;
          readonly hasCustomer?: boolean;
        }[];
        readonly fields: {
          /** A column, or a path such as `line_items[].sku` */
          readonly ownId?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly externalId?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly channel?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly placedAt?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shipBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly promisedBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly deliverBy?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly currency?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly pricesIncludeTax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.externalId'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.email'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'customer.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.company'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.street'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.street2'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.city'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.region'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.postalCode'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.country'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'shipping.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.name'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.company'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.street'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.street2'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.city'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.region'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.postalCode'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.country'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'billing.phone'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingTitle?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingAmount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingTax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly shippingDiscount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly discount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly discountCode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly tax?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly taxName?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly total?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly status?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly paymentStatus?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly canceledAt?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly refunded?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly itemCount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly itemsAmount?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly reason?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly tags?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly note?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.kind'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.externalId'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.sku'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.title'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.quantity'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.unitPrice'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.amount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.discount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.net'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.tax'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shipping'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shippingTax'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shippingDiscount'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.status'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.canceled'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.shipped'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.delivered'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly 'line.returned'?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly code?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly title?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly barcode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly weightGrams?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly price?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly active?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly name?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly email?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly phone?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly sku?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly location?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly onHand?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly kind?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly timeZone?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly street?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly city?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly postalCode?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };

          /** A column, or a path such as `line_items[].sku` */
          readonly country?:
            | string
            | {
                /** The first that is filled counts */
                readonly from?: readonly string[];

                /** All that are filled, with this between them */
                readonly join?: string;

                /** Numbers of all that are filled are added up */
                readonly add?: boolean;

                /** What it means that there is anything at all */
                readonly filledMeans?: string;

                /** What holds where none is filled */
                readonly value?: string;
                readonly prefix?: string;
                readonly case?: 'upper' | 'lower';

                /** Text to leave out at the end */
                readonly dropEnd?: string;

                /** Words of the source and what they mean here */
                readonly words?: Readonly<Record<string, string>>;
              };
        };
      };
  readonly channel?: string;

  /** ISO 4217 */
  readonly currency?: string;
  readonly timeZone?: string;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly sheet?: string;

  /** Default false */
  readonly apply?: boolean;
}

export interface PreviewImportInput {
  readonly import: string;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly sheet?: string;
}

export interface PreviewImportAnswer {
  readonly format: {
    readonly format: string;
    readonly gzip: boolean;
    readonly encoding: string;
    readonly delimiter: string | null;
  } | null;
  readonly error: {
    readonly code: string;
    readonly line: number | null;
    readonly detail: string;
    readonly suggestion: string;
  } | null;

  /** How many were looked at */
  readonly records: number;
  readonly fields: readonly {
    /** A column, or a path such as `line_items[].sku` */
    readonly field: string;

    /** In how many of the records looked at */
    readonly filled: number;

    /** Up to four values, cut short */
    readonly samples: readonly string[];
  }[];

  /** Built-in ones that would read it, the likeliest first */
  readonly profiles: readonly {
    readonly name: string;
    readonly kind: 'orders' | 'products' | 'customers' | 'stock' | 'locations';

    /** Fields of the file that the profile reads */
    readonly known: number;
  }[];

  /** By kind of import: which field of the file each of ours is likely to be */
  readonly suggestions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface UndoImportInput {
  readonly import: string;
}

export interface WatchImportInput {
  readonly import: string;
}

export interface ExportCustomersInput {
  /** Words or the beginning of one */
  readonly search?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportLocationsInput {
  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportOrdersInput {
  /** Words or the beginning of one */
  readonly search?: string;

  /** One or several: open, on-hold, completed, canceled */
  readonly status?: string;

  /** One or several: none, unfulfilled, in-progress, partially-fulfilled, fulfilled, delivered */
  readonly fulfillmentStatus?: string;

  /** One or several: none, promised, backordered, unpromised */
  readonly stockStatus?: string;

  /** One or several: none, pending, authorized, partially-paid, paid, partially-refunded, refunded, voided */
  readonly paymentStatus?: string;

  /** One or several: none, partially-returned, returned */
  readonly returnStatus?: string;

  /** Code of a channel, or several */
  readonly channel?: string;
  readonly customer?: string;
  readonly tag?: string;

  /** With one of these tags */
  readonly anyTag?: string;

  /** With all of these tags */
  readonly allTags?: string;

  /** Where it goes: one or several of ISO 3166-1 alpha-2 */
  readonly country?: string;

  /** One or several of ISO 4217 */
  readonly currency?: string;

  /** With a line of this SKU code */
  readonly sku?: string;

  /** Promised or worked on at this location */
  readonly location?: string;

  /** With an open hold for one of these reasons */
  readonly holdReason?: string;

  /** With an open exception, or without */
  readonly hasException?: boolean;

  /** With an open exception of one of these types */
  readonly exceptionType?: string;

  /** Captured here, or imported as history */
  readonly origin?: 'captured' | 'imported';

  /** Placed at this time or later */
  readonly placedFrom?: string;

  /** Placed before this time */
  readonly placedTo?: string;

  /** Whether the date that it is to ship by is kept, as long as units are to be shipped: One or several: late, at-risk, on-time. What is at risk is nearer than what is left to do takes */
  readonly promiseRisk?: string;

  /** To ship by this time or later */
  readonly shipByFrom?: string;

  /** To ship by before this time */
  readonly shipByTo?: string;

  /** Something happened to it since */
  readonly updatedFrom?: string;

  /** Of this total or more, in minor units */
  readonly totalFrom?: number;

  /** Of this total or less, in minor units */
  readonly totalTo?: number;

  /** `-` is descending. `created` is the order of capture; `updated` when something last happened; `shipBy` the promised date, orders without one behind all others */
  readonly sort?:
    | '-created'
    | 'created'
    | '-placed'
    | 'placed'
    | '-updated'
    | 'updated'
    | '-total'
    | 'total'
    | '-shipBy'
    | 'shipBy';

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportParcelsInput {
  readonly status?:
    | 'packed'
    | 'shipped'
    | 'delivered'
    | 'voided'
    | 'lost'
    | 'damaged'
    | 'delivery-failed'
    | 'returning'
    | 'returned';
  readonly order?: string;
  readonly trackingNumber?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportPaymentsInput {
  readonly provider?: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdFrom?: string;

  /** Before this */
  readonly createdTo?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportReturnsInput {
  readonly status?: 'requested' | 'partially-received' | 'received' | 'canceled';

  /** The id or the number of an order */
  readonly order?: string;

  /** The code or the id of a stock location */
  readonly location?: string;

  /** Only those of which something came that is still owed */
  readonly toRefund?: boolean;

  /** Only those that somebody has to approve or decline */
  readonly toDecide?: boolean;

  /** One of the tenant’s list: `getSettings` */
  readonly reason?: string;

  /** Older than this */
  readonly createdBefore?: string;

  /** The number of the return, a tracking number, or the number or external id of the order */
  readonly search?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportSkusInput {
  /** Words or the beginning of one */
  readonly search?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ExportStockInput {
  /** The code or the id of a SKU */
  readonly sku?: string;

  /** The code or the id of a stock location */
  readonly location?: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields */
  readonly columns?: string;

  /** A .gz file; XLSX is compressed as it is; default false */
  readonly gzip?: boolean;
}

export interface ListExportFormsAnswer {
  readonly items: readonly {
    /** As in the path: `orders` */
    readonly name: string;
    readonly columns: readonly {
      readonly name: string;

      /** Of a line of the order: with one there is a row for each line */
      readonly isOfPart: boolean;
    }[];
  }[];
}

export interface CloseBooksInput {
  /** A day by UTC: 2026-11-23 */
  readonly through: string;
}

export interface CloseBooksAnswer {
  readonly id: string;

  /** A day by UTC: 2026-11-23 */
  readonly from: string;

  /** A day by UTC: 2026-11-23 */
  readonly through: string;
  readonly entries: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface ExportJournalInput {
  /** A day by UTC: 2026-11-23 */
  readonly from: string;

  /** A day by UTC: 2026-11-23 */
  readonly through: string;

  /** Default "ndjson" */
  readonly format?: 'ndjson' | 'csv' | 'xlsx';

  /** Only these, in this order */
  readonly columns?: string;

  /** Default false */
  readonly gzip?: boolean;
}

export interface ListClosingsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListClosingsItem {
  readonly id: string;

  /** A day by UTC: 2026-11-23 */
  readonly from: string;

  /** A day by UTC: 2026-11-23 */
  readonly through: string;
  readonly entries: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface ListClosingsAnswer {
  readonly items: readonly ListClosingsItem[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface SetChartInput {
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

  /** The version you saw */
  readonly version?: number;
}

export interface FetchProviderStatementInput {
  readonly connection: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly from: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly to: string;
}

export interface GetDifferenceInput {
  readonly difference: string;
}

export interface GetProviderStatementInput {
  readonly statement: string;
}

export interface ListDifferencesInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;

  /** Default "open" */
  readonly status?: 'open' | 'resolved';
  readonly cause?:
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
  readonly connection?: string;
}

export interface ListDifferencesAnswer {
  readonly items: readonly Difference[];

  /** Pass as `cursor` for the next page; null at the end */
  readonly nextCursor: string | null;

  /** The names of those in this answer: of `user:usr_…`, `api-key:key_…`, `system:…` */
  readonly names: Readonly<Record<string, string>>;
}

export interface ListPayoutLinesInput {
  readonly payout: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ListPayoutLinesItem {
  readonly reference: string;
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
    | 'unknown';

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly amountMinor: number;

  /** ISO 4217 */
  readonly currency: string;

  /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
  readonly feeMinor: number | null;
  readonly original: {
    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  } | null;
  readonly source: string | null;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt: string;
  readonly ledgerEntry: string | null;
  readonly payment: string | null;
  readonly order: string | null;
}

export interface ListPayoutsInput {
  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
  readonly connection?: string;
}

export interface ListProviderStatementsInput {
  readonly connection: string;

  /** Default 50 */
  readonly limit?: number;

  /** `nextCursor` of the previous page */
  readonly cursor?: string;
}

export interface ResolveDifferenceInput {
  readonly difference: string;
  readonly how: 'record-fact' | 'fetch-again' | 'explain' | 'raise-exception';
  readonly note?: string;
  readonly payment?: string;

  /** The version you saw */
  readonly version?: number;
}

export interface RunVerificationAnswer {
  readonly ok: boolean;
  readonly tenant: string;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly violations: readonly {
      readonly subject: string;
      readonly found: string;
      readonly expected: string;
    }[];
  }[];
  readonly tookMs: number;
}

/** Every operation of the API, by its id. */
export interface Operations {
  /**
   * Read the log from a position.
   *
   * Events come in commit order, exactly once. Keep `nextAfter` and pass it as `after` to go on.
   *
   * `GET /v1/events`; needs the scope `events:read`.
   */
  readonly listEvents: ListMethod<ListEventsInput, ListEventsAnswer, LogEvent>;

  /**
   * End a session.
   *
   * One of your own; that of another user needs access:write.
   *
   * `DELETE /v1/sessions/{session}`.
   *
   * @throws {DoorstepError} `not-found`, `not-allowed`
   */
  endSession(input: EndSessionInput, options?: RequestOptions): Promise<void>;

  /**
   * Sign out everywhere.
   *
   * Ends all sessions of yours, or of another user: that needs access:write.
   *
   * `DELETE /v1/sessions`.
   *
   * @throws {DoorstepError} `not-a-user`, `not-found`, `not-allowed`
   */
  endSessions(input?: EndSessionsInput, options?: RequestOptions): Promise<void>;

  /**
   * List the open sessions of a user.
   *
   * `GET /v1/sessions`.
   *
   * @throws {DoorstepError} `not-allowed`
   */
  readonly listSessions: ListMethod<ListSessionsInput, Page<UserSession>, UserSession>;

  /**
   * Set a new password with the token of a link.
   *
   * Ends all sessions of the user. A second factor stays as it is.
   *
   * `POST /v1/password-resets/redemptions`.
   *
   * @throws {DoorstepError} `password-reset-invalid`
   */
  redeemPasswordReset(input: RedeemPasswordResetInput, options?: RequestOptions): Promise<void>;

  /**
   * Ask for an e-mail with which to set a new password.
   *
   * Answers the same whether or not there is such a user. `mail` says whether this server sends mail at all; where it does not, an admin can make a link.
   *
   * `POST /v1/password-resets`.
   *
   * @throws {DoorstepError} `rate-limited`
   */
  requestPasswordReset(
    input: RequestPasswordResetInput,
    options?: RequestOptions,
  ): Promise<{
    readonly mail: boolean;
  }>;

  /**
   * Sign in with e-mail and password.
   *
   * The token is a bearer credential for 12 hours. `second-factor-needed`: send the same with the code. After ten wrong guesses nobody gets in under that name for fifteen minutes.
   *
   * `POST /v1/sessions`.
   *
   * @throws {DoorstepError} `sign-in-failed`, `second-factor-needed`, `second-factor-wrong`, `rate-limited`
   */
  signIn(input: SignInInput, options?: RequestOptions): Promise<Session>;

  /**
   * Sign in from a page of this server.
   *
   * Sets a cookie that scripts cannot read. It ends after 12 hours without use, and after 7 days in any case. A browser may be signed in to up to five tenants, each with its own password.
   *
   * `POST /v1/browser-session`.
   *
   * @throws {DoorstepError} `sign-in-failed`, `second-factor-needed`, `second-factor-wrong`, `rate-limited`, `cross-site-request`
   */
  signInBrowser(input: SignInBrowserInput, options?: RequestOptions): Promise<BrowserSession>;

  /**
   * Sign out: end the session of this request.
   *
   * Needs the token or the cookie of a session, of any scope.
   *
   * `DELETE /v1/sessions/current`.
   *
   * @throws {DoorstepError} `not-found`
   */
  signOut(input?: NoInput, options?: RequestOptions): Promise<void>;

  /**
   * Go on in another tenant that this browser is signed in to.
   *
   * `getMe` lists them. `not-found`: sign in there first.
   *
   * `PUT /v1/browser-session`.
   *
   * @throws {DoorstepError} `not-found`, `not-a-browser-session`
   */
  switchTenant(input: SwitchTenantInput, options?: RequestOptions): Promise<BrowserSession>;

  /**
   * Start setting up a second factor.
   *
   * Show `uri` as a QR code to an authenticator app, then confirm with a code of it. Nothing changes until then; beginning again replaces what was begun.
   *
   * `POST /v1/me/second-factor`.
   *
   * @throws {DoorstepError} `not-a-user`, `password-wrong`, `rate-limited`, `second-factor-on`
   */
  beginSecondFactor(
    input: BeginSecondFactorInput,
    options?: RequestOptions,
  ): Promise<NewSecondFactor>;

  /**
   * Change your password.
   *
   * Ends your other sessions.
   *
   * `PUT /v1/me/password`.
   *
   * @throws {DoorstepError} `not-a-user`, `password-wrong`, `rate-limited`
   */
  changePassword(input: ChangePasswordInput, options?: RequestOptions): Promise<void>;

  /**
   * Change how the dashboard looks and works for you.
   *
   * What is not sent stays as it is.
   *
   * `PATCH /v1/me/preferences`.
   *
   * @throws {DoorstepError} `not-a-user`, `time-zone-unknown`
   */
  changePreferences(input?: ChangePreferencesInput, options?: RequestOptions): Promise<Preferences>;

  /**
   * Change your name.
   *
   * `PATCH /v1/me/profile`.
   *
   * @throws {DoorstepError} `not-a-user`, `version-conflict`
   */
  changeProfile(input: ChangeProfileInput, options?: RequestOptions): Promise<Profile>;

  /**
   * Switch the second factor on with a first code.
   *
   * Ends your other sessions: they were opened without it.
   *
   * `POST /v1/me/second-factor/confirmation`.
   *
   * @throws {DoorstepError} `not-a-user`, `second-factor-wrong`, `second-factor-on`, `second-factor-off`
   */
  confirmSecondFactor(
    input: ConfirmSecondFactorInput,
    options?: RequestOptions,
  ): Promise<RecoveryCodes>;

  /**
   * Who you are and what you may do.
   *
   * Needs valid credentials, of any scope.
   *
   * `GET /v1/me`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getMe(input?: NoInput, options?: RequestOptions): Promise<Me>;

  /**
   * Switch the second factor off.
   *
   * `POST /v1/me/second-factor/removal`.
   *
   * @throws {DoorstepError} `not-a-user`, `password-wrong`, `rate-limited`, `second-factor-off`
   */
  removeSecondFactor(input: RemoveSecondFactorInput, options?: RequestOptions): Promise<void>;

  /**
   * Make new recovery codes; the old ones stop working.
   *
   * `POST /v1/me/second-factor/recovery-codes`.
   *
   * @throws {DoorstepError} `not-a-user`, `password-wrong`, `rate-limited`, `second-factor-off`
   */
  replaceRecoveryCodes(
    input: ReplaceRecoveryCodesInput,
    options?: RequestOptions,
  ): Promise<RecoveryCodes>;

  /**
   * Change a user.
   *
   * A new role, a new password and disabling end the sessions of the user at once. The last active admin stays one.
   *
   * `PATCH /v1/users/{user}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `last-admin`, `role-unknown`, `version-conflict`
   */
  changeUser(input: ChangeUserInput, options?: RequestOptions): Promise<User>;

  /**
   * Create an API key.
   *
   * You can only give scopes that you hold yourself. The secret is answered once: a repeated request with the same idempotency key answers null in its place.
   *
   * `POST /v1/api-keys`; needs the scope `access:write`.
   */
  createApiKey(input: CreateApiKeyInput, options?: RequestOptions): Promise<NewApiKey>;

  /**
   * Create a user.
   *
   * You can only give a role whose scopes you hold yourself.
   *
   * `POST /v1/users`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `already-exists`, `role-unknown`
   */
  createUser(input: CreateUserInput, options?: RequestOptions): Promise<User>;

  /**
   * Make a link with which a user sets a new password.
   *
   * The link works once and for 30 minutes; one made before stops working. It is answered once. Give it to the user on a way that you trust.
   *
   * `POST /v1/users/{user}/password-resets`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  issuePasswordReset(
    input: IssuePasswordResetInput,
    options?: RequestOptions,
  ): Promise<PasswordResetLink>;

  /**
   * List the API keys, revoked ones too.
   *
   * `GET /v1/api-keys`; needs the scope `access:read`.
   */
  readonly listApiKeys: ListMethod<ListApiKeysInput, Page<ApiKey>, ApiKey>;

  /**
   * List the users.
   *
   * `GET /v1/users`; needs the scope `access:read`.
   */
  readonly listUsers: ListMethod<ListUsersInput, Page<User>, User>;

  /**
   * Take away the second factor of a user who lost it.
   *
   * The password alone signs in from then on. All sessions of the user end. Make sure that it is the user who asks.
   *
   * `POST /v1/users/{user}/second-factor-resets`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `second-factor-off`
   */
  resetSecondFactor(input: ResetSecondFactorInput, options?: RequestOptions): Promise<User>;

  /**
   * Revoke an API key.
   *
   * It stops working at once, on other processes of the server within seconds.
   *
   * `DELETE /v1/api-keys/{key}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  revokeApiKey(input: RevokeApiKeyInput, options?: RequestOptions): Promise<void>;

  /**
   * Replace an API key by a new one.
   *
   * The new key has the name and the scopes of the old one, which works for `overlapHours` more: long enough to put the new one in place. The secret is answered once.
   *
   * `POST /v1/api-keys/{key}/rotations`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `api-key-over`
   */
  rollApiKey(input: RollApiKeyInput, options?: RequestOptions): Promise<NewApiKey>;

  /**
   * Let a user try again who guessed wrong too often.
   *
   * `POST /v1/users/{user}/unlocking`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  unlockUser(input: UnlockUserInput, options?: RequestOptions): Promise<User>;

  /**
   * Change a role.
   *
   * Its users go on with the new rights at their next request, on other processes of the server within seconds. You can only change a role whose rights you hold yourself, before and after.
   *
   * `PATCH /v1/roles/{role}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`
   */
  changeRole(input: ChangeRoleInput, options?: RequestOptions): Promise<Role>;

  /**
   * Create a role.
   *
   * You can only give rights that you hold yourself. The code stays as it is.
   *
   * `POST /v1/roles`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `already-exists`
   */
  createRole(input: CreateRoleInput, options?: RequestOptions): Promise<Role>;

  /**
   * Delete a role that nobody has.
   *
   * `DELETE /v1/roles/{role}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `role-in-use`
   */
  deleteRole(input: DeleteRoleInput, options?: RequestOptions): Promise<void>;

  /**
   * List the roles with their rights.
   *
   * Those every tenant has first, then its own by name: 100 at most.
   *
   * `GET /v1/roles`; needs the scope `access:read`.
   */
  listRoles(
    input?: NoInput,
    options?: RequestOptions,
  ): Promise<{
    readonly items: readonly Role[];
  }>;

  /**
   * The active users of the tenant by name, 500 at most.
   *
   * `GET /v1/colleagues`; needs the scope `orders:read`.
   */
  listColleagues(input?: NoInput, options?: RequestOptions): Promise<ListColleaguesAnswer>;

  /**
   * Find a request by its id.
   *
   * `GET /v1/requests/{request}`; needs the scope `events:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getRequest(input: GetRequestInput, options?: RequestOptions): Promise<ApiRequest>;

  /**
   * List what was asked of the API, newest first.
   *
   * Kept for seven days, without bodies. It is a sample when much is asked: per process, five reads, five writes and five failures a second on average are kept. A request appears within about a second.
   *
   * `GET /v1/requests`; needs the scope `events:read`.
   */
  readonly listRequests: ListMethod<ListRequestsInput, Page<ApiRequest>, ApiRequest>;

  /**
   * The audit log as a file, newest first.
   *
   * Everything that users did, and what keys and Doorstep did by itself but for the traffic of the shop: that is in the log of events. Never changed; kept for two years. Holds ids and facts, no secret and nothing personal but the address.
   *
   * `GET /v1/audit/export`; needs the scope `audit:read`.
   */
  exportAudit(input?: ExportAuditInput, options?: RequestOptions): Promise<Response>;

  /**
   * Who did what, when and from where, newest first.
   *
   * Everything that users did, and what keys and Doorstep did by itself but for the traffic of the shop: that is in the log of events. Never changed; kept for two years. Holds ids and facts, no secret and nothing personal but the address.
   *
   * `GET /v1/audit`; needs the scope `audit:read`.
   */
  readonly listAudit: ListMethod<ListAuditInput, ListAuditAnswer, AuditEntry>;

  /**
   * Change the name of the company, its color, currency, language and time zone.
   *
   * What is not sent stays as it is.
   *
   * `PATCH /v1/settings/appearance`; needs the scope `settings:write`.
   *
   * @throws {DoorstepError} `contrast-too-low`, `currency-in-use`, `time-zone-unknown`, `version-conflict`
   */
  changeAppearance(input?: ChangeAppearanceInput, options?: RequestOptions): Promise<Appearance>;

  /**
   * Change how numbers of orders and returns are written.
   *
   * Of those that are made from then on, on every process within two seconds; a number that was given stays. The digits at its end are counted through, so two are never the same.
   *
   * `PUT /v1/settings/numbers`; needs the scope `settings:write`.
   *
   * @throws {DoorstepError} `channel-unknown`, `version-conflict`
   */
  changeNumberFormats(
    input: ChangeNumberFormatsInput,
    options?: RequestOptions,
  ): Promise<NumberFormats>;

  /**
   * Change a list of reasons: names, order, new and retired ones.
   *
   * The list as it is from then on. A code that is left out is retired, not forgotten: what was done for it stays known by its name. Adjustments of stock may give any words.
   *
   * `PUT /v1/settings/reasons/{kind}`; needs the scope `settings:write`.
   *
   * @throws {DoorstepError} `version-conflict`
   */
  changeReasons(input: ChangeReasonsInput, options?: RequestOptions): Promise<ChangeReasonsAnswer>;

  /**
   * The picture beside the name of the company.
   *
   * Needs valid credentials, of any scope.
   *
   * `GET /v1/settings/logo`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getLogo(input?: NoInput, options?: RequestOptions): Promise<Response>;

  /**
   * What the tenant sets for itself.
   *
   * `GET /v1/settings`; needs the scope `settings:read`.
   */
  getSettings(input?: NoInput, options?: RequestOptions): Promise<Settings>;

  /**
   * Put a picture beside the name of the company.
   *
   * A PNG or a JPEG. Of the file only what is seen is kept: no place, no comment, nothing behind its end.
   *
   * `PUT /v1/settings/logo`; needs the scope `settings:write`.
   *
   * @throws {DoorstepError} `picture-unreadable`
   */
  putLogo(input: PutLogoInput, options?: RequestOptions): Promise<Appearance>;

  /**
   * Take the picture away.
   *
   * `DELETE /v1/settings/logo`; needs the scope `settings:write`.
   */
  removeLogo(input?: NoInput, options?: RequestOptions): Promise<void>;

  /**
   * Say how long what is kept, and switch it on or off.
   *
   * Once a day a worker erases what is older, in small steps, from now on. It does not come back. Of orders and notes the words go; what was sold, paid and returned stays, and so does every sum.
   *
   * `PUT /v1/retention/{kind}`; needs the scope `settings:write`.
   *
   * @throws {DoorstepError} `version-conflict`
   */
  changeRetention(input: ChangeRetentionInput, options?: RequestOptions): Promise<RetentionRule>;

  /**
   * How long what is kept, and what the last fifty runs erased.
   *
   * `GET /v1/retention`; needs the scope `settings:read`.
   */
  getRetention(input?: NoInput, options?: RequestOptions): Promise<GetRetentionAnswer>;

  /**
   * What a rule would erase now; nothing is erased.
   *
   * `GET /v1/retention/{kind}/preview`; needs the scope `settings:read`.
   */
  previewRetention(
    input: PreviewRetentionInput,
    options?: RequestOptions,
  ): Promise<PreviewRetentionAnswer>;

  /**
   * Change a customer.
   *
   * Fields left out stay as they are; null takes one away.
   *
   * `PATCH /v1/customers/{customer}`; needs the scope `customers:write`.
   *
   * @throws {DoorstepError} `not-found`, `already-exists`, `customer-erased`, `customer-merged`, `version-conflict`
   */
  changeCustomer(input: ChangeCustomerInput, options?: RequestOptions): Promise<Customer>;

  /**
   * Create a customer.
   *
   * An order with a buyer’s e-mail address finds or makes its customer by itself.
   *
   * `POST /v1/customers`; needs the scope `customers:write`.
   *
   * @throws {DoorstepError} `already-exists`, `customer-erased`
   */
  createCustomer(input?: CreateCustomerInput, options?: RequestOptions): Promise<Customer>;

  /**
   * Erase all personal data of a customer.
   *
   * Takes name, addresses, contacts and notes from the customer and its orders, for good, and the address wherever somebody wrote it down: notes, saved searches, rows of imported files. Orders, totals and the country of delivery stay. Erasing twice answers the same.
   *
   * `POST /v1/customers/{customer}/erasure`; needs the scope `customers:write`.
   *
   * @throws {DoorstepError} `not-found`, `customer-merged`
   */
  eraseCustomer(input: EraseCustomerInput, options?: RequestOptions): Promise<Customer>;

  /**
   * Get a customer.
   *
   * `GET /v1/customers/{customer}`; needs the scope `customers:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getCustomer(input: GetCustomerInput, options?: RequestOptions): Promise<Customer>;

  /**
   * List customers, or search by name, e-mail, phone or external id.
   *
   * `GET /v1/customers`; needs the scope `customers:read`.
   */
  readonly listCustomers: ListMethod<ListCustomersInput, Page<Customer>, Customer>;

  /**
   * Merge another customer into this one, for good.
   *
   * All orders and past documents of `from` become those of this customer, and so do its e-mail address and external id: who orders with them again is this customer. What this customer lacks it takes from `from`, a credit limit too; what both owe is owed within one. No amount and no total changes. It cannot be undone.
   *
   * `POST /v1/customers/{customer}/merges`; needs the scope `customers:write`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`, `version-conflict`
   */
  mergeCustomers(
    input: MergeCustomersInput,
    options?: RequestOptions,
  ): Promise<MergeCustomersAnswer>;

  /**
   * What merging another customer into this one would do.
   *
   * `GET /v1/customers/{customer}/merge-preview`; needs the scope `customers:read`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`
   */
  previewMerge(input: PreviewMergeInput, options?: RequestOptions): Promise<PreviewMergeAnswer>;

  /**
   * Change a SKU.
   *
   * Fields left out stay as they are; null takes one away. The code stays.
   *
   * `PATCH /v1/skus/{sku}`; needs the scope `catalog:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`, `already-exists`, `barcode-invalid`, `kit-invalid`
   */
  changeSku(input: ChangeSkuInput, options?: RequestOptions): Promise<Sku>;

  /**
   * Create a SKU, or a kit of SKUs.
   *
   * `POST /v1/skus`; needs the scope `catalog:write`.
   *
   * @throws {DoorstepError} `already-exists`, `barcode-invalid`, `kit-invalid`
   */
  createSku(input: CreateSkuInput, options?: RequestOptions): Promise<Sku>;

  /**
   * Get a SKU by its id or code.
   *
   * `GET /v1/skus/{sku}`; needs the scope `catalog:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getSku(input: GetSkuInput, options?: RequestOptions): Promise<Sku>;

  /**
   * List SKUs, or search by code, title or barcode.
   *
   * `GET /v1/skus`; needs the scope `catalog:read`.
   */
  readonly listSkus: ListMethod<ListSkusInput, Page<Sku>, Sku>;

  /**
   * Create or change up to 1,000 SKUs by their codes.
   *
   * Rows are taken one by one: a refused row does not stop the others. Fields left out keep what a known SKU has. A kit may name components of the same request. The answer has a row for each, in order.
   *
   * `PUT /v1/skus/bulk`; needs the scope `catalog:write`.
   */
  upsertSkus(input: UpsertSkusInput, options?: RequestOptions): Promise<UpsertSkusAnswer>;

  /**
   * Change a channel.
   *
   * `PATCH /v1/channels/{channel}`; needs the scope `catalog:write`.
   *
   * @throws {DoorstepError} `not-found`, `already-exists`, `version-conflict`
   */
  changeChannel(input: ChangeChannelInput, options?: RequestOptions): Promise<Channel>;

  /**
   * Create a channel.
   *
   * Stock locations serve a channel only where they say so.
   *
   * `POST /v1/channels`; needs the scope `catalog:write`.
   *
   * @throws {DoorstepError} `already-exists`
   */
  createChannel(input: CreateChannelInput, options?: RequestOptions): Promise<Channel>;

  /**
   * Get a channel by its id or code.
   *
   * `GET /v1/channels/{channel}`; needs the scope `catalog:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getChannel(input: GetChannelInput, options?: RequestOptions): Promise<Channel>;

  /**
   * List channels.
   *
   * `GET /v1/channels`; needs the scope `catalog:read`.
   */
  readonly listChannels: ListMethod<ListChannelsInput, Page<Channel>, Channel>;

  /**
   * Change a stock location.
   *
   * Fields left out stay as they are; `address`, `calendar` and `channels` are replaced whole. A new address moves coordinates that were not given; `coordinates: null` places it anew.
   *
   * `PATCH /v1/locations/{location}`; needs the scope `locations:write`.
   *
   * @throws {DoorstepError} `not-found`, `already-exists`, `version-conflict`, `place-unknown`, `time-zone-unknown`, `channel-unknown`
   */
  changeLocation(input: ChangeLocationInput, options?: RequestOptions): Promise<Location>;

  /**
   * Create a stock location.
   *
   * It serves the channels named in `channels`, and no other.
   *
   * `POST /v1/locations`; needs the scope `locations:write`.
   *
   * @throws {DoorstepError} `already-exists`, `place-unknown`, `time-zone-unknown`, `channel-unknown`
   */
  createLocation(input: CreateLocationInput, options?: RequestOptions): Promise<Location>;

  /**
   * Get a stock location by its id or code.
   *
   * `GET /v1/locations/{location}`; needs the scope `locations:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getLocation(input: GetLocationInput, options?: RequestOptions): Promise<Location>;

  /**
   * List stock locations.
   *
   * `GET /v1/locations`; needs the scope `locations:read`.
   */
  readonly listLocations: ListMethod<ListLocationsInput, Page<Location>, Location>;

  /**
   * Available to sell, per SKU and channel.
   *
   * Over the active locations that serve the channel, what is available less the channel buffer there. A kit can be sold as often as its scarcest component allows. Answered from memory, at most `maxAgeMs` old: ask as often as you have viewers. It promises nothing, only an order or a reservation does.
   *
   * `GET /v1/stock/availability`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `channel-unknown`
   */
  getAvailability(
    input: GetAvailabilityInput,
    options?: RequestOptions,
  ): Promise<GetAvailabilityAnswer>;

  /**
   * The open reservations of one SKU at one location, newest first.
   *
   * `GET /v1/reservations`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  readonly listReservations: ListMethod<
    ListReservationsInput,
    Page<ListReservationsItem>,
    ListReservationsItem
  >;

  /**
   * List stock levels, by SKU or by location.
   *
   * `GET /v1/stock/levels`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  readonly listStockLevels: ListMethod<ListStockLevelsInput, Page<StockLevel>, StockLevel>;

  /**
   * The movements of one SKU at one location, newest first.
   *
   * Their sums are the level.
   *
   * `GET /v1/stock/movements`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  readonly listStockMovements: ListMethod<
    ListStockMovementsInput,
    Page<ListStockMovementsItem>,
    ListStockMovementsItem
  >;

  /**
   * Give reserved stock back.
   *
   * Only reservations made here; an order gives its stock back when it is canceled.
   *
   * `DELETE /v1/reservations/{reservation}`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  releaseReservation(input: ReleaseReservationInput, options?: RequestOptions): Promise<void>;

  /**
   * Reserve stock for a cart, a quote or another owner.
   *
   * With `expiresInSeconds` it lapses on time and the stock is free again.
   *
   * `POST /v1/reservations`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `insufficient-stock`
   */
  reserveStock(input: ReserveStockInput, options?: RequestOptions): Promise<ReserveStockAnswer>;

  /**
   * How many units of a SKU may be sold without stock.
   *
   * `PUT /v1/skus/{sku}/backorder-limit`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `backorder-cap-too-low`
   */
  setBackorderLimit(
    input: SetBackorderLimitInput,
    options?: RequestOptions,
  ): Promise<SetBackorderLimitAnswer>;

  /**
   * Keep back units of a SKU at a location.
   *
   * `PUT /v1/stock/safety-stock`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  setSafetyStock(input: SetSafetyStockInput, options?: RequestOptions): Promise<StockLevel>;

  /**
   * Add or take away units, with a reason.
   *
   * Always recorded, also below what is reserved: that difference shows as `shortfall`. Only less than nothing on hand is refused.
   *
   * `POST /v1/stock/adjustments`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `stock-would-be-negative`
   */
  adjustStock(input: AdjustStockInput, options?: RequestOptions): Promise<AdjustStockAnswer>;

  /**
   * Take a transfer back of which nothing was received.
   *
   * All of it is on hand at `from` again, and nothing is in transit, in one step.
   *
   * `POST /v1/transfers/{transfer}/cancellation`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `not-found`, `transfer-received`, `transfer-canceled`
   */
  cancelTransfer(
    input: CancelTransferInput,
    options?: RequestOptions,
  ): Promise<CancelTransferAnswer>;

  /**
   * Record what was counted.
   *
   * A count is a fact: it is never refused, but for a SKU that is counted twice. Counted less than reserved shows as `shortfall`.
   *
   * `POST /v1/stock/counts`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  countStock(input: CountStockInput, options?: RequestOptions): Promise<CountStockAnswer>;

  /**
   * Send stock from one location to another.
   *
   * The units leave `from` now and are in transit at `to` until they are received.
   *
   * `POST /v1/transfers`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `stock-would-be-negative`
   */
  dispatchTransfer(
    input: DispatchTransferInput,
    options?: RequestOptions,
  ): Promise<DispatchTransferAnswer>;

  /**
   * Announce stock that will come.
   *
   * `POST /v1/stock/expectations`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  expectStock(input: ExpectStockInput, options?: RequestOptions): Promise<ExpectStockAnswer>;

  /**
   * Look at a transfer.
   *
   * `GET /v1/transfers/{transfer}`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getTransfer(input: GetTransferInput, options?: RequestOptions): Promise<GetTransferAnswer>;

  /**
   * Receive stock at a location.
   *
   * With `expectation`, what arrives leaves that expectation and `incoming`.
   *
   * `POST /v1/stock/receipts`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `not-found`
   */
  receiveStock(input: ReceiveStockInput, options?: RequestOptions): Promise<ReceiveStockAnswer>;

  /**
   * Receive a transfer.
   *
   * Without `lines` everything has come. What differs from what was sent is recorded, not refused.
   *
   * `POST /v1/transfers/{transfer}/receipt`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `not-found`, `transfer-received`, `transfer-canceled`, `sku-unknown`
   */
  receiveTransfer(
    input: ReceiveTransferInput,
    options?: RequestOptions,
  ): Promise<ReceiveTransferAnswer>;

  /**
   * Move units between available, damaged and quality control.
   *
   * `POST /v1/stock/reclassifications`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `stock-would-be-negative`
   */
  reclassifyStock(
    input: ReclassifyStockInput,
    options?: RequestOptions,
  ): Promise<ReclassifyStockAnswer>;

  /**
   * Set what is on hand of many SKUs at many locations, in one.
   *
   * All of it or nothing. With `seenOnHand` a level that changed since you looked refuses the entry. Each change is an adjustment with the reason; the whole is taken back by its reversal.
   *
   * `POST /v1/stock/entries`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`, `stock-changed-since`
   */
  enterStock(input: EnterStockInput, options?: RequestOptions): Promise<EnterStockAnswer>;

  /**
   * Take a stock entry back.
   *
   * An entry of its own, which can be reversed in turn. Refused as a whole when any of its levels has another number on hand by now: what happened since is not undone.
   *
   * `POST /v1/stock/entries/{entry}/reversal`; needs the scope `stock:write`.
   *
   * @throws {DoorstepError} `not-found`, `stock-changed-since`
   */
  reverseStockEntry(
    input: ReverseStockEntryInput,
    options?: RequestOptions,
  ): Promise<ReverseStockEntryAnswer>;

  /**
   * What the movements and the open reservations of a level add up to.
   *
   * Read at one moment: the sum of all movements is what is on hand, the sum of the open reservations is what is reserved.
   *
   * `GET /v1/stock/sums`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  getStockSums(input: GetStockSumsInput, options?: RequestOptions): Promise<GetStockSumsAnswer>;

  /**
   * List SKUs with their levels at all locations.
   *
   * By code. With `lowAt` only SKUs of which at most so many are available at one of their active locations, the scarcest first: kept from the log, so a change is there within seconds.
   *
   * `GET /v1/stock/grid`; needs the scope `stock:read`.
   */
  readonly listStockGrid: ListMethod<
    ListStockGridInput,
    Page<ListStockGridItem>,
    ListStockGridItem
  >;

  /**
   * Change the terms of a drop.
   *
   * Also while it runs. A lower limit takes nothing from those who have more already.
   *
   * `PATCH /v1/drops/{drop}`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `not-found`, `drop-over`, `version-conflict`
   */
  changeDrop(input: ChangeDropInput, options?: RequestOptions): Promise<ChangeDropAnswer>;

  /**
   * Set more units apart, or give some back.
   *
   * Positive units come from general sale, negative ones go back to it out of the pool. A SKU that the drop did not have is added. Units that come are offered to those who wait first.
   *
   * `POST /v1/drops/{drop}/pool-changes`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `not-found`, `drop-over`, `sku-unknown`, `kit-invalid`, `location-unknown`, `insufficient-stock`, `stock-would-be-negative`, `backorder-cap-too-low`
   */
  changePool(input: ChangePoolInput, options?: RequestOptions): Promise<ChangePoolAnswer>;

  /**
   * Plan a drop and set its units apart.
   *
   * A livestream or launch. Its units leave general sale at once and stand at their locations for this drop alone, until they are sold or it is over.
   *
   * `POST /v1/drops`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `sku-unknown`, `kit-invalid`, `location-unknown`, `insufficient-stock`
   */
  createDrop(input: CreateDropInput, options?: RequestOptions): Promise<CreateDropAnswer>;

  /**
   * Look at a drop.
   *
   * `GET /v1/drops/{drop}`; needs the scope `drops:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getDrop(input: GetDropInput, options?: RequestOptions): Promise<GetDropAnswer>;

  /**
   * List drops, newest first.
   *
   * `GET /v1/drops`; needs the scope `drops:read`.
   */
  readonly listDrops: ListMethod<ListDropsInput, Page<ListDropsItem>, ListDropsItem>;

  /**
   * Pause a drop.
   *
   * Nothing is held, sold from the pool or offered until it is resumed. A hold is a promise: it can still be bought.
   *
   * `POST /v1/drops/{drop}/pause`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `not-found`, `drop-over`, `drop-not-switched`
   */
  pauseDrop(input: PauseDropInput, options?: RequestOptions): Promise<PauseDropAnswer>;

  /**
   * Go on with a paused drop.
   *
   * What came back meanwhile is offered to those who wait.
   *
   * `POST /v1/drops/{drop}/resumption`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `not-found`, `drop-over`, `drop-not-switched`
   */
  resumeDrop(input: ResumeDropInput, options?: RequestOptions): Promise<ResumeDropAnswer>;

  /**
   * Stop a drop for good.
   *
   * The pool goes to general sale at once and the queue is over. Holds are kept until they are bought or lapse, unless `releaseHolds` takes them back as well.
   *
   * `POST /v1/drops/{drop}/stop`; needs the scope `drops:write`.
   *
   * @throws {DoorstepError} `not-found`, `drop-over`
   */
  stopDrop(input: StopDropInput, options?: RequestOptions): Promise<StopDropAnswer>;

  /**
   * The live figures of a drop.
   *
   * Made to be asked for every second.
   *
   * `GET /v1/drops/{drop}/figures`; needs the scope `drops:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getDropFigures(
    input: GetDropFiguresInput,
    options?: RequestOptions,
  ): Promise<GetDropFiguresAnswer>;

  /**
   * Look at an open hold.
   *
   * `GET /v1/drops/{drop}/holds/{hold}`; needs the scope `drops:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getDropHold(input: GetDropHoldInput, options?: RequestOptions): Promise<GetDropHoldAnswer>;

  /**
   * Look at a place in the queue.
   *
   * `GET /v1/drops/{drop}/queue/{place}`; needs the scope `drops:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getQueuePlace(input: GetQueuePlaceInput, options?: RequestOptions): Promise<GetQueuePlaceAnswer>;

  /**
   * Hold units of a drop for a cart.
   *
   * All lines or none. Bought by an order that names the hold; else it lapses on time and its units are in the pool again. `drop-sold-out` says whether what is gone is merely held.
   *
   * `POST /v1/drops/{drop}/holds`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `sku-unknown`, `sku-not-in-drop`, `drop-not-running`, `drop-limit-reached`, `drop-sold-out`
   */
  holdUnits(input: HoldUnitsInput, options?: RequestOptions): Promise<HoldUnitsAnswer>;

  /**
   * Wait for units of a drop.
   *
   * First come, first served, by SKU. What comes back is offered to the first as a hold, what there is of what they want; nobody overtakes. A buyer who waits already gets the place they have.
   *
   * `POST /v1/drops/{drop}/queue`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `sku-unknown`, `sku-not-in-drop`, `drop-not-running`, `drop-limit-reached`
   */
  joinQueue(input: JoinQueueInput, options?: RequestOptions): Promise<JoinQueueAnswer>;

  /**
   * Wait no more.
   *
   * What was offered goes to the next.
   *
   * `DELETE /v1/drops/{drop}/queue/{place}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  leaveQueue(input: LeaveQueueInput, options?: RequestOptions): Promise<void>;

  /**
   * List what the video platform counted, by minute.
   *
   * Newest first; minutes of which nothing was told are left out.
   *
   * `GET /v1/drops/{drop}/engagement`; needs the scope `drops:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listEngagement: ListMethod<
    ListEngagementInput,
    Page<ListEngagementItem>,
    ListEngagementItem
  >;

  /**
   * Record what the video platform counted.
   *
   * Kept by minute, for forecasts: the most viewers at once, and sums of the others. Send an idempotency key: without one, sent twice is counted twice.
   *
   * `POST /v1/drops/{drop}/engagement`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  recordEngagement(input: RecordEngagementInput, options?: RequestOptions): Promise<void>;

  /**
   * Give held units back.
   *
   * They are in the pool at once, and offered to the first in the queue.
   *
   * `DELETE /v1/drops/{drop}/holds/{hold}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  releaseDropHold(input: ReleaseDropHoldInput, options?: RequestOptions): Promise<void>;

  /**
   * Capture an order and promise its stock.
   *
   * Answers once the order is committed and its stock is reserved. The same (channel, externalId) again answers 200 with the first order. Send an Idempotency-Key to retry safely.
   *
   * `POST /v1/orders`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `channel-unknown`, `drop-unknown`, `sku-not-in-drop`, `drop-not-running`, `drop-limit-reached`, `drop-sold-out`, `drop-hold-not-open`, `drop-buyer-needed`, `sku-inactive`, `insufficient-stock`, `order-total-mismatch`, `order-has-too-many-lines`, `payment-provider-unknown`, `payments-exceed-total`, `gift-card-unknown`, `rate-limited`, `payment-not-converted`, `conversion-differs`
   */
  captureOrder(input: NewOrder, options?: RequestOptions): Promise<CaptureOrderAnswer>;

  /**
   * Cancel what has not shipped.
   *
   * Without `lines`, all of it, wherever it is by then: promised, released, picked or packed. The stock is free again in the same moment; what has left its shelf is to be put back.
   *
   * `POST /v1/orders/{order}/cancellations`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-cancel`, `reason-unknown`, `not-cancelable`, `line-unknown`, `version-conflict`
   */
  cancelOrder(input: CancelOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Count orders, as a whole and by status.
   *
   * Takes the filters of the list. Statuses, channel and origin are counted exactly, whatever there is; with other filters up to 20,000 orders are looked at, and `isExact` says whether that was all. Each axis is counted under all filters but its own.
   *
   * `GET /v1/orders/counts`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`
   */
  countOrders(input?: CountOrdersInput, options?: RequestOptions): Promise<CountOrdersAnswer>;

  /**
   * Why these locations, and why not the others.
   *
   * `GET /v1/orders/{order}/routing`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  explainRouting(
    input: ExplainRoutingInput,
    options?: RequestOptions,
  ): Promise<ExplainRoutingAnswer>;

  /**
   * Look at an order.
   *
   * `GET /v1/orders/{order}`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getOrder(input: GetOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Everything that happened to an order, in order.
   *
   * Oldest first and behind `afterVersion`, or with `sort: newest` newest first and before `beforeVersion`. `kind` leaves out all that is of other kinds.
   *
   * `GET /v1/orders/{order}/timeline`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly getOrderTimeline: ListMethod<
    GetOrderTimelineInput,
    GetOrderTimelineAnswer,
    Readonly<Record<string, unknown>>
  >;

  /**
   * List orders: filtered, searched, sorted.
   *
   * Filters combine. `search` finds numbers, external ids, SKUs, tracking numbers, names and e-mail addresses by their beginning, and phone numbers by six digits or more of their end, however they are written. Without `sort` the newest come first, and with at most one value for each of `status`, `fulfillmentStatus`, `stockStatus`, `paymentStatus`, `channel`, `customer` and `tag` an order is listed the moment it is captured. Everything else reads a list kept from the log, as a rule within a tenth of a second, in a surge within seconds: `behind` says how many events are not in it yet. A page may be shorter than `limit` where few orders match; go on as long as there is a `nextCursor`.
   *
   * `GET /v1/orders`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`
   */
  readonly listOrders: ListMethod<ListOrdersInput, ListOrdersAnswer, ListOrdersItem>;

  /**
   * Write a note on an order.
   *
   * For colleagues, not for the buyer. Who is named finds it among their mentions.
   *
   * `POST /v1/orders/{order}/notes`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `user-unknown`, `too-many-notes`, `version-conflict`
   */
  addNote(input: AddNoteInput, options?: RequestOptions): Promise<Order>;

  /**
   * Take a note of your own off an order.
   *
   * `DELETE /v1/orders/{order}/notes/{note}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `note-not-yours`, `version-conflict`
   */
  deleteNote(input: DeleteNoteInput, options?: RequestOptions): Promise<Order>;

  /**
   * Write a note of your own anew.
   *
   * `PUT /v1/orders/{order}/notes/{note}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `note-not-yours`, `user-unknown`, `version-conflict`
   */
  editNote(input: EditNoteInput, options?: RequestOptions): Promise<Order>;

  /**
   * Erase what is personal in an order.
   *
   * For a guest, who is no customer to erase: contact, addresses, notes and custom fields go; lines, money and stock stay.
   *
   * `POST /v1/orders/{order}/erasure`; needs the scope `customers:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  eraseOrder(input: EraseOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Put an order, or a line of it, on hold.
   *
   * Many may stand at once; all must be released. `handle` is your name for this one.
   *
   * `POST /v1/orders/{order}/holds`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `hold-handle-taken`, `reason-unknown`, `version-conflict`
   */
  placeHold(input: PlaceHoldInput, options?: RequestOptions): Promise<Hold>;

  /**
   * Release a hold.
   *
   * `PUT /v1/orders/{order}/holds/{hold}/release`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `hold-not-open`, `hold-follows-cause`, `version-conflict`
   */
  releaseHold(input: ReleaseHoldInput, options?: RequestOptions): Promise<Hold>;

  /**
   * Set custom fields of an order.
   *
   * Merges: a field set to null is removed. At most 50 fields on an order.
   *
   * `PATCH /v1/orders/{order}/custom-fields`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`
   */
  setCustomFields(input: SetCustomFieldsInput, options?: RequestOptions): Promise<Order>;

  /**
   * Tag an order.
   *
   * `PUT /v1/orders/{order}/tags/{tag}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`
   */
  tagOrder(input: TagOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Take a tag off an order.
   *
   * `DELETE /v1/orders/{order}/tags/{tag}`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`
   */
  untagOrder(input: UntagOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Change the dates that an order is promised for.
   *
   * A date that is left out stays, `null` takes it away. For the reason `channel` it counts as promised by the channel. Work that was released keeps the cut-off it is due by.
   *
   * `PUT /v1/orders/{order}/promise`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`, `validation-failed`
   */
  changePromise(input: ChangePromiseInput, options?: RequestOptions): Promise<Order>;

  /**
   * List the notes that name you, newest first.
   *
   * Notes name users: an API key finds none.
   *
   * `GET /v1/mentions`; needs the scope `orders:read`.
   */
  readonly listMentions: ListMethod<ListMentionsInput, Page<ListMentionsItem>, ListMentionsItem>;

  /**
   * Say that you have read notes that name you.
   *
   * Without `notes`, all of them, 1,000 at once. Nobody is told: it is yours alone.
   *
   * `POST /v1/mentions/readings`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-a-user`
   */
  readMentions(input?: ReadMentionsInput, options?: RequestOptions): Promise<ReadMentionsAnswer>;

  /**
   * Where a customer’s orders went, what was noted on them, and what else it is known by.
   *
   * Of their newest 200 orders; the newest 50 notes.
   *
   * `GET /v1/customers/{customer}/contacts`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readCustomerContacts(
    input: ReadCustomerContactsInput,
    options?: RequestOptions,
  ): Promise<ReadCustomerContactsAnswer>;

  /**
   * What a customer has bought, and what is open.
   *
   * Of their newest `countMax` orders; that many means that many or more.
   *
   * `GET /v1/customers/{customer}/order-summary`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  summarizeCustomer(
    input: SummarizeCustomerInput,
    options?: RequestOptions,
  ): Promise<SummarizeCustomerAnswer>;

  /**
   * See what a cancellation would do.
   *
   * Takes what `cancelOrder` takes and refuses what it refuses. Nothing is written: `cancelOrder` with this `version` does exactly this, or says who changed the order since.
   *
   * `POST /v1/orders/{order}/cancellation-previews`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-cancel`, `not-cancelable`, `line-unknown`, `version-conflict`
   */
  previewCancellation(
    input: PreviewCancellationInput,
    options?: RequestOptions,
  ): Promise<PreviewCancellationAnswer>;

  /**
   * See what a refund would do.
   *
   * Takes what `grantRefund` takes and refuses what it refuses. Nothing is written: `grantRefund` with this `version` does exactly this, or says who changed the order since.
   *
   * `POST /v1/orders/{order}/refund-previews`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `not-refundable`, `refund-exceeds-due`, `refund-beyond-role`, `refund-not-captured`, `order-without-customer`, `customer-erased`, `version-conflict`
   */
  previewRefund(input: PreviewRefundInput, options?: RequestOptions): Promise<PreviewRefundAnswer>;

  /**
   * Change a view of yours: its name, what it shows, who sees it.
   *
   * `PATCH /v1/order-views/{view}`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`
   */
  changeOrderView(
    input: ChangeOrderViewInput,
    options?: RequestOptions,
  ): Promise<ChangeOrderViewAnswer>;

  /**
   * Save a view of orders.
   *
   * Up to 100 of one owner.
   *
   * `POST /v1/order-views`; needs the scope `orders:read`.
   */
  createOrderView(
    input: CreateOrderViewInput,
    options?: RequestOptions,
  ): Promise<CreateOrderViewAnswer>;

  /**
   * Delete a view of yours.
   *
   * `DELETE /v1/order-views/{view}`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  deleteOrderView(input: DeleteOrderViewInput, options?: RequestOptions): Promise<void>;

  /**
   * List saved views of orders: yours, and those shared with you.
   *
   * `GET /v1/order-views`; needs the scope `orders:read`.
   */
  listOrderViews(
    input?: ListOrderViewsInput,
    options?: RequestOptions,
  ): Promise<ListOrderViewsAnswer>;

  /**
   * Choose the view that you start with, or none.
   *
   * `PUT /v1/order-views/default`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  setDefaultOrderView(
    input: SetDefaultOrderViewInput,
    options?: RequestOptions,
  ): Promise<{
    readonly view: string | null;
  }>;

  /**
   * Stop a bulk action: what is done stays done.
   *
   * `PUT /v1/bulk-actions/{bulk}/cancellation`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `bulk-action-over`
   */
  cancelBulkAction(
    input: CancelBulkActionInput,
    options?: RequestOptions,
  ): Promise<CancelBulkActionAnswer>;

  /**
   * Choose orders for an action, and see what it would do.
   *
   * Either `orders`, or `filters`: all that match, as the list knows them in this moment. That set is kept: an order that comes to match later is not touched. Up to 100,000 orders. Nothing is changed before it is started; what is not started within a day is forgotten. `release` also needs the scope fulfillment:write.
   *
   * `POST /v1/bulk-actions`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`, `reason-unknown`
   */
  createBulkAction(
    input: CreateBulkActionInput,
    options?: RequestOptions,
  ): Promise<CreateBulkActionAnswer>;

  /**
   * How far a bulk action is.
   *
   * `GET /v1/bulk-actions/{bulk}`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getBulkAction(input: GetBulkActionInput, options?: RequestOptions): Promise<GetBulkActionAnswer>;

  /**
   * What came of each order of a bulk action.
   *
   * `GET /v1/bulk-actions/{bulk}/orders`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listBulkActionOrders: ListMethod<
    ListBulkActionOrdersInput,
    Page<ListBulkActionOrdersItem>,
    ListBulkActionOrdersItem
  >;

  /**
   * List bulk actions of the last 30 days, newest first.
   *
   * `GET /v1/bulk-actions`; needs the scope `orders:read`.
   */
  readonly listBulkActions: ListMethod<
    ListBulkActionsInput,
    Page<ListBulkActionsItem>,
    ListBulkActionsItem
  >;

  /**
   * Start a bulk action.
   *
   * A worker does it order by order, each in a transaction with its outcome: a crash loses none and does none twice, in the name of who starts it. Whether an order is eligible is decided again when its turn comes. `release` also needs the scope fulfillment:write.
   *
   * `PUT /v1/bulk-actions/{bulk}/start`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`, `bulk-action-over`
   */
  startBulkAction(
    input: StartBulkActionInput,
    options?: RequestOptions,
  ): Promise<StartBulkActionAnswer>;

  /**
   * Look at a fulfillment order.
   *
   * `GET /v1/fulfillment-orders/{fulfillmentOrder}`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getFulfillmentOrder(
    input: GetFulfillmentOrderInput,
    options?: RequestOptions,
  ): Promise<GetFulfillmentOrderAnswer>;

  /**
   * Look at a parcel.
   *
   * `GET /v1/parcels/{parcel}`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getParcel(input: GetParcelInput, options?: RequestOptions): Promise<GetParcelAnswer>;

  /**
   * List fulfillment orders, newest first.
   *
   * Filters combine.
   *
   * `GET /v1/fulfillment-orders`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `location-unknown`
   */
  readonly listFulfillmentOrders: ListMethod<
    ListFulfillmentOrdersInput,
    Page<ListFulfillmentOrdersItem>,
    ListFulfillmentOrdersItem
  >;

  /**
   * List parcels, newest first.
   *
   * Filters combine.
   *
   * `GET /v1/parcels`; needs the scope `fulfillment:read`.
   */
  readonly listParcels: ListMethod<ListParcelsInput, Page<ListParcelsItem>, ListParcelsItem>;

  /**
   * Pack a parcel.
   *
   * Without `lines`, everything picked. Units that nobody reported picked are picked with it.
   *
   * `POST /v1/fulfillment-orders/{fulfillmentOrder}/parcels`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `nothing-to-pack`, `work-changed`
   */
  packParcel(input: PackParcelInput, options?: RequestOptions): Promise<PackParcelAnswer>;

  /**
   * Record what was picked, and what was not there.
   *
   * A fact, refused only to who sends `seen` and was not the first. Without `lines`, everything asked was there; a line without numbers, all of it. `short` units are taken off the stock of the location and looked for elsewhere in the same moment.
   *
   * `POST /v1/fulfillment-orders/{fulfillmentOrder}/picks`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `work-changed`
   */
  recordPicks(input: RecordPicksInput, options?: RequestOptions): Promise<RecordPicksAnswer>;

  /**
   * Record a shipment that was made elsewhere.
   *
   * For stores, 3PLs and drop-shippers that pick and pack in systems of their own: any lines, any location, whatever was planned. Without `lines`, everything open at the location; without `location`, a parcel from each location that has some.
   *
   * `POST /v1/orders/{order}/shipments`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `location-unknown`, `location-needed`, `nothing-to-ship`
   */
  recordShipment(
    input: RecordShipmentInput,
    options?: RequestOptions,
  ): Promise<RecordShipmentAnswer>;

  /**
   * Release an order to its locations.
   *
   * What is promised becomes firm, and each location is asked for its part. Channels may release their orders by themselves: `releaseAfterMinutes`.
   *
   * `POST /v1/orders/{order}/releases`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `order-on-hold`, `order-not-paid`, `order-under-review`, `nothing-to-release`, `version-conflict`
   */
  releaseOrder(input: ReleaseOrderInput, options?: RequestOptions): Promise<ReleaseOrderAnswer>;

  /**
   * Record that a parcel left.
   *
   * A fact, never refused: a parcel that left before changes nothing but its label, and one that was voided is shipped beyond what was asked. `location` where it left from elsewhere. Who wants to be the one who ships it sends `onlyIfPacked`.
   *
   * `POST /v1/parcels/{parcel}/shipments`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `location-unknown`, `parcel-not-packed`
   */
  shipParcel(input: ShipParcelInput, options?: RequestOptions): Promise<ShipParcelAnswer>;

  /**
   * Look for stock again for what an order waits for.
   *
   * It happens by itself when stock comes; this looks now, for this order first.
   *
   * `POST /v1/orders/{order}/sourcings`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-source`, `version-conflict`
   */
  sourceOrder(input: SourceOrderInput, options?: RequestOptions): Promise<Order>;

  /**
   * Count what stands in each column of a location’s board.
   *
   * Counted as it is in this moment, up to `countMax`. With filters as many works of each column as `lookedAtMax` are looked at, what is due first first, and `isExact` says whether those were all.
   *
   * `GET /v1/locations/{location}/fulfillment-board`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `location-unknown`, `sku-unknown`
   */
  getFulfillmentBoard(
    input: GetFulfillmentBoardInput,
    options?: RequestOptions,
  ): Promise<GetFulfillmentBoardAnswer>;

  /**
   * Get a label for a parcel from its carrier.
   *
   * The carrier is asked once for each parcel: asked again, it gives the same number. A parcel that left or was voided gets none.
   *
   * `PUT /v1/parcels/{parcel}/label`; needs the scope `fulfillment:write`.
   *
   * @throws {DoorstepError} `not-found`, `carrier-unknown`, `parcel-not-packed`
   */
  getParcelLabel(
    input: GetParcelLabelInput,
    options?: RequestOptions,
  ): Promise<GetParcelLabelAnswer>;

  /**
   * List the cards of a column, what is due first first.
   *
   * Of `shipped`, the latest first. A page may be shorter than `limit` where few match the filters; go on as long as there is a `nextCursor`.
   *
   * `GET /v1/locations/{location}/fulfillment-board/{column}`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `location-unknown`, `sku-unknown`
   */
  readonly listBoardCards: ListMethod<
    ListBoardCardsInput,
    Page<ListBoardCardsItem>,
    ListBoardCardsItem
  >;

  /**
   * List the carriers that give labels here.
   *
   * `GET /v1/carriers`; needs the scope `fulfillment:read`.
   */
  listCarriers(input?: NoInput, options?: RequestOptions): Promise<ListCarriersAnswer>;

  /**
   * What the carrier said of a parcel.
   *
   * `GET /v1/parcels/{parcel}/tracking`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getParcelTracking(
    input: GetParcelTrackingInput,
    options?: RequestOptions,
  ): Promise<GetParcelTrackingAnswer>;

  /**
   * Record what carriers say of parcels.
   *
   * Facts: in any order, late or twice, none is refused. Each has its own outcome, in the order sent. A scan of a parcel that is only packed means that it left.
   *
   * `POST /v1/tracking-events`; needs the scope `fulfillment:write`.
   */
  recordTrackingEvents(
    input: RecordTrackingEventsInput,
    options?: RequestOptions,
  ): Promise<RecordTrackingEventsAnswer>;

  /**
   * Say yes to a return that the buyer asked for.
   *
   * `PUT /v1/returns/{return}/approval`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `return-decided`
   */
  approveReturn(input: ApproveReturnInput, options?: RequestOptions): Promise<ApproveReturnAnswer>;

  /**
   * Call a return off.
   *
   * As long as nothing of it came. What comes nevertheless is received all the same.
   *
   * `POST /v1/returns/{return}/cancellation`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `return-not-open`
   */
  cancelReturn(input: CancelReturnInput, options?: RequestOptions): Promise<CancelReturnAnswer>;

  /**
   * Say no to a return that the buyer asked for.
   *
   * It is called off, and its units may be asked for again. What comes nevertheless is received all the same.
   *
   * `PUT /v1/returns/{return}/refusal`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `return-decided`
   */
  declineReturn(input: DeclineReturnInput, options?: RequestOptions): Promise<DeclineReturnAnswer>;

  /**
   * Look at a return.
   *
   * `GET /v1/returns/{return}`; needs the scope `returns:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getReturn(input: GetReturnInput, options?: RequestOptions): Promise<GetReturnAnswer>;

  /**
   * List returns, newest first.
   *
   * Filters combine.
   *
   * `GET /v1/returns`; needs the scope `returns:read`.
   *
   * @throws {DoorstepError} `not-found`, `location-unknown`
   */
  readonly listReturns: ListMethod<ListReturnsInput, Page<ListReturnsItem>, ListReturnsItem>;

  /**
   * See what a refund of a return would do.
   *
   * Takes what `refundReturn` takes and refuses what it refuses. Nothing is written: `refundReturn` does exactly this, as long as nobody changes the order or the return.
   *
   * `POST /v1/returns/{return}/refund-previews`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `not-refundable`, `nothing-to-refund`, `refund-beyond-role`, `refund-needs-approval`, `refund-not-captured`, `order-without-customer`, `customer-erased`, `refund-exceeds-due`
   */
  previewReturnRefund(
    input: PreviewReturnRefundInput,
    options?: RequestOptions,
  ): Promise<PreviewReturnRefundAnswer>;

  /**
   * Record what came back.
   *
   * A fact, recorded as it was found: more than asked for, another SKU, before its delivery. What differs is told in `differences` and raised as an exception. Send an idempotency key: without one, sent twice is received twice.
   *
   * `POST /v1/returns/{return}/receipts`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `location-unknown`
   */
  receiveReturn(input: ReceiveReturnInput, options?: RequestOptions): Promise<ReceiveReturnAnswer>;

  /**
   * Record what came back, where the return is not known.
   *
   * Of an order, or found by the tracking number, or of nobody knows what. Where a return of the order waits for these units, this is its receipt.
   *
   * `POST /v1/return-receipts`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `location-unknown`
   */
  receiveUnannounced(
    input: ReceiveUnannouncedInput,
    options?: RequestOptions,
  ): Promise<ReceiveUnannouncedAnswer>;

  /**
   * Refund what came back.
   *
   * Without `lines`, everything that came and is not refunded; without `amountMinor`, what the buyer paid for it, but no more than is due.
   *
   * `POST /v1/returns/{return}/refunds`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `not-refundable`, `nothing-to-refund`, `refund-beyond-role`, `refund-needs-approval`, `refund-not-captured`, `order-without-customer`, `customer-erased`, `refund-exceeds-due`
   */
  refundReturn(input: RefundReturnInput, options?: RequestOptions): Promise<RefundReturnAnswer>;

  /**
   * Ask for units to come back.
   *
   * Only what has shipped, has not come back and is not asked for already. Kits are counted by their components: name the kit’s line for whole kits, or a component’s for a part.
   *
   * `POST /v1/orders/{order}/returns`; needs the scope `returns:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `not-returnable`, `location-unknown`, `reason-unknown`, `version-conflict`
   */
  requestReturn(input: RequestReturnInput, options?: RequestOptions): Promise<RequestReturnAnswer>;

  /**
   * Make a link to the page of an order.
   *
   * For a mail to the buyer, or for somebody on the phone. Whoever has it sees the order without names and addresses, and may ask for a return where the shop allows that. It is signed, not stored.
   *
   * `POST /v1/orders/{order}/page-links`; needs the scope `orders:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  createOrderLink(
    input: CreateOrderLinkInput,
    options?: RequestOptions,
  ): Promise<CreateOrderLinkAnswer>;

  /**
   * How the page for buyers is set.
   *
   * `GET /v1/order-page`; needs the scope `orders:read`.
   */
  getOrderPage(input?: NoInput, options?: RequestOptions): Promise<GetOrderPageAnswer>;

  /**
   * Set the page for buyers.
   *
   * `PUT /v1/order-page`; needs the scope `catalog:write`.
   *
   * @throws {DoorstepError} `version-conflict`
   */
  setOrderPage(input: SetOrderPageInput, options?: RequestOptions): Promise<SetOrderPageAnswer>;

  /**
   * Let the buyer pay, or pay another way.
   *
   * Without `amountMinor`, all that no payment covers yet. A payment in another `currency` than the order says in `conversion` what it is worth there.
   *
   * `POST /v1/orders/{order}/payments`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `payment-provider-unknown`, `payment-exceeds-missing`, `nothing-to-pay`, `payments-exceed-total`, `gift-card-unknown`, `rate-limited`, `payment-not-converted`, `conversion-differs`, `version-conflict`
   */
  addPayment(input: AddPaymentInput, options?: RequestOptions): Promise<AddPaymentAnswer>;

  /**
   * The money of an order: what is due, asked for, and done.
   *
   * `account` is null where the order is not paid through Doorstep.
   *
   * `GET /v1/orders/{order}/payments`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getOrderPayments(
    input: GetOrderPaymentsInput,
    options?: RequestOptions,
  ): Promise<GetOrderPaymentsAnswer>;

  /**
   * Grant the buyer money back.
   *
   * The sum of `lines`, `shippingMinor`, `feesMinor` and `amountMinor`; one of them at least. Lowers what is due. What is captured already is refunded, from the payments that `allocation` or the refund policy says; the rest is never captured. Above what your role may grant alone, nothing is granted yet: it stands in `refundRequests` until somebody else decides. To the store credit only what was captured goes: its payments keep the money, and a payment by store credit gives it.
   *
   * `POST /v1/orders/{order}/refunds`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `line-unknown`, `not-refundable`, `reason-unknown`, `refund-exceeds-due`, `refund-beyond-role`, `refund-not-captured`, `order-without-customer`, `customer-erased`, `version-conflict`
   */
  grantRefund(input: GrantRefundInput, options?: RequestOptions): Promise<GrantRefundAnswer>;

  /**
   * Record what became of what was asked: done by hand, or answered late.
   *
   * Without `amountMinor`, all of it was done. Recording it again changes nothing. The reference names this movement of the payment and no other.
   *
   * `POST /v1/payment-intents/{intent}/results`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `reference-taken`
   */
  recordIntentResult(
    input: RecordIntentResultInput,
    options?: RequestOptions,
  ): Promise<RecordIntentResultAnswer>;

  /**
   * Record what a provider says it did, asked or not.
   *
   * For notifications of providers: late, out of order, told twice or a hundred times, a fact is recorded once, by the reference the provider gives it, in the currency of the payment. It is never refused; what differs from what was asked raises an exception.
   *
   * `POST /v1/payments/{payment}/facts`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `payment-in-other-currency`
   */
  recordPaymentFact(
    input: RecordPaymentFactInput,
    options?: RequestOptions,
  ): Promise<RecordPaymentFactAnswer>;

  /**
   * Record that money came: a bank transfer, cash, a payment taken elsewhere.
   *
   * Without `amountMinor`, what is missing of this payment. The same reference again changes nothing.
   *
   * `POST /v1/payments/{payment}/receipts`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-pay`, `payment-in-other-currency`
   */
  recordReceipt(input: RecordReceiptInput, options?: RequestOptions): Promise<RecordReceiptAnswer>;

  /**
   * Ask the provider again: what it refused for good, or what waits for its answer.
   *
   * `POST /v1/payments/{payment}/retries`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-retry`
   */
  retryPayment(input: RetryPaymentInput, options?: RequestOptions): Promise<RetryPaymentAnswer>;

  /**
   * Agree to a refund that somebody else asked for, or decline it.
   *
   * Never by who asked, nor by whose key did. What was agreed to is granted at once.
   *
   * `POST /v1/orders/{order}/refund-requests/{refundRequest}/decisions`; needs the scope `payments:approve`.
   *
   * @throws {DoorstepError} `not-found`, `not-a-user`, `refund-own-request`, `refund-decided`, `refund-beyond-role`, `refund-not-captured`, `order-without-customer`, `customer-erased`, `line-unknown`, `not-refundable`, `refund-exceeds-due`, `version-conflict`
   */
  decideRefund(input: DecideRefundInput, options?: RequestOptions): Promise<DecideRefundAnswer>;

  /**
   * See from which payments money goes back, and who has to agree.
   *
   * `GET /v1/refund-policy`; needs the scope `payments:read`.
   */
  getRefundPolicy(input?: NoInput, options?: RequestOptions): Promise<GetRefundPolicyAnswer>;

  /**
   * Set from which payments money goes back, and who has to agree.
   *
   * A role that `limits` does not name may give back whatever is due. One that it names needs a second person above `aloneMinor`, and in every currency it has no limit for. A role has one limit in a currency.
   *
   * `PUT /v1/refund-policy`; needs the scope `payments:approve`.
   *
   * @throws {DoorstepError} `version-conflict`, `role-unknown`
   */
  setRefundPolicy(
    input: SetRefundPolicyInput,
    options?: RequestOptions,
  ): Promise<SetRefundPolicyAnswer>;

  /**
   * Give credit for an order beyond the limit of its customer.
   *
   * `POST /v1/payments/{payment}/credit-approvals`; needs the scope `payments:approve`.
   *
   * @throws {DoorstepError} `not-found`, `not-on-terms`, `credit-not-waiting`
   */
  approveCredit(input: ApproveCreditInput, options?: RequestOptions): Promise<ApproveCreditAnswer>;

  /**
   * See what a customer may owe, and owes.
   *
   * `GET /v1/customers/{customer}/credit`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getCustomerCredit(
    input: GetCustomerCreditInput,
    options?: RequestOptions,
  ): Promise<GetCustomerCreditAnswer>;

  /**
   * Record the invoice of a payment on terms.
   *
   * Its number and date, as the books have them; the due date follows from the terms, unless it is given. Without this, the invoice is dated by what left first, and has no number.
   *
   * `PUT /v1/payments/{payment}/invoice`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `not-on-terms`
   */
  recordInvoice(input: RecordInvoiceInput, options?: RequestOptions): Promise<RecordInvoiceAnswer>;

  /**
   * Set how much a customer may owe in a currency.
   *
   * A customer without a limit has none of it: each order on terms waits for approval. Orders that wait are tried again at once, oldest first.
   *
   * `PUT /v1/customers/{customer}/credit/{currency}`; needs the scope `payments:approve`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`, `version-conflict`
   */
  setCustomerCredit(
    input: SetCustomerCreditInput,
    options?: RequestOptions,
  ): Promise<SetCustomerCreditAnswer>;

  /**
   * Give a customer store credit, or take some back.
   *
   * Within what your role may give alone by the refund policy, for all that you gave this customer in 30 days. What is promised to orders is not taken back.
   *
   * `POST /v1/customers/{customer}/store-credit/adjustments`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`, `reason-unknown`, `stored-value-too-low`, `credit-beyond-role`, `expiry-past`
   */
  adjustStoreCredit(
    input: AdjustStoreCreditInput,
    options?: RequestOptions,
  ): Promise<AdjustStoreCreditAnswer>;

  /**
   * See the store credit of a customer.
   *
   * `GET /v1/customers/{customer}/store-credit`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getStoreCredit(
    input: GetStoreCreditInput,
    options?: RequestOptions,
  ): Promise<GetStoreCreditAnswer>;

  /**
   * What happened to the store credit of a customer, newest first.
   *
   * `GET /v1/customers/{customer}/store-credit/{currency}/movements`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listStoreCreditMovements: ListMethod<
    ListStoreCreditMovementsInput,
    ListStoreCreditMovementsAnswer,
    ListStoreCreditMovementsItem
  >;

  /**
   * Give more on a gift card, or take some back.
   *
   * `POST /v1/gift-cards/{giftCard}/adjustments`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `reason-unknown`, `stored-value-too-low`, `credit-beyond-role`, `version-conflict`
   */
  adjustGiftCard(input: AdjustGiftCardInput, options?: RequestOptions): Promise<GiftCard>;

  /**
   * Disable a gift card or enable it, or change its end or whose it is.
   *
   * A card that is disabled pays for nothing more; what orders were promised they get. Fields left out stay as they are.
   *
   * `PATCH /v1/gift-cards/{giftCard}`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`, `expiry-past`, `version-conflict`
   */
  changeGiftCard(input: ChangeGiftCardInput, options?: RequestOptions): Promise<GiftCard>;

  /**
   * Get a gift card.
   *
   * `GET /v1/gift-cards/{giftCard}`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getGiftCard(input: GetGiftCardInput, options?: RequestOptions): Promise<GiftCard>;

  /**
   * Issue a gift card.
   *
   * Its `code` is answered this once: only a keyed hash and the last four characters are kept. A repeated request answers the card with `code` null. Name the `order` that it was sold with, if it was sold: else it is a present of the shop, within what your role may give alone.
   *
   * `POST /v1/gift-cards`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `customer-erased`, `customer-merged`, `credit-beyond-role`, `expiry-past`
   */
  issueGiftCard(input: IssueGiftCardInput, options?: RequestOptions): Promise<IssueGiftCardAnswer>;

  /**
   * What happened to the balance of a gift card, newest first.
   *
   * `GET /v1/gift-cards/{giftCard}/movements`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listGiftCardMovements: ListMethod<
    ListGiftCardMovementsInput,
    ListGiftCardMovementsAnswer,
    ListGiftCardMovementsItem
  >;

  /**
   * List gift cards, newest first.
   *
   * By the end of the code, or of one customer; never by the whole code.
   *
   * `GET /v1/gift-cards`; needs the scope `payments:read`.
   */
  readonly listGiftCards: ListMethod<ListGiftCardsInput, Page<GiftCard>, GiftCard>;

  /**
   * Look a gift card up by its code, to see what is left on it.
   *
   * Guesses are counted: after ten wrong codes of one `visitor` nothing is answered for a quarter of an hour. Say who types it, by an address or a session, so that one does not lock all out.
   *
   * `POST /v1/gift-card-lookups`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `gift-card-unknown`, `rate-limited`
   */
  lookUpGiftCard(input: LookUpGiftCardInput, options?: RequestOptions): Promise<GiftCard>;

  /**
   * Approve an order that is held for review, or decline it.
   *
   * Declining cancels what has not shipped, voids what is authorized and refunds what was captured, all at once.
   *
   * `POST /v1/orders/{order}/review-decisions`; needs the scope `risk:write`.
   *
   * @throws {DoorstepError} `not-found`, `nothing-to-review`, `version-conflict`
   */
  decideReview(input: DecideReviewInput, options?: RequestOptions): Promise<DecideReviewAnswer>;

  /**
   * See how risky an order is, and why.
   *
   * `state` is null where no rules applied when it was captured.
   *
   * `GET /v1/orders/{order}/risk`; needs the scope `risk:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getOrderRisk(input: GetOrderRiskInput, options?: RequestOptions): Promise<GetOrderRiskAnswer>;

  /**
   * See the rules that orders are assessed by.
   *
   * `GET /v1/risk-policy`; needs the scope `risk:read`.
   */
  getRiskPolicy(input?: NoInput, options?: RequestOptions): Promise<GetRiskPolicyAnswer>;

  /**
   * List orders by the state of their review, those that wait longest first.
   *
   * `GET /v1/reviews`; needs the scope `risk:read`.
   *
   * @throws {DoorstepError} `cursor-invalid`
   */
  readonly listReviews: ListMethod<ListReviewsInput, Page<Review>, Review>;

  /**
   * Record what somebody says of the risk of an order.
   *
   * The order is assessed anew, and not released before. The same `reference` of a source again changes nothing.
   *
   * `POST /v1/orders/{order}/risk-signals`; needs the scope `risk:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  recordRiskSignal(
    input: RecordRiskSignalInput,
    options?: RequestOptions,
  ): Promise<RecordRiskSignalAnswer>;

  /**
   * Set the rules that orders are assessed by.
   *
   * From `reviewFrom` points on an order is held until a person decides. While it is active, orders captured since are not released before they were assessed.
   *
   * `PUT /v1/risk-policy`; needs the scope `risk:write`.
   *
   * @throws {DoorstepError} `version-conflict`
   */
  setRiskPolicy(input: SetRiskPolicyInput, options?: RequestOptions): Promise<SetRiskPolicyAnswer>;

  /**
   * Change an account at a payment provider, or take another into use.
   *
   * Payments that began with an account go on with it, whether it is in use or not. `settings` replaces all of them.
   *
   * `PATCH /v1/provider-connections/{connection}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`, `already-exists`, `provider-connection-invalid`
   */
  changeProviderConnection(
    input: ChangeProviderConnectionInput,
    options?: RequestOptions,
  ): Promise<ProviderConnection>;

  /**
   * Connect an account at a payment provider.
   *
   * New payments of the provider use it, unless `active` is false. One at a time is in use per provider; test and live mode are providers of their own. The secrets are kept sealed and are never answered.
   *
   * `POST /v1/provider-connections`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `payment-provider-unknown`, `provider-connection-invalid`, `already-exists`
   */
  createProviderConnection(
    input: CreateProviderConnectionInput,
    options?: RequestOptions,
  ): Promise<ProviderConnection>;

  /**
   * Look at an account at a payment provider, and how it does.
   *
   * `GET /v1/provider-connections/{connection}`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getProviderConnection(
    input: GetProviderConnectionInput,
    options?: RequestOptions,
  ): Promise<ProviderConnection>;

  /**
   * List the accounts at payment providers.
   *
   * `GET /v1/provider-connections`; needs the scope `payments:read`.
   */
  readonly listProviderConnections: ListMethod<
    ListProviderConnectionsInput,
    Page<ProviderConnection>,
    ProviderConnection
  >;

  /**
   * Take a webhook of a payment provider.
   *
   * For providers: `webhookPath` of the connection. The body is taken as it is, and only when its signature proves that the provider sent it. Late, out of order or repeated, it has one effect. What is about no payment of this account is answered and forgotten.
   *
   * `POST /v1/provider-webhooks/{provider}/{connection}`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-signature-invalid`
   */
  receiveProviderNotice(
    input: ReceiveProviderNoticeInput,
    options?: RequestOptions,
  ): Promise<ReceiveProviderNoticeAnswer>;

  /**
   * Remove an account at a payment provider.
   *
   * Its secrets are gone at once. Refused while the provider owes an answer.
   *
   * `DELETE /v1/provider-connections/{connection}`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `provider-connection-busy`
   */
  removeProviderConnection(
    input: RemoveProviderConnectionInput,
    options?: RequestOptions,
  ): Promise<void>;

  /**
   * Give an account at a payment provider other secrets.
   *
   * Secrets left out stay as they are. Everything is sealed anew under the newest master key, so an empty rotation ends the use of an older one.
   *
   * `POST /v1/provider-connections/{connection}/secret-rotations`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `not-found`, `provider-connection-invalid`
   */
  rotateProviderSecrets(
    input: RotateProviderSecretsInput,
    options?: RequestOptions,
  ): Promise<ProviderConnection>;

  /**
   * Try out an account: a real call that changes nothing.
   *
   * Answers what the provider said in `trial`; a failure is an answer like any other.
   *
   * `POST /v1/provider-connections/{connection}/trials`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `payment-provider-unknown`
   */
  testProviderConnection(
    input: TestProviderConnectionInput,
    options?: RequestOptions,
  ): Promise<ProviderConnection>;

  /**
   * Give an exception to somebody.
   *
   * `me` takes it oneself; null gives it back to everybody.
   *
   * `PUT /v1/exceptions/{exception}/assignment`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `not-found`, `exception-closed`, `user-unknown`, `not-a-user`, `version-conflict`
   */
  assignException(input: AssignExceptionInput, options?: RequestOptions): Promise<Exception>;

  /**
   * Look at an exception.
   *
   * `GET /v1/exceptions/{exception}`; needs the scope `exceptions:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getException(input: GetExceptionInput, options?: RequestOptions): Promise<Exception>;

  /**
   * List exceptions, the most urgent first.
   *
   * Open ones, unless `status` or `order` says otherwise: the worst first, among equals the one that is due first. `sort: deadline` goes by the deadline alone. Closed ones, and those of one order, come newest first. Filters combine.
   *
   * `GET /v1/exceptions`; needs the scope `exceptions:read`.
   *
   * @throws {DoorstepError} `not-found`, `location-unknown`, `not-a-user`
   */
  readonly listExceptions: ListMethod<ListExceptionsInput, Page<Exception>, Exception>;

  /**
   * Report something a person must look at.
   *
   * For people and integrations. `reference` is your name of what happened: told again while it is open, it is the same exception, seen once more. Do not write personal data into the title.
   *
   * `POST /v1/exceptions`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `not-found`, `sku-unknown`, `location-unknown`
   */
  reportException(input: ReportExceptionInput, options?: RequestOptions): Promise<Exception>;

  /**
   * Say that an exception is done, or that it does not matter.
   *
   * Those whose cause the server can see close by themselves: of them only `dismissed` can be said, and they are raised anew when their cause is seen again.
   *
   * `POST /v1/exceptions/{exception}/resolution`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `not-found`, `exception-closed`, `exception-cause-stands`, `version-conflict`
   */
  resolveException(input: ResolveExceptionInput, options?: RequestOptions): Promise<Exception>;

  /**
   * Put an exception aside for a while.
   *
   * It is open again at that moment, or when its cause is seen again. Null wakes it now.
   *
   * `PUT /v1/exceptions/{exception}/snooze`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `not-found`, `exception-closed`, `version-conflict`
   */
  snoozeException(input: SnoozeExceptionInput, options?: RequestOptions): Promise<Exception>;

  /**
   * How many exceptions are open, by type and severity.
   *
   * Counts end at `countMax`: that many means that many or more.
   *
   * `GET /v1/exceptions/summary`; needs the scope `exceptions:read`.
   */
  summarizeExceptions(
    input?: NoInput,
    options?: RequestOptions,
  ): Promise<SummarizeExceptionsAnswer>;

  /**
   * Say something about an exception.
   *
   * Also of one that is closed. It has 200 comments at most.
   *
   * `POST /v1/exceptions/{exception}/comments`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `not-found`, `too-many-notes`
   */
  commentException(
    input: CommentExceptionInput,
    options?: RequestOptions,
  ): Promise<CommentExceptionAnswer>;

  /**
   * List what was said about an exception.
   *
   * `GET /v1/exceptions/{exception}/comments`; needs the scope `exceptions:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  listExceptionComments(
    input: ListExceptionCommentsInput,
    options?: RequestOptions,
  ): Promise<ListExceptionCommentsAnswer>;

  /**
   * Give many exceptions to somebody.
   *
   * What is closed meanwhile is left out and named; the others are done.
   *
   * `POST /v1/exceptions/assignments`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `user-unknown`, `not-a-user`
   */
  assignExceptions(
    input: AssignExceptionsInput,
    options?: RequestOptions,
  ): Promise<AssignExceptionsAnswer>;

  /**
   * Exceptions by type: how many, how old, how bad.
   *
   * The worst first. A group is orange or red from as many open ones on as its threshold says. Counts end at `countMax`: that many means that many or more.
   *
   * `GET /v1/exceptions/groups`; needs the scope `exceptions:read`.
   */
  groupExceptions(
    input?: GroupExceptionsInput,
    options?: RequestOptions,
  ): Promise<GroupExceptionsAnswer>;

  /**
   * Try again what many exceptions are about.
   *
   * Each by itself: looks for stock, asks the provider, or looks into the catalog once more. What is possible now closes; the rest stays, with the reason of now. Name them, or name a `type` and follow `nextCursor` through all that are open, oldest first, 200 at most in a request. To look for stock also needs the scope fulfillment:write, to ask the provider payments:write: without it a `type` is refused, and an exception that was named is kept.
   *
   * `POST /v1/exceptions/retries`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `cursor-invalid`
   */
  retryExceptions(
    input?: RetryExceptionsInput,
    options?: RequestOptions,
  ): Promise<RetryExceptionsAnswer>;

  /**
   * Say from how many exceptions of a type on it is bad.
   *
   * `PUT /v1/exceptions/thresholds/{type}`; needs the scope `exceptions:write`.
   *
   * @throws {DoorstepError} `version-conflict`
   */
  setExceptionThreshold(
    input: SetExceptionThresholdInput,
    options?: RequestOptions,
  ): Promise<SetExceptionThresholdAnswer>;

  /**
   * Put many exceptions aside for a while.
   *
   * Null wakes them now. What is closed meanwhile is left out and named.
   *
   * `POST /v1/exceptions/snoozes`; needs the scope `exceptions:write`.
   */
  snoozeExceptions(
    input: SnoozeExceptionsInput,
    options?: RequestOptions,
  ): Promise<SnoozeExceptionsAnswer>;

  /**
   * What was sold, by day, month, channel, country, SKU or customer.
   *
   * Added up from the log, exactly: `asOf` says up to which position, and how far that is behind. Days are those of UTC. An order counts on the day it was placed; what is canceled, returned or refunded later counts on the day it happened. `totals` are those of all rows, not of this page. Currencies are never added together: without `currency` it is that of the tenant. Customers have names here only for those who may read customers.
   *
   * `GET /v1/reports/sales`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `channel-unknown`
   */
  reportSales(input: ReportSalesInput, options?: RequestOptions): Promise<ReportSalesAnswer>;

  /**
   * The rows behind a number of `reportFlow`, newest first: one for each SKU.
   *
   * Filters combine. Sales have none: they are the orders of `listOrders`. Money that belongs to no SKU, such as shipping, is in the sums only.
   *
   * `GET /v1/reports/flow-entries`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`
   */
  readonly listFlowEntries: ListMethod<
    ListFlowEntriesInput,
    Page<ListFlowEntriesItem>,
    ListFlowEntriesItem
  >;

  /**
   * The fulfillment orders behind a number of `reportStages`, newest first.
   *
   * `GET /v1/reports/stage-entries`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`
   */
  readonly listStageEntries: ListMethod<
    ListStageEntriesInput,
    Page<ListStageEntriesItem>,
    ListStageEntriesItem
  >;

  /**
   * What was sold, canceled, sent, returned or refunded, in sums.
   *
   * Sums are kept by one of channel, country, location and SKU at a time: a filter goes with a split by day, month, reason or stage, and there is at most one. Days are those of `timeZone`. A sale counts on the day it was placed, everything else on the day it happened. By SKU or reason something with two of them counts once for each.
   *
   * `GET /v1/reports/flow`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`, `validation-failed`
   */
  reportFlow(input: ReportFlowInput, options?: RequestOptions): Promise<ReportFlowAnswer>;

  /**
   * How long work took from stage to stage: median and 90th percentile.
   *
   * Sums are kept by one of channel, country, location and SKU at a time: a filter goes with a split by day, month, reason or stage, and there is at most one. Days are those of `timeZone`. A fulfillment order reaches a stage with its first units, and counts on the day it does. Durations are counted in buckets 4.4 % wide: from a minute on no figure is more than that beside the true one.
   *
   * `GET /v1/reports/stages`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`, `validation-failed`
   */
  reportStages(input: ReportStagesInput, options?: RequestOptions): Promise<ReportStagesAnswer>;

  /**
   * Say whose days the reports of what flows count in.
   *
   * All of it is summed up anew from the log; `asOf` says how far that is.
   *
   * `PUT /v1/reports/time-zone`; needs the scope `access:write`.
   *
   * @throws {DoorstepError} `time-zone-unknown`
   */
  setReportZone(
    input: SetReportZoneInput,
    options?: RequestOptions,
  ): Promise<{
    readonly timeZone: string;
  }>;

  /**
   * List released work, what is due first first.
   *
   * Work that has a cut-off to leave by and has not left.
   *
   * `GET /v1/work/due`; needs the scope `fulfillment:read`.
   *
   * @throws {DoorstepError} `location-unknown`
   */
  readonly listDueWork: ListMethod<ListDueWorkInput, Page<ListDueWorkItem>, ListDueWorkItem>;

  /**
   * How many orders were placed, hour by hour.
   *
   * Added up from the log, as orders come, those of the past too. Hours are whole ones of UTC; one without orders is left out. At most 400 hours.
   *
   * `GET /v1/reports/order-hours`; needs the scope `reports:read`.
   *
   * @throws {DoorstepError} `validation-failed`
   */
  reportOrderHours(
    input: ReportOrderHoursInput,
    options?: RequestOptions,
  ): Promise<ReportOrderHoursAnswer>;

  /**
   * What waits at every stage, at every location, and what is late or soon will be.
   *
   * Stages that the caller may not read are left out: payments need `payments:read`, picking, packing and shipping `fulfillment:read`, refunds `returns:read`. Counts end at `countMax`: that many means that many or more.
   *
   * `GET /v1/work/summary`; needs the scope `orders:read`.
   */
  summarizeWork(input?: NoInput, options?: RequestOptions): Promise<SummarizeWorkAnswer>;

  /**
   * End a replay.
   *
   * What it queued already is still sent. Nothing changes when it is over.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/replays/{replay}/cancellation`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  cancelWebhookReplay(
    input: CancelWebhookReplayInput,
    options?: RequestOptions,
  ): Promise<WebhookReplay>;

  /**
   * Change a webhook endpoint, switch it on or off.
   *
   * While it is off nothing is queued for it; what was queued before is kept for 30 days and sent when it is on again. What happened in between is sent by a replay. Switching it on ends a pause.
   *
   * `PATCH /v1/webhook-endpoints/{endpoint}`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-url-not-allowed`, `event-type-unknown`, `version-conflict`
   */
  changeWebhookEndpoint(
    input: ChangeWebhookEndpointInput,
    options?: RequestOptions,
  ): Promise<WebhookEndpoint>;

  /**
   * Create a webhook endpoint.
   *
   * Events are sent to it from now on, as CloudEvents signed by the Standard Webhooks specification. The secret is answered once: a repeated request with the same idempotency key answers null in its place. A tenant has at most 50 endpoints.
   *
   * `POST /v1/webhook-endpoints`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `webhook-url-not-allowed`, `event-type-unknown`, `too-many-webhook-endpoints`
   */
  createWebhookEndpoint(
    input: CreateWebhookEndpointInput,
    options?: RequestOptions,
  ): Promise<NewWebhookEndpoint>;

  /**
   * See what came of a delivery.
   *
   * `GET /v1/webhook-endpoints/{endpoint}/deliveries/{delivery}`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getWebhookDelivery(
    input: GetWebhookDeliveryInput,
    options?: RequestOptions,
  ): Promise<WebhookDelivery>;

  /**
   * Get a webhook endpoint and how it does.
   *
   * `GET /v1/webhook-endpoints/{endpoint}`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getWebhookEndpoint(
    input: GetWebhookEndpointInput,
    options?: RequestOptions,
  ): Promise<WebhookEndpoint>;

  /**
   * See how far a replay has come.
   *
   * `GET /v1/webhook-endpoints/{endpoint}/replays/{replay}`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getWebhookReplay(input: GetWebhookReplayInput, options?: RequestOptions): Promise<WebhookReplay>;

  /**
   * List what could not be delivered.
   *
   * Deliveries whose last try failed. They are kept for 30 days.
   *
   * `GET /v1/webhook-endpoints/{endpoint}/dead-deliveries`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listDeadWebhookDeliveries: ListMethod<
    ListDeadWebhookDeliveriesInput,
    Page<WebhookDelivery>,
    WebhookDelivery
  >;

  /**
   * List what is sent to a webhook endpoint.
   *
   * Delivered ones are kept for 7 days, dead ones for 30. Of more than 1,000 pending ones, `state` shows those that are due first.
   *
   * `GET /v1/webhook-endpoints/{endpoint}/deliveries`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listWebhookDeliveries: ListMethod<
    ListWebhookDeliveriesInput,
    Page<WebhookDelivery>,
    WebhookDelivery
  >;

  /**
   * List webhook endpoints.
   *
   * `GET /v1/webhook-endpoints`; needs the scope `webhooks:read`.
   */
  readonly listWebhookEndpoints: ListMethod<
    ListWebhookEndpointsInput,
    Page<WebhookEndpoint>,
    WebhookEndpoint
  >;

  /**
   * List the replays of a webhook endpoint.
   *
   * `GET /v1/webhook-endpoints/{endpoint}/replays`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listWebhookReplays: ListMethod<
    ListWebhookReplaysInput,
    Page<WebhookReplay>,
    WebhookReplay
  >;

  /**
   * Try a webhook endpoint.
   *
   * Sends a `webhook-endpoint.pinged.v1` to this endpoint only, whatever events it wants. It appears among its deliveries within a second. A pause of the endpoint ends.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/pings`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-endpoint-inactive`
   */
  pingWebhookEndpoint(
    input: PingWebhookEndpointInput,
    options?: RequestOptions,
  ): Promise<WebhookEndpoint>;

  /**
   * Remove a webhook endpoint.
   *
   * What waits for it is not sent any more; what is on its way may still arrive.
   *
   * `DELETE /v1/webhook-endpoints/{endpoint}`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  removeWebhookEndpoint(input: RemoveWebhookEndpointInput, options?: RequestOptions): Promise<void>;

  /**
   * Send a delivery now, whatever came of it.
   *
   * It is due at once, with all its tries before it; one that arrived is sent once more under the same id. A pause of the endpoint ends.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/deliveries/{delivery}/resends`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-endpoint-inactive`
   */
  resendWebhookDelivery(
    input: ResendWebhookDeliveryInput,
    options?: RequestOptions,
  ): Promise<WebhookDelivery>;

  /**
   * Try all dead deliveries of a webhook endpoint again.
   *
   * Takes up to 10,000, the oldest first: repeat it while `remaining` is true.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/dead-deliveries/retries`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`
   */
  retryWebhookDeliveries(
    input: RetryWebhookDeliveriesInput,
    options?: RequestOptions,
  ): Promise<{
    readonly retried: number;
    readonly remaining: boolean;
  }>;

  /**
   * Try a dead delivery again.
   *
   * It is due at once, with all its tries before it. A pause of the endpoint ends.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/dead-deliveries/{delivery}/retries`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-delivery-not-dead`
   */
  retryWebhookDelivery(
    input: RetryWebhookDeliveryInput,
    options?: RequestOptions,
  ): Promise<WebhookDelivery>;

  /**
   * Give a webhook endpoint a new secret.
   *
   * The secret before it signs as well until `previousSecretUntil`, so that the receiver can change over in its own time. Until then it cannot be rotated again, but with `overlapHours` 0, which ends all older secrets at once.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/secret-rotations`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `webhook-secret-overlaps`
   */
  rotateWebhookSecret(
    input: RotateWebhookSecretInput,
    options?: RequestOptions,
  ): Promise<NewWebhookEndpoint>;

  /**
   * Send what happened since a time once more.
   *
   * Events keep their ids, so a receiver that remembers them takes each once. `until` is now unless it says otherwise; `eventTypes` are those of the endpoint unless it says otherwise.
   *
   * `POST /v1/webhook-endpoints/{endpoint}/replays`; needs the scope `webhooks:write`.
   *
   * @throws {DoorstepError} `not-found`, `event-type-unknown`, `webhook-endpoint-inactive`
   */
  startWebhookReplay(
    input: StartWebhookReplayInput,
    options?: RequestOptions,
  ): Promise<WebhookReplay>;

  /**
   * List what was sent of an order, to whom, and what came of it.
   *
   * Of its newest 200 events, newest first; 200 deliveries at most.
   *
   * `GET /v1/orders/{order}/webhook-deliveries`; needs the scope `webhooks:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  listOrderDeliveries(
    input: ListOrderDeliveriesInput,
    options?: RequestOptions,
  ): Promise<ListOrderDeliveriesAnswer>;

  /**
   * Apply a dry run: write what it found.
   *
   * `POST /v1/imports/{import}/application`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `not-found`, `import-not-ready`
   */
  applyImport(input: ApplyImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * Cancel an import that is not done; what it wrote stays.
   *
   * `POST /v1/imports/{import}/cancellation`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `not-found`, `import-ended`
   */
  cancelImport(input: CancelImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * Begin an import: say what the file is.
   *
   * Then send the file by `sendImportContent`. Unless `apply` is true nothing of the shop is written until `applyImport`: the import is a dry run whose report says what would happen. Orders of the past never reserve stock, charge or notify. Without a `profile` the file waits when it is there: look at it by `previewImport`, and say what is in it by `mapImport`.
   *
   * `POST /v1/imports`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `profile-unknown`, `profile-invalid`, `time-zone-unknown`
   */
  createImport(input: CreateImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * How far an import has come, and what came of it.
   *
   * `GET /v1/imports/{import}`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getImport(input: GetImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * The report as CSV: a line per document, and per row with something to say.
   *
   * `GET /v1/imports/{import}/report`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getImportReport(input: GetImportReportInput, options?: RequestOptions): Promise<Response>;

  /**
   * The rows an imported order was made of, as they were.
   *
   * `GET /v1/orders/{order}/source-rows`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getSourceRows(input: GetSourceRowsInput, options?: RequestOptions): Promise<GetSourceRowsAnswer>;

  /**
   * What becomes of each order, credit, product, ….
   *
   * `GET /v1/imports/{import}/documents`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listImportDocuments: ListMethod<
    ListImportDocumentsInput,
    Page<ListImportDocumentsItem>,
    ListImportDocumentsItem
  >;

  /**
   * The built-in profiles, whole: to use by name, or to start your own from.
   *
   * `GET /v1/import-profiles`; needs the scope `history:read`.
   */
  listImportProfiles(input?: NoInput, options?: RequestOptions): Promise<ListImportProfilesAnswer>;

  /**
   * Rows with something to say: why they will not map, or not wholly.
   *
   * `GET /v1/imports/{import}/rows`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listImportRows: ListMethod<
    ListImportRowsInput,
    Page<ListImportRowsItem>,
    ListImportRowsItem
  >;

  /**
   * List imports, newest first.
   *
   * `GET /v1/imports`; needs the scope `history:read`.
   */
  readonly listImports: ListMethod<ListImportsInput, Page<Import>, Import>;

  /**
   * Credits, adjustments and write-offs of the past.
   *
   * `GET /v1/past-documents`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listPastDocuments: ListMethod<
    ListPastDocumentsInput,
    Page<ListPastDocumentsItem>,
    ListPastDocumentsItem
  >;

  /**
   * Match lines of the past that name an unknown SKU with one of the catalog.
   *
   * Lines whose code is that of a SKU made later are matched by themselves. This matches lines of imported orders and documents: up to 1,000 orders at a time, repeat while `remaining`.
   *
   * `POST /v1/sku-matches`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `sku-unknown`
   */
  matchSku(
    input: MatchSkuInput,
    options?: RequestOptions,
  ): Promise<{
    readonly lines: number;
    readonly remaining: boolean;
  }>;

  /**
   * Say what is in a file that was sent; then it is read.
   *
   * `PUT /v1/imports/{import}/mapping`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `not-found`, `import-not-received`, `profile-unknown`, `profile-invalid`, `time-zone-unknown`
   */
  mapImport(input: MapImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * Look at a file that was sent: its format, its fields with samples, profiles that fit.
   *
   * The first 50 records. `error` says why a file cannot be read so; give another `encoding`, `delimiter` or `sheet`. JSON and workbooks above 64 MB have no samples.
   *
   * `GET /v1/imports/{import}/preview`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`, `import-not-received`
   */
  previewImport(input: PreviewImportInput, options?: RequestOptions): Promise<PreviewImportAnswer>;

  /**
   * Take back what an import wrote, where nothing depends on it since.
   *
   * Stock goes back to what it was. SKUs and locations that were made go out of use, and SKUs that were changed become what they were. Customers that were made are erased. What was changed, sold, ordered or promised since stays, and its document says why. Orders of the past stay.
   *
   * `POST /v1/imports/{import}/reversal`; needs the scope `history:write`.
   *
   * @throws {DoorstepError} `not-found`, `import-not-undoable`
   */
  undoImport(input: UndoImportInput, options?: RequestOptions): Promise<Import>;

  /**
   * Follow the work on an import (server-sent events).
   *
   * The import as `getImport` tells it, at once and whenever it has come further; the stream ends when nothing more happens by itself.
   *
   * `GET /v1/imports/{import}/progress`; needs the scope `history:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  watchImport(input: WatchImportInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export customers.
   *
   * The whole list, oldest first, as a stream of any length. A row is as it stands when it is read; what is made after the start is left out. A broken transfer ends without its end: a chunked body that was not finished is no whole export. Of an erased customer only the id and the times are left.
   *
   * `GET /v1/exports/customers`; needs the scope `customers:read`.
   */
  exportCustomers(input?: ExportCustomersInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export stock locations.
   *
   * The whole list, oldest first, as a stream of any length. A row is as it stands when it is read; what is made after the start is left out. A broken transfer ends without its end: a chunked body that was not finished is no whole export.
   *
   * `GET /v1/exports/locations`; needs the scope `locations:read`.
   */
  exportLocations(input?: ExportLocationsInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export orders: all, or those of a filter.
   *
   * The whole list, oldest first, as a stream of any length. A row is as it stands when it is read; what is made after the start is left out. A broken transfer ends without its end: a chunked body that was not finished is no whole export. NDJSON has an `ExportedOrder` per line; CSV and XLSX have a row per order line, with the facts of the order repeated on each, or a row per order when `columns` names none of a line. It takes the filters and the `sort` of the list; without a `sort` the oldest come first. By `updated` an order that changes meanwhile may come twice. A `search` without a sort may find up to 200,000 orders.
   *
   * `GET /v1/exports/orders`; needs the scope `orders:read`.
   *
   * @throws {DoorstepError} `channel-unknown`, `location-unknown`
   */
  exportOrders(input?: ExportOrdersInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export parcels: what was packed, sent and delivered.
   *
   * The whole list as a stream of any length, newest first as in the list. What is made after the start is left out.
   *
   * `GET /v1/exports/parcels`; needs the scope `fulfillment:read`.
   */
  exportParcels(input?: ExportParcelsInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export payments with the sums of their ledger.
   *
   * The whole list, oldest first, as a stream of any length. A row is as it stands when it is read; what is made after the start is left out. A broken transfer ends without its end: a chunked body that was not finished is no whole export. Payments are in the order of their ids.
   *
   * `GET /v1/exports/payments`; needs the scope `payments:read`.
   */
  exportPayments(input?: ExportPaymentsInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export returns.
   *
   * The whole list as a stream of any length, newest first as in the list. What is made after the start is left out.
   *
   * `GET /v1/exports/returns`; needs the scope `returns:read`.
   *
   * @throws {DoorstepError} `not-found`, `location-unknown`
   */
  exportReturns(input?: ExportReturnsInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export SKUs and kits.
   *
   * The whole list, oldest first, as a stream of any length. A row is as it stands when it is read; what is made after the start is left out. A broken transfer ends without its end: a chunked body that was not finished is no whole export.
   *
   * `GET /v1/exports/skus`; needs the scope `catalog:read`.
   */
  exportSkus(input?: ExportSkusInput, options?: RequestOptions): Promise<Response>;

  /**
   * Export stock levels, by SKU or by location.
   *
   * The whole list, as a stream of any length. A level is as it stands when it is read.
   *
   * `GET /v1/exports/stock`; needs the scope `stock:read`.
   *
   * @throws {DoorstepError} `sku-unknown`, `location-unknown`
   */
  exportStock(input?: ExportStockInput, options?: RequestOptions): Promise<Response>;

  /**
   * What can be exported, and the columns of each in a table.
   *
   * `GET /v1/exports`; needs the scope `catalog:read`.
   */
  listExportForms(input?: NoInput, options?: RequestOptions): Promise<ListExportFormsAnswer>;

  /**
   * Close the books through a day.
   *
   * Nothing is entered any more on a day that is closed: what becomes known later stands on the first open day. So a closed period is exported again and again as the same file, to the byte.
   *
   * `POST /v1/accounting/closings`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `books-closed`, `period-invalid`
   */
  closeBooks(input: CloseBooksInput, options?: RequestOptions): Promise<CloseBooksAnswer>;

  /**
   * Export journal entries of a period.
   *
   * Balanced entries of captures, refunds, fees, disputes, payouts and currency exchange, oldest first, as a stream of any length. NDJSON has a `JournalEntry` per line; CSV and XLSX have a row per account. Of a closed period the file is always the same.
   *
   * `GET /v1/exports/journal`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `period-invalid`
   */
  exportJournal(input: ExportJournalInput, options?: RequestOptions): Promise<Response>;

  /**
   * The accounts of the books that entries stand on.
   *
   * `GET /v1/accounting/chart`; needs the scope `payments:read`.
   */
  getChart(input?: NoInput, options?: RequestOptions): Promise<ChartOfAccounts>;

  /**
   * List the periods that are closed, newest first.
   *
   * `GET /v1/accounting/closings`; needs the scope `payments:read`.
   */
  readonly listClosings: ListMethod<ListClosingsInput, ListClosingsAnswer, ListClosingsItem>;

  /**
   * Set the accounts of the books, all at once.
   *
   * Roles that are left out keep the account that Doorstep begins with. Periods that are closed keep the accounts that they were closed with.
   *
   * `PUT /v1/accounting/chart`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `version-conflict`, `chart-invalid`
   */
  setChart(input: SetChartInput, options?: RequestOptions): Promise<ChartOfAccounts>;

  /**
   * Read what a provider booked in a period.
   *
   * Read page by page in the background, and matched against the ledger. Once a day it is read by itself. What is known already changes nothing.
   *
   * `POST /v1/provider-connections/{connection}/statements`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `payment-provider-unknown`, `period-invalid`
   */
  fetchProviderStatement(
    input: FetchProviderStatementInput,
    options?: RequestOptions,
  ): Promise<ProviderStatement>;

  /**
   * Look at a difference.
   *
   * `GET /v1/differences/{difference}`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getDifference(input: GetDifferenceInput, options?: RequestOptions): Promise<Difference>;

  /**
   * See how far the reading of a statement is.
   *
   * `GET /v1/provider-statements/{statement}`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  getProviderStatement(
    input: GetProviderStatementInput,
    options?: RequestOptions,
  ): Promise<ProviderStatement>;

  /**
   * List where a provider and the ledger say different things, newest first.
   *
   * `GET /v1/differences`; needs the scope `payments:read`.
   */
  readonly listDifferences: ListMethod<ListDifferencesInput, ListDifferencesAnswer, Difference>;

  /**
   * List what a payout is made of.
   *
   * Empty where the provider does not tell, as PayPal.
   *
   * `GET /v1/payouts/{payout}/lines`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listPayoutLines: ListMethod<
    ListPayoutLinesInput,
    Page<ListPayoutLinesItem>,
    ListPayoutLinesItem
  >;

  /**
   * List what providers paid to the bank, newest first.
   *
   * `GET /v1/payouts`; needs the scope `payments:read`.
   */
  readonly listPayouts: ListMethod<ListPayoutsInput, Page<Payout>, Payout>;

  /**
   * List what was read of the balance at a provider.
   *
   * `GET /v1/provider-connections/{connection}/statements`; needs the scope `payments:read`.
   *
   * @throws {DoorstepError} `not-found`
   */
  readonly listProviderStatements: ListMethod<
    ListProviderStatementsInput,
    Page<ProviderStatement>,
    ProviderStatement
  >;

  /**
   * Do something about a difference.
   *
   * `record-fact` records in the ledger what the provider says; `fetch-again` reads the day once more; `explain` says in a note why it is right so; `raise-exception` puts it before people. After the second and the last it stays open until the cause is gone. `payment` names the payment that a fact is of, where the provider does not.
   *
   * `POST /v1/differences/{difference}/resolutions`; needs the scope `payments:write`.
   *
   * @throws {DoorstepError} `not-found`, `version-conflict`, `difference-resolved`, `difference-not-recordable`, `note-missing`
   */
  resolveDifference(input: ResolveDifferenceInput, options?: RequestOptions): Promise<Difference>;

  /**
   * Prove the invariants of this tenant.
   *
   * Reads everything in one snapshot and names the rows that break an invariant. Safe on a live system; takes time with the size of the shop.
   *
   * `POST /v1/verification`; needs the scope `verify:run`.
   */
  runVerification(input?: NoInput, options?: RequestOptions): Promise<RunVerificationAnswer>;
}

/** How each is sent. */
export const OPERATIONS: Readonly<
  Record<
    | keyof Operations
    | 'captureOrdersInBulk'
    | 'sendImportContent'
    | 'sendProviderReport'
    | 'streamEvents',
    OperationFacts
  >
> = {
  listEvents: { method: 'GET', path: '/v1/events', pages: { takes: 'after', tells: 'nextAfter' } },
  streamEvents: { method: 'GET', path: '/v1/events/stream', answers: 'text/event-stream' },
  endSession: { method: 'DELETE', path: '/v1/sessions/{session}', keyed: true },
  endSessions: { method: 'DELETE', path: '/v1/sessions', keyed: true },
  listSessions: {
    method: 'GET',
    path: '/v1/sessions',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  redeemPasswordReset: { method: 'POST', path: '/v1/password-resets/redemptions', body: 'flat' },
  requestPasswordReset: { method: 'POST', path: '/v1/password-resets', body: 'flat' },
  signIn: { method: 'POST', path: '/v1/sessions', body: 'flat' },
  signInBrowser: { method: 'POST', path: '/v1/browser-session', body: 'flat' },
  signOut: { method: 'DELETE', path: '/v1/sessions/current', keyed: true },
  switchTenant: { method: 'PUT', path: '/v1/browser-session', body: 'flat', keyed: true },
  beginSecondFactor: { method: 'POST', path: '/v1/me/second-factor', body: 'flat', keyed: true },
  changePassword: { method: 'PUT', path: '/v1/me/password', body: 'flat', keyed: true },
  changePreferences: { method: 'PATCH', path: '/v1/me/preferences', body: 'flat', keyed: true },
  changeProfile: { method: 'PATCH', path: '/v1/me/profile', body: 'flat', keyed: true },
  confirmSecondFactor: {
    method: 'POST',
    path: '/v1/me/second-factor/confirmation',
    body: 'flat',
    keyed: true,
  },
  getMe: { method: 'GET', path: '/v1/me' },
  removeSecondFactor: {
    method: 'POST',
    path: '/v1/me/second-factor/removal',
    body: 'flat',
    keyed: true,
  },
  replaceRecoveryCodes: {
    method: 'POST',
    path: '/v1/me/second-factor/recovery-codes',
    body: 'flat',
    keyed: true,
  },
  changeUser: { method: 'PATCH', path: '/v1/users/{user}', body: 'flat', keyed: true },
  createApiKey: { method: 'POST', path: '/v1/api-keys', body: 'flat', keyed: true },
  createUser: { method: 'POST', path: '/v1/users', body: 'flat', keyed: true },
  issuePasswordReset: { method: 'POST', path: '/v1/users/{user}/password-resets', keyed: true },
  listApiKeys: {
    method: 'GET',
    path: '/v1/api-keys',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listUsers: { method: 'GET', path: '/v1/users', pages: { takes: 'cursor', tells: 'nextCursor' } },
  resetSecondFactor: { method: 'POST', path: '/v1/users/{user}/second-factor-resets', keyed: true },
  revokeApiKey: { method: 'DELETE', path: '/v1/api-keys/{key}', keyed: true },
  rollApiKey: { method: 'POST', path: '/v1/api-keys/{key}/rotations', body: 'flat', keyed: true },
  unlockUser: { method: 'POST', path: '/v1/users/{user}/unlocking', keyed: true },
  changeRole: { method: 'PATCH', path: '/v1/roles/{role}', body: 'flat', keyed: true },
  createRole: { method: 'POST', path: '/v1/roles', body: 'flat', keyed: true },
  deleteRole: { method: 'DELETE', path: '/v1/roles/{role}', keyed: true },
  listRoles: { method: 'GET', path: '/v1/roles' },
  listColleagues: { method: 'GET', path: '/v1/colleagues' },
  getRequest: { method: 'GET', path: '/v1/requests/{request}' },
  listRequests: {
    method: 'GET',
    path: '/v1/requests',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  exportAudit: {
    method: 'GET',
    path: '/v1/audit/export',
    answers: 'application/x-ndjson, text/csv',
  },
  listAudit: { method: 'GET', path: '/v1/audit', pages: { takes: 'cursor', tells: 'nextCursor' } },
  changeAppearance: { method: 'PATCH', path: '/v1/settings/appearance', body: 'flat', keyed: true },
  changeNumberFormats: { method: 'PUT', path: '/v1/settings/numbers', body: 'flat', keyed: true },
  changeReasons: { method: 'PUT', path: '/v1/settings/reasons/{kind}', body: 'flat', keyed: true },
  getLogo: { method: 'GET', path: '/v1/settings/logo', answers: 'image/png, image/jpeg' },
  getSettings: { method: 'GET', path: '/v1/settings' },
  putLogo: { method: 'PUT', path: '/v1/settings/logo', body: 'flat', keyed: true },
  removeLogo: { method: 'DELETE', path: '/v1/settings/logo', keyed: true },
  changeRetention: { method: 'PUT', path: '/v1/retention/{kind}', body: 'flat', keyed: true },
  getRetention: { method: 'GET', path: '/v1/retention' },
  previewRetention: { method: 'GET', path: '/v1/retention/{kind}/preview' },
  changeCustomer: { method: 'PATCH', path: '/v1/customers/{customer}', body: 'flat', keyed: true },
  createCustomer: { method: 'POST', path: '/v1/customers', body: 'flat', keyed: true },
  eraseCustomer: { method: 'POST', path: '/v1/customers/{customer}/erasure', keyed: true },
  getCustomer: { method: 'GET', path: '/v1/customers/{customer}' },
  listCustomers: {
    method: 'GET',
    path: '/v1/customers',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  mergeCustomers: {
    method: 'POST',
    path: '/v1/customers/{customer}/merges',
    body: 'flat',
    keyed: true,
  },
  previewMerge: { method: 'GET', path: '/v1/customers/{customer}/merge-preview' },
  changeSku: { method: 'PATCH', path: '/v1/skus/{sku}', body: 'flat', keyed: true },
  createSku: { method: 'POST', path: '/v1/skus', body: 'flat', keyed: true },
  getSku: { method: 'GET', path: '/v1/skus/{sku}' },
  listSkus: { method: 'GET', path: '/v1/skus', pages: { takes: 'cursor', tells: 'nextCursor' } },
  upsertSkus: { method: 'PUT', path: '/v1/skus/bulk', body: 'flat', keyed: true },
  changeChannel: { method: 'PATCH', path: '/v1/channels/{channel}', body: 'flat', keyed: true },
  createChannel: { method: 'POST', path: '/v1/channels', body: 'flat', keyed: true },
  getChannel: { method: 'GET', path: '/v1/channels/{channel}' },
  listChannels: {
    method: 'GET',
    path: '/v1/channels',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  changeLocation: { method: 'PATCH', path: '/v1/locations/{location}', body: 'flat', keyed: true },
  createLocation: { method: 'POST', path: '/v1/locations', body: 'flat', keyed: true },
  getLocation: { method: 'GET', path: '/v1/locations/{location}' },
  listLocations: {
    method: 'GET',
    path: '/v1/locations',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  getAvailability: { method: 'GET', path: '/v1/stock/availability' },
  listReservations: {
    method: 'GET',
    path: '/v1/reservations',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listStockLevels: {
    method: 'GET',
    path: '/v1/stock/levels',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listStockMovements: {
    method: 'GET',
    path: '/v1/stock/movements',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  releaseReservation: { method: 'DELETE', path: '/v1/reservations/{reservation}', keyed: true },
  reserveStock: { method: 'POST', path: '/v1/reservations', body: 'flat', keyed: true },
  setBackorderLimit: {
    method: 'PUT',
    path: '/v1/skus/{sku}/backorder-limit',
    body: 'flat',
    keyed: true,
  },
  setSafetyStock: { method: 'PUT', path: '/v1/stock/safety-stock', body: 'flat', keyed: true },
  adjustStock: { method: 'POST', path: '/v1/stock/adjustments', body: 'flat', keyed: true },
  cancelTransfer: { method: 'POST', path: '/v1/transfers/{transfer}/cancellation', keyed: true },
  countStock: { method: 'POST', path: '/v1/stock/counts', body: 'flat', keyed: true },
  dispatchTransfer: { method: 'POST', path: '/v1/transfers', body: 'flat', keyed: true },
  expectStock: { method: 'POST', path: '/v1/stock/expectations', body: 'flat', keyed: true },
  getTransfer: { method: 'GET', path: '/v1/transfers/{transfer}' },
  receiveStock: { method: 'POST', path: '/v1/stock/receipts', body: 'flat', keyed: true },
  receiveTransfer: {
    method: 'POST',
    path: '/v1/transfers/{transfer}/receipt',
    body: 'flat',
    keyed: true,
  },
  reclassifyStock: {
    method: 'POST',
    path: '/v1/stock/reclassifications',
    body: 'flat',
    keyed: true,
  },
  enterStock: { method: 'POST', path: '/v1/stock/entries', body: 'flat', keyed: true },
  reverseStockEntry: { method: 'POST', path: '/v1/stock/entries/{entry}/reversal', keyed: true },
  getStockSums: { method: 'GET', path: '/v1/stock/sums' },
  listStockGrid: {
    method: 'GET',
    path: '/v1/stock/grid',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  changeDrop: { method: 'PATCH', path: '/v1/drops/{drop}', body: 'flat', keyed: true },
  changePool: { method: 'POST', path: '/v1/drops/{drop}/pool-changes', body: 'flat', keyed: true },
  createDrop: { method: 'POST', path: '/v1/drops', body: 'flat', keyed: true },
  getDrop: { method: 'GET', path: '/v1/drops/{drop}' },
  listDrops: { method: 'GET', path: '/v1/drops', pages: { takes: 'cursor', tells: 'nextCursor' } },
  pauseDrop: { method: 'POST', path: '/v1/drops/{drop}/pause', keyed: true },
  resumeDrop: { method: 'POST', path: '/v1/drops/{drop}/resumption', keyed: true },
  stopDrop: { method: 'POST', path: '/v1/drops/{drop}/stop', body: 'flat', keyed: true },
  getDropFigures: { method: 'GET', path: '/v1/drops/{drop}/figures' },
  getDropHold: { method: 'GET', path: '/v1/drops/{drop}/holds/{hold}' },
  getQueuePlace: { method: 'GET', path: '/v1/drops/{drop}/queue/{place}' },
  holdUnits: { method: 'POST', path: '/v1/drops/{drop}/holds', body: 'flat', keyed: true },
  joinQueue: { method: 'POST', path: '/v1/drops/{drop}/queue', body: 'flat', keyed: true },
  leaveQueue: { method: 'DELETE', path: '/v1/drops/{drop}/queue/{place}', keyed: true },
  listEngagement: {
    method: 'GET',
    path: '/v1/drops/{drop}/engagement',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  recordEngagement: {
    method: 'POST',
    path: '/v1/drops/{drop}/engagement',
    body: 'flat',
    keyed: true,
  },
  releaseDropHold: { method: 'DELETE', path: '/v1/drops/{drop}/holds/{hold}', keyed: true },
  captureOrder: { method: 'POST', path: '/v1/orders', body: 'flat', keyed: true },
  captureOrdersInBulk: {
    method: 'POST',
    path: '/v1/orders/bulk',
    body: 'nested',
    keyed: true,
    answers: 'application/x-ndjson',
  },
  cancelOrder: {
    method: 'POST',
    path: '/v1/orders/{order}/cancellations',
    body: 'flat',
    keyed: true,
  },
  countOrders: { method: 'GET', path: '/v1/orders/counts' },
  explainRouting: { method: 'GET', path: '/v1/orders/{order}/routing' },
  getOrder: { method: 'GET', path: '/v1/orders/{order}' },
  getOrderTimeline: {
    method: 'GET',
    path: '/v1/orders/{order}/timeline',
    pages: { takes: 'afterVersion', tells: 'nextAfterVersion' },
  },
  listOrders: {
    method: 'GET',
    path: '/v1/orders',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  addNote: { method: 'POST', path: '/v1/orders/{order}/notes', body: 'flat', keyed: true },
  deleteNote: { method: 'DELETE', path: '/v1/orders/{order}/notes/{note}', keyed: true },
  editNote: { method: 'PUT', path: '/v1/orders/{order}/notes/{note}', body: 'flat', keyed: true },
  eraseOrder: { method: 'POST', path: '/v1/orders/{order}/erasure', keyed: true },
  placeHold: { method: 'POST', path: '/v1/orders/{order}/holds', body: 'flat', keyed: true },
  releaseHold: {
    method: 'PUT',
    path: '/v1/orders/{order}/holds/{hold}/release',
    body: 'flat',
    keyed: true,
  },
  setCustomFields: {
    method: 'PATCH',
    path: '/v1/orders/{order}/custom-fields',
    body: 'flat',
    keyed: true,
  },
  tagOrder: { method: 'PUT', path: '/v1/orders/{order}/tags/{tag}', keyed: true },
  untagOrder: { method: 'DELETE', path: '/v1/orders/{order}/tags/{tag}', keyed: true },
  changePromise: { method: 'PUT', path: '/v1/orders/{order}/promise', body: 'flat', keyed: true },
  listMentions: {
    method: 'GET',
    path: '/v1/mentions',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  readMentions: { method: 'POST', path: '/v1/mentions/readings', body: 'flat', keyed: true },
  readCustomerContacts: { method: 'GET', path: '/v1/customers/{customer}/contacts' },
  summarizeCustomer: { method: 'GET', path: '/v1/customers/{customer}/order-summary' },
  previewCancellation: {
    method: 'POST',
    path: '/v1/orders/{order}/cancellation-previews',
    body: 'flat',
    keyed: true,
  },
  previewRefund: {
    method: 'POST',
    path: '/v1/orders/{order}/refund-previews',
    body: 'flat',
    keyed: true,
  },
  changeOrderView: { method: 'PATCH', path: '/v1/order-views/{view}', body: 'flat', keyed: true },
  createOrderView: { method: 'POST', path: '/v1/order-views', body: 'flat', keyed: true },
  deleteOrderView: { method: 'DELETE', path: '/v1/order-views/{view}', keyed: true },
  listOrderViews: { method: 'GET', path: '/v1/order-views' },
  setDefaultOrderView: {
    method: 'PUT',
    path: '/v1/order-views/default',
    body: 'flat',
    keyed: true,
  },
  cancelBulkAction: { method: 'PUT', path: '/v1/bulk-actions/{bulk}/cancellation', keyed: true },
  createBulkAction: { method: 'POST', path: '/v1/bulk-actions', body: 'flat', keyed: true },
  getBulkAction: { method: 'GET', path: '/v1/bulk-actions/{bulk}' },
  listBulkActionOrders: {
    method: 'GET',
    path: '/v1/bulk-actions/{bulk}/orders',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listBulkActions: {
    method: 'GET',
    path: '/v1/bulk-actions',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  startBulkAction: { method: 'PUT', path: '/v1/bulk-actions/{bulk}/start', keyed: true },
  getFulfillmentOrder: { method: 'GET', path: '/v1/fulfillment-orders/{fulfillmentOrder}' },
  getParcel: { method: 'GET', path: '/v1/parcels/{parcel}' },
  listFulfillmentOrders: {
    method: 'GET',
    path: '/v1/fulfillment-orders',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listParcels: {
    method: 'GET',
    path: '/v1/parcels',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  packParcel: {
    method: 'POST',
    path: '/v1/fulfillment-orders/{fulfillmentOrder}/parcels',
    body: 'flat',
    keyed: true,
  },
  recordPicks: {
    method: 'POST',
    path: '/v1/fulfillment-orders/{fulfillmentOrder}/picks',
    body: 'flat',
    keyed: true,
  },
  recordShipment: {
    method: 'POST',
    path: '/v1/orders/{order}/shipments',
    body: 'flat',
    keyed: true,
  },
  releaseOrder: { method: 'POST', path: '/v1/orders/{order}/releases', body: 'flat', keyed: true },
  shipParcel: { method: 'POST', path: '/v1/parcels/{parcel}/shipments', body: 'flat', keyed: true },
  sourceOrder: { method: 'POST', path: '/v1/orders/{order}/sourcings', body: 'flat', keyed: true },
  getFulfillmentBoard: { method: 'GET', path: '/v1/locations/{location}/fulfillment-board' },
  getParcelLabel: { method: 'PUT', path: '/v1/parcels/{parcel}/label', body: 'flat', keyed: true },
  listBoardCards: {
    method: 'GET',
    path: '/v1/locations/{location}/fulfillment-board/{column}',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listCarriers: { method: 'GET', path: '/v1/carriers' },
  getParcelTracking: { method: 'GET', path: '/v1/parcels/{parcel}/tracking' },
  recordTrackingEvents: { method: 'POST', path: '/v1/tracking-events', body: 'flat', keyed: true },
  approveReturn: { method: 'PUT', path: '/v1/returns/{return}/approval', keyed: true },
  cancelReturn: { method: 'POST', path: '/v1/returns/{return}/cancellation', keyed: true },
  declineReturn: { method: 'PUT', path: '/v1/returns/{return}/refusal', body: 'flat', keyed: true },
  getReturn: { method: 'GET', path: '/v1/returns/{return}' },
  listReturns: {
    method: 'GET',
    path: '/v1/returns',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  previewReturnRefund: {
    method: 'POST',
    path: '/v1/returns/{return}/refund-previews',
    body: 'flat',
    keyed: true,
  },
  receiveReturn: {
    method: 'POST',
    path: '/v1/returns/{return}/receipts',
    body: 'flat',
    keyed: true,
  },
  receiveUnannounced: { method: 'POST', path: '/v1/return-receipts', body: 'flat', keyed: true },
  refundReturn: { method: 'POST', path: '/v1/returns/{return}/refunds', body: 'flat', keyed: true },
  requestReturn: { method: 'POST', path: '/v1/orders/{order}/returns', body: 'flat', keyed: true },
  createOrderLink: {
    method: 'POST',
    path: '/v1/orders/{order}/page-links',
    body: 'flat',
    keyed: true,
  },
  getOrderPage: { method: 'GET', path: '/v1/order-page' },
  setOrderPage: { method: 'PUT', path: '/v1/order-page', body: 'flat', keyed: true },
  addPayment: { method: 'POST', path: '/v1/orders/{order}/payments', body: 'flat', keyed: true },
  getOrderPayments: { method: 'GET', path: '/v1/orders/{order}/payments' },
  grantRefund: { method: 'POST', path: '/v1/orders/{order}/refunds', body: 'flat', keyed: true },
  recordIntentResult: {
    method: 'POST',
    path: '/v1/payment-intents/{intent}/results',
    body: 'flat',
    keyed: true,
  },
  recordPaymentFact: {
    method: 'POST',
    path: '/v1/payments/{payment}/facts',
    body: 'flat',
    keyed: true,
  },
  recordReceipt: {
    method: 'POST',
    path: '/v1/payments/{payment}/receipts',
    body: 'flat',
    keyed: true,
  },
  retryPayment: { method: 'POST', path: '/v1/payments/{payment}/retries', keyed: true },
  decideRefund: {
    method: 'POST',
    path: '/v1/orders/{order}/refund-requests/{refundRequest}/decisions',
    body: 'flat',
    keyed: true,
  },
  getRefundPolicy: { method: 'GET', path: '/v1/refund-policy' },
  setRefundPolicy: { method: 'PUT', path: '/v1/refund-policy', body: 'flat', keyed: true },
  approveCredit: {
    method: 'POST',
    path: '/v1/payments/{payment}/credit-approvals',
    body: 'flat',
    keyed: true,
  },
  getCustomerCredit: { method: 'GET', path: '/v1/customers/{customer}/credit' },
  recordInvoice: {
    method: 'PUT',
    path: '/v1/payments/{payment}/invoice',
    body: 'flat',
    keyed: true,
  },
  setCustomerCredit: {
    method: 'PUT',
    path: '/v1/customers/{customer}/credit/{currency}',
    body: 'flat',
    keyed: true,
  },
  adjustStoreCredit: {
    method: 'POST',
    path: '/v1/customers/{customer}/store-credit/adjustments',
    body: 'flat',
    keyed: true,
  },
  getStoreCredit: { method: 'GET', path: '/v1/customers/{customer}/store-credit' },
  listStoreCreditMovements: {
    method: 'GET',
    path: '/v1/customers/{customer}/store-credit/{currency}/movements',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  adjustGiftCard: {
    method: 'POST',
    path: '/v1/gift-cards/{giftCard}/adjustments',
    body: 'flat',
    keyed: true,
  },
  changeGiftCard: { method: 'PATCH', path: '/v1/gift-cards/{giftCard}', body: 'flat', keyed: true },
  getGiftCard: { method: 'GET', path: '/v1/gift-cards/{giftCard}' },
  issueGiftCard: { method: 'POST', path: '/v1/gift-cards', body: 'flat', keyed: true },
  listGiftCardMovements: {
    method: 'GET',
    path: '/v1/gift-cards/{giftCard}/movements',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listGiftCards: {
    method: 'GET',
    path: '/v1/gift-cards',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  lookUpGiftCard: { method: 'POST', path: '/v1/gift-card-lookups', body: 'flat', keyed: true },
  decideReview: {
    method: 'POST',
    path: '/v1/orders/{order}/review-decisions',
    body: 'flat',
    keyed: true,
  },
  getOrderRisk: { method: 'GET', path: '/v1/orders/{order}/risk' },
  getRiskPolicy: { method: 'GET', path: '/v1/risk-policy' },
  listReviews: {
    method: 'GET',
    path: '/v1/reviews',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  recordRiskSignal: {
    method: 'POST',
    path: '/v1/orders/{order}/risk-signals',
    body: 'flat',
    keyed: true,
  },
  setRiskPolicy: { method: 'PUT', path: '/v1/risk-policy', body: 'flat', keyed: true },
  changeProviderConnection: {
    method: 'PATCH',
    path: '/v1/provider-connections/{connection}',
    body: 'flat',
    keyed: true,
  },
  createProviderConnection: {
    method: 'POST',
    path: '/v1/provider-connections',
    body: 'flat',
    keyed: true,
  },
  getProviderConnection: { method: 'GET', path: '/v1/provider-connections/{connection}' },
  listProviderConnections: {
    method: 'GET',
    path: '/v1/provider-connections',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  receiveProviderNotice: {
    method: 'POST',
    path: '/v1/provider-webhooks/{provider}/{connection}',
    keyed: true,
  },
  removeProviderConnection: {
    method: 'DELETE',
    path: '/v1/provider-connections/{connection}',
    keyed: true,
  },
  rotateProviderSecrets: {
    method: 'POST',
    path: '/v1/provider-connections/{connection}/secret-rotations',
    body: 'flat',
    keyed: true,
  },
  testProviderConnection: {
    method: 'POST',
    path: '/v1/provider-connections/{connection}/trials',
    keyed: true,
  },
  assignException: {
    method: 'PUT',
    path: '/v1/exceptions/{exception}/assignment',
    body: 'flat',
    keyed: true,
  },
  getException: { method: 'GET', path: '/v1/exceptions/{exception}' },
  listExceptions: {
    method: 'GET',
    path: '/v1/exceptions',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  reportException: { method: 'POST', path: '/v1/exceptions', body: 'flat', keyed: true },
  resolveException: {
    method: 'POST',
    path: '/v1/exceptions/{exception}/resolution',
    body: 'flat',
    keyed: true,
  },
  snoozeException: {
    method: 'PUT',
    path: '/v1/exceptions/{exception}/snooze',
    body: 'flat',
    keyed: true,
  },
  summarizeExceptions: { method: 'GET', path: '/v1/exceptions/summary' },
  commentException: {
    method: 'POST',
    path: '/v1/exceptions/{exception}/comments',
    body: 'flat',
    keyed: true,
  },
  listExceptionComments: { method: 'GET', path: '/v1/exceptions/{exception}/comments' },
  assignExceptions: {
    method: 'POST',
    path: '/v1/exceptions/assignments',
    body: 'flat',
    keyed: true,
  },
  groupExceptions: { method: 'GET', path: '/v1/exceptions/groups' },
  retryExceptions: { method: 'POST', path: '/v1/exceptions/retries', body: 'flat', keyed: true },
  setExceptionThreshold: {
    method: 'PUT',
    path: '/v1/exceptions/thresholds/{type}',
    body: 'flat',
    keyed: true,
  },
  snoozeExceptions: { method: 'POST', path: '/v1/exceptions/snoozes', body: 'flat', keyed: true },
  reportSales: { method: 'GET', path: '/v1/reports/sales' },
  listFlowEntries: {
    method: 'GET',
    path: '/v1/reports/flow-entries',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listStageEntries: {
    method: 'GET',
    path: '/v1/reports/stage-entries',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  reportFlow: { method: 'GET', path: '/v1/reports/flow' },
  reportStages: { method: 'GET', path: '/v1/reports/stages' },
  setReportZone: { method: 'PUT', path: '/v1/reports/time-zone', body: 'flat', keyed: true },
  listDueWork: {
    method: 'GET',
    path: '/v1/work/due',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  reportOrderHours: { method: 'GET', path: '/v1/reports/order-hours' },
  summarizeWork: { method: 'GET', path: '/v1/work/summary' },
  cancelWebhookReplay: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/replays/{replay}/cancellation',
    keyed: true,
  },
  changeWebhookEndpoint: {
    method: 'PATCH',
    path: '/v1/webhook-endpoints/{endpoint}',
    body: 'flat',
    keyed: true,
  },
  createWebhookEndpoint: {
    method: 'POST',
    path: '/v1/webhook-endpoints',
    body: 'flat',
    keyed: true,
  },
  getWebhookDelivery: {
    method: 'GET',
    path: '/v1/webhook-endpoints/{endpoint}/deliveries/{delivery}',
  },
  getWebhookEndpoint: { method: 'GET', path: '/v1/webhook-endpoints/{endpoint}' },
  getWebhookReplay: { method: 'GET', path: '/v1/webhook-endpoints/{endpoint}/replays/{replay}' },
  listDeadWebhookDeliveries: {
    method: 'GET',
    path: '/v1/webhook-endpoints/{endpoint}/dead-deliveries',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/v1/webhook-endpoints/{endpoint}/deliveries',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listWebhookEndpoints: {
    method: 'GET',
    path: '/v1/webhook-endpoints',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listWebhookReplays: {
    method: 'GET',
    path: '/v1/webhook-endpoints/{endpoint}/replays',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  pingWebhookEndpoint: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/pings',
    keyed: true,
  },
  removeWebhookEndpoint: {
    method: 'DELETE',
    path: '/v1/webhook-endpoints/{endpoint}',
    keyed: true,
  },
  resendWebhookDelivery: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/deliveries/{delivery}/resends',
    keyed: true,
  },
  retryWebhookDeliveries: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/dead-deliveries/retries',
    keyed: true,
  },
  retryWebhookDelivery: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/dead-deliveries/{delivery}/retries',
    keyed: true,
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/secret-rotations',
    body: 'flat',
    keyed: true,
  },
  startWebhookReplay: {
    method: 'POST',
    path: '/v1/webhook-endpoints/{endpoint}/replays',
    body: 'flat',
    keyed: true,
  },
  listOrderDeliveries: { method: 'GET', path: '/v1/orders/{order}/webhook-deliveries' },
  applyImport: { method: 'POST', path: '/v1/imports/{import}/application', keyed: true },
  cancelImport: { method: 'POST', path: '/v1/imports/{import}/cancellation', keyed: true },
  createImport: { method: 'POST', path: '/v1/imports', body: 'flat', keyed: true },
  getImport: { method: 'GET', path: '/v1/imports/{import}' },
  getImportReport: { method: 'GET', path: '/v1/imports/{import}/report', answers: 'text/csv' },
  getSourceRows: { method: 'GET', path: '/v1/orders/{order}/source-rows' },
  listImportDocuments: {
    method: 'GET',
    path: '/v1/imports/{import}/documents',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listImportProfiles: { method: 'GET', path: '/v1/import-profiles' },
  listImportRows: {
    method: 'GET',
    path: '/v1/imports/{import}/rows',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listImports: {
    method: 'GET',
    path: '/v1/imports',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listPastDocuments: {
    method: 'GET',
    path: '/v1/past-documents',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  matchSku: { method: 'POST', path: '/v1/sku-matches', body: 'flat', keyed: true },
  sendImportContent: { method: 'PUT', path: '/v1/imports/{import}/content', keyed: true },
  mapImport: { method: 'PUT', path: '/v1/imports/{import}/mapping', body: 'flat', keyed: true },
  previewImport: { method: 'GET', path: '/v1/imports/{import}/preview' },
  undoImport: { method: 'POST', path: '/v1/imports/{import}/reversal', keyed: true },
  watchImport: {
    method: 'GET',
    path: '/v1/imports/{import}/progress',
    answers: 'text/event-stream',
  },
  exportCustomers: {
    method: 'GET',
    path: '/v1/exports/customers',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportLocations: {
    method: 'GET',
    path: '/v1/exports/locations',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportOrders: {
    method: 'GET',
    path: '/v1/exports/orders',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportParcels: {
    method: 'GET',
    path: '/v1/exports/parcels',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportPayments: {
    method: 'GET',
    path: '/v1/exports/payments',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportReturns: {
    method: 'GET',
    path: '/v1/exports/returns',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportSkus: {
    method: 'GET',
    path: '/v1/exports/skus',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  exportStock: {
    method: 'GET',
    path: '/v1/exports/stock',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  listExportForms: { method: 'GET', path: '/v1/exports' },
  closeBooks: { method: 'POST', path: '/v1/accounting/closings', body: 'flat', keyed: true },
  exportJournal: {
    method: 'GET',
    path: '/v1/exports/journal',
    answers:
      'application/x-ndjson, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/gzip',
  },
  getChart: { method: 'GET', path: '/v1/accounting/chart' },
  listClosings: {
    method: 'GET',
    path: '/v1/accounting/closings',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  setChart: { method: 'PUT', path: '/v1/accounting/chart', body: 'flat', keyed: true },
  fetchProviderStatement: {
    method: 'POST',
    path: '/v1/provider-connections/{connection}/statements',
    body: 'flat',
    keyed: true,
  },
  getDifference: { method: 'GET', path: '/v1/differences/{difference}' },
  getProviderStatement: { method: 'GET', path: '/v1/provider-statements/{statement}' },
  listDifferences: {
    method: 'GET',
    path: '/v1/differences',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listPayoutLines: {
    method: 'GET',
    path: '/v1/payouts/{payout}/lines',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listPayouts: {
    method: 'GET',
    path: '/v1/payouts',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  listProviderStatements: {
    method: 'GET',
    path: '/v1/provider-connections/{connection}/statements',
    pages: { takes: 'cursor', tells: 'nextCursor' },
  },
  resolveDifference: {
    method: 'POST',
    path: '/v1/differences/{difference}/resolutions',
    body: 'flat',
    keyed: true,
  },
  sendProviderReport: {
    method: 'POST',
    path: '/v1/provider-connections/{connection}/reports',
    keyed: true,
  },
  runVerification: { method: 'POST', path: '/v1/verification', keyed: true },
};
