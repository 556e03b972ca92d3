// Made by "npm run generate": do not edit.
// The events of the log and what they carry.

import type { Totals } from './schemas.ts';

/** What an event of each type carries. */
export interface EventData {
  /** A user was created. Its subject is `usr_…`. */
  readonly 'user.created.v1': {
    readonly role: string;
  };

  /** A user was changed or disabled, or the password was set. Its subject is `usr_…`. */
  readonly 'user.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];
    readonly role: string;
    readonly disabled: boolean;
  };

  /** A role was created. Its subject is `rol_…`. */
  readonly 'role.created.v1': {
    readonly code: string;
    readonly scopes: readonly string[];
  };

  /** A role was changed: its users may do what it says from then on. Its subject is `rol_…`. */
  readonly 'role.changed.v1': {
    readonly code: string;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
    readonly scopes: readonly string[];
  };

  /** A role that nobody had was deleted. Its subject is `rol_…`. */
  readonly 'role.deleted.v1': {
    readonly code: string;
  };

  /** An API key was created. Its subject is `key_…`. */
  readonly 'api-key.created.v1': {
    readonly scopes: readonly string[];

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string | null;
  };

  /** An API key was revoked. Its subject is `key_…`. */
  readonly 'api-key.revoked.v1': Readonly<Record<string, unknown>>;

  /** An API key was replaced by another, and works until then. Its subject is `key_…`. */
  readonly 'api-key.expiry_set.v1': {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string;
    readonly replacedBy: string;
  };

  /** A user set a new password: knowing the old one, or with a link. Its subject is `usr_…`. */
  readonly 'user.password_changed.v1': {
    readonly by: 'password' | 'link';
  };

  /** A link to set a new password was made, by an admin or for an e-mail. Its subject is `usr_…`. */
  readonly 'user.password_reset_issued.v1': {
    readonly way: 'link' | 'mail';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string;
  };

  /** A user switched the second factor on or off, or an admin took it away. Its subject is `usr_…`. */
  readonly 'user.second_factor_set.v1': {
    readonly state: 'on' | 'off' | 'reset';
  };

  /** A user made new recovery codes. Its subject is `usr_…`. */
  readonly 'user.recovery_codes_replaced.v1': Readonly<Record<string, unknown>>;

  /** A user signed in with a recovery code. Its subject is `usr_…`. */
  readonly 'user.recovery_code_used.v1': {
    readonly left: number;
  };

  /** An admin let a user try again to sign in. Its subject is `usr_…`. */
  readonly 'user.unlocked.v1': Readonly<Record<string, unknown>>;

  /** Sessions of a user were ended together. Its subject is `usr_…`. */
  readonly 'user.sessions_ended.v1': {
    readonly ended: number;
  };

  /** A session was ended from another one, or by an admin. Its subject is `ses_…`. */
  readonly 'session.ended.v1': {
    readonly user: string;
  };

  /** Something that the tenant sets for itself was changed. Its subject is `set_…`. */
  readonly 'settings.changed.v1': {
    /** Such as `appearance`, `numbers` or `reasons:refund` */
    readonly name: string;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** A customer was created, by hand or by an order. Its subject is `cus_…`. */
  readonly 'customer.created.v1': Readonly<Record<string, unknown>>;

  /** A customer was changed. Its subject is `cus_…`. */
  readonly 'customer.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** The personal data of a customer was erased, with that of the orders. Its subject is `cus_…`. */
  readonly 'customer.erased.v1': {
    /** Orders it was erased from */
    readonly orders: number;
  };

  /** A customer was merged into another, who has its orders now. Its subject is `cus_…`. */
  readonly 'customer.merged.v1': {
    readonly into: string;
    readonly orders: number;
  };

  /** Another customer was merged into this one. Its subject is `cus_…`. */
  readonly 'customer.joined.v1': {
    readonly customer: string;
    readonly orders: number;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** A channel was created. Its subject is `chn_…`. */
  readonly 'channel.created.v1': {
    readonly code: string;
    readonly active: boolean;
  };

  /** A channel was changed. Its subject is `chn_…`. */
  readonly 'channel.changed.v1': {
    readonly code: string;
    readonly active: boolean;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** A SKU or a kit was created. Its subject is `sku_…`. */
  readonly 'sku.created.v1': {
    readonly code: string;
    readonly active: boolean;
    readonly kit: boolean;
  };

  /** A SKU or a kit was changed. Its subject is `sku_…`. */
  readonly 'sku.changed.v1': {
    readonly code: string;
    readonly active: boolean;
    readonly kit: boolean;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** How much of a SKU may be sold without stock was set. Its subject is `sku_…`. */
  readonly 'sku.backorder_limit_set.v1': {
    readonly cap: number;
  };

  /** The safety stock of a SKU at a location was set; null: that of the location. Its subject is `sku_…`. */
  readonly 'sku.safety_stock_set.v1': {
    readonly location: string;
    readonly safetyStock: number | null;
  };

  /** A stock location was created. Its subject is `loc_…`. */
  readonly 'location.created.v1': {
    readonly code: string;
    readonly number: number;
    readonly kind: string;
    readonly active: boolean;
  };

  /** A stock location was changed. Its subject is `loc_…`. */
  readonly 'location.changed.v1': {
    readonly code: string;
    readonly number: number;
    readonly active: boolean;

    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** Stock was received at a location. Its subject is `sdo_…`. */
  readonly 'stock.received.v1': {
    readonly location: string;
    readonly reason: string | null;
    readonly reference: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** Where promises now exceed what is there */
    readonly differences: readonly {
      readonly sku: string;
      readonly location: string;
      readonly shortfall: number;
    }[];
  };

  /** Stock was announced for a location. Its subject is `sdo_…`. */
  readonly 'stock.expected.v1': {
    readonly location: string;
    readonly reason: string | null;
    readonly reference: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** Where promises now exceed what is there */
    readonly differences: readonly {
      readonly sku: string;
      readonly location: string;
      readonly shortfall: number;
    }[];
  };

  /** Units were added or taken away, with a reason. Its subject is `sdo_…`. */
  readonly 'stock.adjusted.v1': {
    readonly location: string;
    readonly reason: string | null;
    readonly reference: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** Where promises now exceed what is there */
    readonly differences: readonly {
      readonly sku: string;
      readonly location: string;
      readonly shortfall: number;
    }[];
  };

  /** Stock was counted; the level is now what was counted. Its subject is `sdo_…`. */
  readonly 'stock.counted.v1': {
    readonly location: string;
    readonly reason: string | null;
    readonly reference: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** Where promises now exceed what is there */
    readonly differences: readonly {
      readonly sku: string;
      readonly location: string;
      readonly shortfall: number;
    }[];
  };

  /** Units moved between available, damaged and quality control. Its subject is `sdo_…`. */
  readonly 'stock.reclassified.v1': {
    readonly location: string;
    readonly reason: string | null;
    readonly reference: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** Where promises now exceed what is there */
    readonly differences: readonly {
      readonly sku: string;
      readonly location: string;
      readonly shortfall: number;
    }[];
  };

  /** Stock left one location for another. Its subject is `trf_…`. */
  readonly 'transfer.dispatched.v1': {
    readonly from: string;
    readonly to: string;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** A transfer arrived. Its subject is `trf_…`. */
  readonly 'transfer.received.v1': {
    readonly to: string;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
    readonly differences: readonly {
      readonly sku: string;
      readonly sent: number;
      readonly received: number;
    }[];
  };

  /** A transfer was taken back: its stock is where it was. Its subject is `trf_…`. */
  readonly 'transfer.canceled.v1': {
    readonly from: string;
    readonly to: string;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Stock was reserved for a cart, a quote or another owner. Its subject is `rsv_…`. */
  readonly 'reservation.made.v1': {
    readonly owner: {
      readonly kind: string;
    };

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string | null;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Reserved stock was given back. Its subject is `rsv_…`. */
  readonly 'reservation.released.v1': {
    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** The time of a reservation ran out and the stock is free again. Its subject is `rsv_…`. */
  readonly 'reservation.lapsed.v1': {
    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** An order was captured and its stock promised. Its subject is `ord_…`. */
  readonly 'order.captured.v1': {
    readonly number: string;
    readonly channel: string;
    readonly channelCode: string;
    readonly externalId: string | null;
    readonly customer: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly placedAt: string;

    /** Left out where no date is promised */
    readonly promised?: {
      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly shipBy: string | null;

      /** Who says so: the channel, the next cut-off of its locations, or somebody who changed it */
      readonly promisedBy: ('channel' | 'cut-off' | 'changed') | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly deliverBy: string | null;
    };
    readonly totals: Totals;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly id: string;
      readonly kind: 'item' | 'kit' | 'component';
      readonly kitLine: number | null;
      readonly sku: string | null;
      readonly skuCode: string;
      readonly ordered: number;
      readonly reserved: number;
      readonly backordered: number;
      readonly unpromised: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
    }[];

    /** Where stock was promised */
    readonly stock: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly reservation: string;
      readonly sku: string;
      readonly location: string;
      readonly locationCode: string;
      readonly reserved: number;
    }[];
    readonly payments?: readonly {
      readonly payment: string;
      readonly provider: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;

      /** Of the payment, where it is not that of the order */
      readonly currency?: string;

      /** What that is worth in the currency of the order */
      readonly orderAmountMinor?: number;
    }[];

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money?: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];

    /** What it bought from a drop; its promises come out of the pool */
    readonly drop?: {
      readonly drop: string;
      readonly sold: number;
      readonly preordered: number;
    };
  };

  /** The dates that an order is promised for were changed. Its subject is `ord_…`. */
  readonly 'order.promise_changed.v1': {
    readonly before: {
      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly shipBy: string | null;

      /** Who says so: the channel, the next cut-off of its locations, or somebody who changed it */
      readonly promisedBy: ('channel' | 'cut-off' | 'changed') | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly deliverBy: string | null;
    };
    readonly after: {
      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly shipBy: string | null;

      /** Who says so: the channel, the next cut-off of its locations, or somebody who changed it */
      readonly promisedBy: ('channel' | 'cut-off' | 'changed') | null;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly deliverBy: string | null;
    };
    readonly reason:
      | 'channel'
      | 'customer'
      | 'inventory'
      | 'carrier'
      | 'weather'
      | 'staff'
      | 'other';
  };

  /** Backordered units were promised from stock that came. Its subject is `ord_…`. */
  readonly 'order.backorder_filled.v1': {
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved: number;
    }[];
    readonly stock: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly reservation: string;
      readonly sku: string;
      readonly location: string;
      readonly reserved: number;
    }[];
  };

  /** Units of an order were canceled, or all of it. Its subject is `ord_…`. */
  readonly 'order.canceled.v1': {
    readonly cancellation: string;
    readonly reason: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor: number;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly canceled: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** What moved on the lines of fulfillment orders */
    readonly fulfillment?: readonly {
      readonly fulfillmentOrder: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly short?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What was put into parcels, and taken out again */
    readonly parcels?: readonly {
      readonly parcel: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;
    }[];
  };

  /** An order, or a line of it, was put on hold. Its subject is `ord_…`. */
  readonly 'order.held.v1': {
    readonly hold: string;
    readonly reason: string;

    /** The number of the line in its order */
    readonly line: number | null;
    readonly blocks: readonly ('release' | 'payment' | 'edit')[];

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string | null;
  };

  /** A hold was released. Its subject is `ord_…`. */
  readonly 'order.hold_released.v1': {
    readonly hold: string;
    readonly reason: string;
  };

  /** The time of a hold ran out. Its subject is `ord_…`. */
  readonly 'order.hold_lapsed.v1': {
    readonly hold: string;
    readonly reason: string;
  };

  /** An order was tagged. Its subject is `ord_…`. */
  readonly 'order.tagged.v1': {
    readonly tag: string;
  };

  /** A tag was taken off an order. Its subject is `ord_…`. */
  readonly 'order.untagged.v1': {
    readonly tag: string;
  };

  /** A note was written on an order. Its subject is `ord_…`. */
  readonly 'order.note_added.v1': {
    readonly note: string;

    /** The users it names */
    readonly mentions?: readonly string[];
  };

  /** Who wrote a note wrote it anew. Its subject is `ord_…`. */
  readonly 'order.note_edited.v1': {
    readonly note: string;

    /** The users it names */
    readonly mentions?: readonly string[];
  };

  /** Who wrote a note took it off the order. Its subject is `ord_…`. */
  readonly 'order.note_deleted.v1': {
    readonly note: string;
  };

  /** Custom fields of an order were set or removed. Its subject is `ord_…`. */
  readonly 'order.custom_fields_set.v1': {
    readonly fields: readonly string[];
  };

  /** The order belongs to another customer: theirs was merged into that one. Its subject is `ord_…`. */
  readonly 'order.customer_changed.v1': {
    readonly customer: string;
    readonly was: string;
  };

  /** The customer was erased, and with it what was personal in the order. Its subject is `ord_…`. */
  readonly 'order.erased.v1': Readonly<Record<string, unknown>>;

  /** Another way of paying was added to an order. Its subject is `ord_…`. */
  readonly 'payment.added.v1': {
    readonly payment: string;
    readonly provider: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A payment gives back in place of others, which keep their money: a refund to store credit. Its subject is `ord_…`. */
  readonly 'payment.carried.v1': {
    readonly payment: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** Money is to be captured, refunded or given back; the provider is asked next. Its subject is `ord_…`. */
  readonly 'payment.intended.v1': {
    readonly cause: string;
    readonly intents: readonly {
      readonly intent: string;
      readonly payment: string;
      readonly kind: 'authorize' | 'capture' | 'refund' | 'void';

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;

      /** Of the payment, where it is not that of the order */
      readonly currency?: string;

      /** What that is worth in the currency of the order */
      readonly orderAmountMinor?: number;
    }[];

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A provider holds money for an order. Its subject is `ord_…`. */
  readonly 'payment.authorized.v1': {
    readonly payment: string;
    readonly intent: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** Money was captured. Its subject is `ord_…`. */
  readonly 'payment.captured.v1': {
    readonly payment: string;
    readonly intent: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A provider told what it keeps of a capture that it had told before. Its subject is `ord_…`. */
  readonly 'payment.fee_told.v1': {
    readonly payment: string;

    /** What the provider calls the capture */
    readonly reference: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feeMinor: number;

    /** ISO 4217 */
    readonly feeCurrency: string;
  };

  /** Money was refunded. Its subject is `ord_…`. */
  readonly 'payment.refunded.v1': {
    readonly payment: string;
    readonly intent: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** Authorized money was given back, or its authorization ran out. Its subject is `ord_…`. */
  readonly 'payment.voided.v1': {
    readonly payment: string;
    readonly intent: string | null;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A provider said no. Its subject is `ord_…`. */
  readonly 'payment.declined.v1': {
    readonly payment: string;
    readonly intent: string;
    readonly kind: 'authorize' | 'capture' | 'refund' | 'void';

    /** The provider’s reason */
    readonly code: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** What a provider was to do is not needed any more, or turned out to be done. Its subject is `ord_…`. */
  readonly 'payment.intent_closed.v1': {
    readonly payment: string;
    readonly intent: string;
    readonly kind: 'authorize' | 'capture' | 'refund' | 'void';
    readonly reason: 'not-needed' | 'told-before';

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** Somebody had a provider asked again. Its subject is `ord_…`. */
  readonly 'payment.retried.v1': {
    readonly payment: string;
  };

  /** The payer must do something before a provider holds the money. Its subject is `ord_…`. */
  readonly 'payment.action_required.v1': {
    readonly payment: string;
    readonly intent: string;
  };

  /** A provider holds the same money for longer. Its subject is `ord_…`. */
  readonly 'payment.authorization_renewed.v1': {
    readonly payment: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly expiresAt: string | null;
  };

  /** A refund that was done came back: the buyer does not have the money. Its subject is `ord_…`. */
  readonly 'payment.refund_returned.v1': {
    readonly payment: string;
    readonly intent: string | null;

    /** The provider’s reason */
    readonly code: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A buyer had the bank ask for money back, or take it. Its subject is `ord_…`. */
  readonly 'payment.disputed.v1': {
    readonly dispute: string;
    readonly payment: string;
    readonly status: 'inquiry' | 'dropped' | 'withdrawn' | 'lost' | 'won';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A dispute was decided or dropped. Its subject is `ord_…`. */
  readonly 'payment.dispute_closed.v1': {
    readonly dispute: string;
    readonly payment: string;
    readonly status: 'inquiry' | 'dropped' | 'withdrawn' | 'lost' | 'won';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Of the payment, where it is not that of the order */
    readonly currency?: string;

    /** What that is worth in the currency of the order */
    readonly orderAmountMinor?: number;

    /** What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are */
    readonly money: readonly {
      readonly payment: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorizing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly authorized?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly capturing?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly captured?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly refunded?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voiding?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly voided?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly disputed?: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly carried?: number;
    }[];
  };

  /** A customer was given credit: the buyer pays an invoice later. Its subject is `ord_…`. */
  readonly 'payment.terms_granted.v1': {
    readonly payment: string;

    /** What the customer owes in this currency, this included */
    readonly owedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly limitMinor: number;
    readonly beyondLimit: boolean;
  };

  /** A customer may not owe so much: the order waits for credit. Its subject is `ord_…`. */
  readonly 'payment.terms_waiting.v1': {
    readonly payment: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly owedMinor: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly limitMinor: number;
  };

  /** A payment on terms has an invoice, and a date by which it is due. Its subject is `ord_…`. */
  readonly 'payment.invoiced.v1': {
    readonly payment: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly dueAt: string;
  };

  /** An invoice was not paid in time. Its subject is `ord_…`. */
  readonly 'payment.overdue.v1': {
    readonly payment: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly owedMinor: number;
  };

  /** How much a customer may owe was set. Its subject is `cus_…`. */
  readonly 'customer.credit_set.v1': {
    /** ISO 4217 */
    readonly currency: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly limitMinor: number;
  };

  /** From which payments money goes back, and who has to agree, was set. Its subject is `rfp_…`. */
  readonly 'refund-policy.set.v1': {
    /** From which payments money goes back, where an order has several */
    readonly allocation: 'last-in-first-out' | 'original-first' | 'proportional';
    readonly limits: number;
  };

  /** Somebody asked for a refund that another person has to agree to. Its subject is `ord_…`. */
  readonly 'order.refund_requested.v1': {
    readonly request: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly reason: string;
  };

  /** A refund that was asked for was declined. Its subject is `ord_…`. */
  readonly 'order.refund_declined.v1': {
    readonly request: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
  };

  /** The buyer was granted money back; refunds of what is captured follow. Its subject is `ord_…`. */
  readonly 'order.refund_granted.v1': {
    readonly refund: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly reason: string;
    readonly return: string | null;

    /** Units whose price was given back though the buyer keeps them */
    readonly lines?: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly quantity: number;
    }[];

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly shippingMinor?: number;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly feesMinor?: number;

    /** From which payments money goes back, where an order has several */
    readonly allocation?: 'last-in-first-out' | 'original-first' | 'proportional';

    /** Where it goes: back to where the money came from, or to the store credit of the customer */
    readonly destination?: 'original' | 'store-credit';
    readonly request?: string;
  };

  /** A gift card was issued: `order` is the one that it was sold with. Its subject is `gfc_…`. */
  readonly 'gift-card.issued.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** Money of a gift card was promised to an order, spent, given back or refunded. Its subject is `gfc_…`. */
  readonly 'gift-card.moved.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** Somebody gave more on a gift card, or took some back. Its subject is `gfc_…`. */
  readonly 'gift-card.adjusted.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** What was left on a gift card expired. Its subject is `gfc_…`. */
  readonly 'gift-card.expired.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** A gift card was disabled or enabled, or its end or customer changed. Its subject is `gfc_…`. */
  readonly 'gift-card.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];
  };

  /** A customer was given store credit, or some was taken back. Its subject is `scr_…`. */
  readonly 'store-credit.adjusted.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** Store credit was promised to an order, spent, given back or refunded. Its subject is `scr_…`. */
  readonly 'store-credit.moved.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** A part of a store credit expired. Its subject is `scr_…`. */
  readonly 'store-credit.expired.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** Store credit went to the customer that its owner was merged into. Its subject is `scr_…`. */
  readonly 'store-credit.merged.v1': {
    readonly movement: string;
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

    /** What is there now */
    readonly balanceMinor: number;

    /** ISO 4217 */
    readonly currency: string;
    readonly customer: string | null;
    readonly order: string | null;
    readonly payment: string | null;
    readonly reason: string | null;
  };

  /** A payment provider or a fraud service said how risky an order is. Its subject is `ord_…`. */
  readonly 'order.risk_told.v1': {
    readonly signal: string;
    readonly payment: string | null;
    readonly source: string;
    readonly level: 'normal' | 'elevated' | 'highest';
    readonly score: number | null;
  };

  /** The rules of the tenant were applied to an order. Its subject is `ord_…`. */
  readonly 'order.assessed.v1': {
    readonly state: 'clear' | 'review' | 'approved' | 'declined';
    readonly score: number;
    readonly reasons: readonly string[];
  };

  /** A person approved an order that was held for review. Its subject is `ord_…`. */
  readonly 'order.review_approved.v1': {
    readonly score: number;
  };

  /** A person declined an order that was held for review; its cancellation follows. Its subject is `ord_…`. */
  readonly 'order.review_declined.v1': {
    readonly score: number;
  };

  /** The rules that orders are assessed by were set. Its subject is `rkp_…`. */
  readonly 'risk-policy.set.v1': {
    readonly active: boolean;
    readonly rules: number;
  };

  /** An account at a payment provider was connected. Its subject is `pcn_…`. */
  readonly 'provider-connection.created.v1': {
    readonly provider: string;
    readonly active: boolean;
  };

  /** An account at a payment provider was changed, or taken into or out of use. Its subject is `pcn_…`. */
  readonly 'provider-connection.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];
    readonly provider: string;
    readonly active: boolean;
  };

  /** An account at a payment provider got other secrets. Its subject is `pcn_…`. */
  readonly 'provider-connection.secrets_rotated.v1': Readonly<Record<string, unknown>>;

  /** Somebody tried out an account at a payment provider. Its subject is `pcn_…`. */
  readonly 'provider-connection.tried.v1': {
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
  };

  /** An account at a payment provider was removed. Its subject is `pcn_…`. */
  readonly 'provider-connection.removed.v1': Readonly<Record<string, unknown>>;

  /** What a provider booked in a period was read and matched against the ledger. Its subject is `stm_…`. */
  readonly 'statement.read.v1': {
    readonly connection: string;
    readonly lines: number;
    readonly newLines: number;
    readonly differences: number;
  };

  /** A provider and the ledger say different things. Its subject is `dif_…`. */
  readonly 'difference.found.v1': {
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
    readonly payment: string | null;
    readonly order: string | null;
  };

  /** A difference looks different, or somebody had it looked at again. Its subject is `dif_…`. */
  readonly 'difference.changed.v1': {
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
  };

  /** A difference was resolved, or its cause is gone. Its subject is `dif_…`. */
  readonly 'difference.resolved.v1': {
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
    readonly resolution:
      | 'record-fact'
      | 'fetch-again'
      | 'explain'
      | 'raise-exception'
      | 'cause-gone';
  };

  /** A provider paid out, or is about to. Its subject is `pyo_…`. */
  readonly 'payout.recorded.v1': {
    readonly connection: string;
    readonly status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'canceled';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  };

  /** A payout arrived, failed or was canceled. Its subject is `pyo_…`. */
  readonly 'payout.changed.v1': {
    readonly connection: string;
    readonly status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'canceled';

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;

    /** ISO 4217 */
    readonly currency: string;
  };

  /** The accounts of the books were set. Its subject is `cha_…`. */
  readonly 'chart.changed.v1': {
    readonly accounts: number;
  };

  /** The books were closed through a day. Its subject is `bcl_…`. */
  readonly 'books.closed.v1': {
    readonly from: string;
    readonly through: string;
    readonly entries: number;
  };

  /** Promises became firm: locations were asked to ship. Its subject is `ord_…`. */
  readonly 'order.released.v1': {
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** What moved on the lines of fulfillment orders */
    readonly fulfillment: readonly {
      readonly fulfillmentOrder: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly short?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** The new fulfillment orders */
    readonly asked: readonly {
      readonly fulfillmentOrder: string;
      readonly location: string;

      /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
      readonly shipBy: string | null;
    }[];
  };

  /** Units that nobody had promised were promised anew. Its subject is `ord_…`. */
  readonly 'order.sourced.v1': {
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];
    readonly stock: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly reservation: string;
      readonly sku: string;
      readonly location: string;
      readonly reserved: number;
    }[];
  };

  /** Units were picked, or were not where they should be. Its subject is `ord_…`. */
  readonly 'fulfillment.picked.v1': {
    readonly fulfillmentOrder: string;
    readonly location: string;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** What moved on the lines of fulfillment orders */
    readonly fulfillment?: readonly {
      readonly fulfillmentOrder: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly short?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What was put into parcels, and taken out again */
    readonly parcels?: readonly {
      readonly parcel: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;
    }[];

    /** Reported, but not open there: nothing came of it */
    readonly surplus: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly units: number;
    }[];

    /** Why units were not there, where somebody said so */
    readonly shortReasons?: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly reason: 'missing' | 'damaged' | 'wrong-item' | 'unreadable';
    }[];
  };

  /** Units were packed into a parcel. Its subject is `ord_…`. */
  readonly 'fulfillment.packed.v1': {
    readonly fulfillmentOrder: string;
    readonly location: string;
    readonly parcel: string;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** What moved on the lines of fulfillment orders */
    readonly fulfillment: readonly {
      readonly fulfillmentOrder: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly short?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What was put into parcels, and taken out again */
    readonly parcels: readonly {
      readonly parcel: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;
    }[];

    /** Reported, but not open there: nothing came of it */
    readonly surplus: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly units: number;
    }[];
  };

  /** A parcel left. Its subject is `ord_…`. */
  readonly 'parcel.shipped.v1': {
    readonly fulfillmentOrder: string;
    readonly parcel: string;
    readonly location: string;
    readonly carrier: string | null;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly backordered?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];

    /** What moved on the lines of fulfillment orders */
    readonly fulfillment: readonly {
      readonly fulfillmentOrder: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly picked?: number;

      /** Units that came (positive) or went (negative) */
      readonly packed?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly short?: number;

      /** Units that came (positive) or went (negative) */
      readonly overshipped?: number;
    }[];

    /** What was put into parcels, and taken out again */
    readonly parcels?: readonly {
      readonly parcel: string;

      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly quantity?: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;
    }[];

    /** Left although it was not open any more */
    readonly beyond: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly units: number;
    }[];
  };

  /** A parcel got its carrier or tracking number. Its subject is `ord_…`. */
  readonly 'parcel.labeled.v1': {
    readonly parcel: string;
    readonly carrier: string | null;
  };

  /** A carrier said something of a parcel; it happened when the carrier says. Its subject is `ord_…`. */
  readonly 'parcel.tracked.v1': {
    readonly parcel: string;
    readonly trackingEvent: string;
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

    /** What the parcel is in, after all that is known of it */
    readonly trouble: ('lost' | 'damaged' | 'delivery-failed' | 'returning' | 'returned') | null;
  };

  /** A parcel was delivered; told once, when it is known for the first time. Its subject is `ord_…`. */
  readonly 'parcel.delivered.v1': {
    readonly parcel: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deliveredAt: string;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly delivered: number;
    }[];
  };

  /** Units of an order are to come back. Its subject is `ord_…`. */
  readonly 'return.requested.v1': {
    readonly return: string;
    readonly number: string;
    readonly location: string | null;
    readonly returnLines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly requested: number;
      readonly reason: string;
    }[];
    readonly wish?: 'refund' | 'exchange';
    readonly decision?: 'pending' | 'approved' | 'declined';
  };

  /** Something of an order came back, asked for or not. Its subject is `ord_…`. */
  readonly 'return.received.v1': {
    readonly return: string;
    readonly number: string;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly returned: number;
      readonly beyondShipped: number;
    }[];
    readonly location: string;
    readonly items: readonly {
      readonly item: string;

      /** The number of the line in its order */
      readonly line: number | null;
      readonly sku: string | null;
      readonly quantity: number;
      readonly condition: 'sellable' | 'damaged' | 'unknown';
      readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    }[];
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

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Something came back, and nobody knows of which order. Its subject is `ret_…`. */
  readonly 'return.received_without_order.v1': {
    readonly number: string;
    readonly location: string;
    readonly items: readonly {
      readonly item: string;

      /** The number of the line in its order */
      readonly line: number | null;
      readonly sku: string | null;
      readonly quantity: number;
      readonly condition: 'sellable' | 'damaged' | 'unknown';
      readonly disposition: 'restock' | 'quality-control' | 'damaged' | 'discard' | 'lost';
    }[];
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

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Money was granted for what came back. Its subject is `ord_…`. */
  readonly 'return.refunded.v1': {
    readonly return: string;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly amountMinor: number;
    readonly returnLines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly refunded: number;
    }[];
  };

  /** A return that the buyer asked for may come. Its subject is `ord_…`. */
  readonly 'return.approved.v1': {
    readonly return: string;
  };

  /** A return that the buyer asked for was declined, and is called off. Its subject is `ord_…`. */
  readonly 'return.declined.v1': {
    readonly return: string;
  };

  /** A return was called off before anything came. Its subject is `ord_…`. */
  readonly 'return.canceled.v1': {
    readonly return: string;
  };

  /** A drop was planned, and its units were set apart. Its subject is `drp_…`. */
  readonly 'drop.created.v1': {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly startsAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly endsAt: string;
    readonly limitPerBuyer: number | null;
    readonly items: readonly {
      readonly sku: string;
      readonly preorderCap: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** The terms of a drop were changed. Its subject is `drp_…`. */
  readonly 'drop.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly startsAt: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly endsAt: string;
    readonly limitPerBuyer: number | null;
  };

  /** Units were set apart for a drop, or given back to general sale. Its subject is `drp_…`. */
  readonly 'drop.pool_changed.v1': {
    readonly sku: string;
    readonly preorderCap: number;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** A drop began. Its subject is `drp_…`. */
  readonly 'drop.started.v1': Readonly<Record<string, unknown>>;

  /** A drop was paused. Its subject is `drp_…`. */
  readonly 'drop.paused.v1': Readonly<Record<string, unknown>>;

  /** A drop goes on. Its subject is `drp_…`. */
  readonly 'drop.resumed.v1': Readonly<Record<string, unknown>>;

  /** Orders bought from a drop: those captured together are told together. Its subject is `drp_…`. */
  readonly 'drop.sold.v1': {
    readonly orders: number;
    readonly units: readonly {
      readonly sku: string;

      /** Units that came (positive) or went (negative) */
      readonly sold: number;

      /** Units that came (positive) or went (negative) */
      readonly preordered: number;
    }[];

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Another tenth of all units ever set apart is sold; each is told once. Its subject is `drp_…`. */
  readonly 'drop.sell_through.v1': {
    readonly percent: number;
    readonly sold: number;
    readonly preordered: number;
  };

  /** Nothing is in the pool of a drop, and nothing is held. Its subject is `drp_…`. */
  readonly 'drop.sold_out.v1': {
    readonly sold: number;
    readonly preordered: number;
  };

  /** Units of a canceled order went back to their drop. Its subject is `drp_…`. */
  readonly 'drop.units_returned.v1': {
    readonly order: string;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Units that were held when their drop was over went to general sale. Its subject is `drp_…`. */
  readonly 'drop.units_released.v1': {
    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** A drop was stopped, and its pool went to general sale. Its subject is `drp_…`. */
  readonly 'drop.stopped.v1': {
    readonly releaseHolds: boolean;

    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** The time of a drop was over, and its pool went to general sale. Its subject is `drp_…`. */
  readonly 'drop.ended.v1': {
    /** What moved; states left out stay as they are */
    readonly stock: readonly {
      readonly sku: string;
      readonly location: string;

      /** Units that came (positive) or went (negative) */
      readonly onHand?: number;

      /** Units that came (positive) or went (negative) */
      readonly reserved?: number;

      /** Units that came (positive) or went (negative) */
      readonly allocated?: number;

      /** Units that came (positive) or went (negative) */
      readonly damaged?: number;

      /** Units that came (positive) or went (negative) */
      readonly qualityControl?: number;

      /** Units that came (positive) or went (negative) */
      readonly incoming?: number;

      /** Units that came (positive) or went (negative) */
      readonly inTransit?: number;
    }[];
  };

  /** Something needs a person. Its subject is `exc_…`. */
  readonly 'exception.raised.v1': {
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
    readonly order: string | null;
    readonly severity: 'low' | 'medium' | 'high' | 'critical';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deadline: string;
  };

  /** The cause of an open exception was seen once more; a snoozed one is awake again. Its subject is `exc_…`. */
  readonly 'exception.seen_again.v1': {
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
    readonly order: string | null;
    readonly severity: 'low' | 'medium' | 'high' | 'critical';

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly deadline: string;
  };

  /** An exception was given to somebody, or to nobody. Its subject is `exc_…`. */
  readonly 'exception.assigned.v1': {
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
    readonly order: string | null;
    readonly owner: string | null;
  };

  /** An exception was put aside until a moment. Its subject is `exc_…`. */
  readonly 'exception.snoozed.v1': {
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
    readonly order: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly until: string;
  };

  /** A snoozed exception is open again: its time came, or somebody woke it. Its subject is `exc_…`. */
  readonly 'exception.woken.v1': {
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
    readonly order: string | null;
  };

  /** Somebody said something about an exception. Its subject is `exc_…`. */
  readonly 'exception.commented.v1': {
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
    readonly order: string | null;
    readonly comment: string;
  };

  /** An exception was closed, by a person or because its cause is gone. Its subject is `exc_…`. */
  readonly 'exception.closed.v1': {
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
    readonly order: string | null;
    readonly resolution: 'cause-gone' | 'resolved' | 'dismissed';
  };

  /** Somebody said from how many exceptions of a type on it is bad. Its subject is `ext_…`. */
  readonly 'exception-threshold.set.v1': {
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
  };

  /** A webhook endpoint was created. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.created.v1': {
    /** Beginnings of types; none: every event */
    readonly eventTypes: readonly string[];
    readonly active: boolean;
  };

  /** A webhook endpoint was changed, or switched on or off. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.changed.v1': {
    /** The names of the fields that changed */
    readonly changed: readonly string[];

    /** Beginnings of types; none: every event */
    readonly eventTypes: readonly string[];
    readonly active: boolean;
  };

  /** A webhook endpoint got a new secret. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.secret_rotated.v1': {
    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly previousSecretUntil: string;
  };

  /** A webhook endpoint was switched off by the server. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.disabled.v1': {
    /** It answered 410, or took nothing for five days */
    readonly reason: 'gone' | 'failing';
  };

  /** A webhook endpoint was removed. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.removed.v1': Readonly<Record<string, unknown>>;

  /** Somebody tried a webhook endpoint; sent to this endpoint only. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.pinged.v1': Readonly<Record<string, unknown>>;

  /** Dead deliveries were put back to be tried again. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.deliveries_retried.v1': {
    readonly deliveries: number;
  };

  /** What happened between two times is sent once more. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.replay_started.v1': {
    readonly replay: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly since: string;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly until: string;

    /** Beginnings of types; none: every event */
    readonly eventTypes: readonly string[];
  };

  /** A replay was ended early. Its subject is `whe_…`. */
  readonly 'webhook-endpoint.replay_canceled.v1': {
    readonly replay: string;
  };

  /** An order of the past was imported, as it ended or as it stood. Its subject is `ord_…`. */
  readonly 'order.imported.v1': {
    readonly import: string;
    readonly number: string;
    readonly channel: string;
    readonly channelCode: string;
    readonly externalId: string;
    readonly customer: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly placedAt: string;
    readonly totals: Totals;

    /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
    readonly canceledMinor: number;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly id: string;
      readonly kind: 'item';
      readonly kitLine: null;
      readonly sku: string | null;
      readonly skuCode: string;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
      readonly ordered: number;
      readonly canceled: number;

      /** Open when it was imported: no stock is promised */
      readonly unpromised: number;
      readonly shipped: number;
      readonly delivered: number;
      readonly returned: number;
    }[];
  };

  /** A newer export says more of an imported order: units that went on meanwhile. Its subject is `ord_…`. */
  readonly 'order.reimported.v1': {
    readonly import: string;

    /** By how much more is canceled, in minor units */
    readonly canceledMinor: number;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;

      /** Units that came (positive) or went (negative) */
      readonly canceled?: number;

      /** Units that came (positive) or went (negative) */
      readonly unpromised?: number;

      /** Units that came (positive) or went (negative) */
      readonly shipped?: number;

      /** Units that came (positive) or went (negative) */
      readonly delivered?: number;

      /** Units that came (positive) or went (negative) */
      readonly returned?: number;
    }[];
  };

  /** Lines of an order that named a SKU before the catalog had it were matched with it. Its subject is `ord_…`. */
  readonly 'order.skus_matched.v1': {
    readonly matches: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly sku: string;
    }[];
  };

  /** A credit, an adjustment or a write-off of the past was imported. Its subject is `pdo_…`. */
  readonly 'past-document.imported.v1': {
    readonly import: string;
    readonly kind: 'credit' | 'adjustment' | 'write-off';
    readonly channel: string;
    readonly channelCode: string;
    readonly externalId: string;
    readonly customer: string | null;

    /** ISO 3166-1 alpha-2 */
    readonly country: string | null;

    /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
    readonly issuedAt: string;

    /** ISO 4217 */
    readonly currency: string;

    /** Negative where money went back to the buyer */
    readonly totalMinor: number;
    readonly lines: readonly {
      /** The number of the line in its order */
      readonly line: number;
      readonly sku: string | null;
      readonly skuCode: string;

      /** Units: negative where they came back or were lost */
      readonly quantity: number;

      /** Minor units of the currency: 1250 is 12.50 EUR, or 1250 JPY */
      readonly amountMinor: number;
      readonly order: string | null;
    }[];
  };
}

/** Types known to this version of the SDK; a newer server may send others, so pass them by. */
export type EventType = keyof EventData;

/** An event of one type. */
export interface LogEventOf<Type extends EventType> {
  /** Dense within the tenant; null for a moment after the commit */
  readonly position: number | null;

  /** Stable: use it to drop what you have seen */
  readonly id: string;

  /** `thing.happened.v1`; a version only ever gains fields */
  readonly type: Type;

  /** The id of what it happened to */
  readonly subject: string;

  /** 1, 2, 3 … of the subject, without a hole */
  readonly version: number;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly occurredAt: string;

  /** RFC 3339 with an offset, e.g. 2026-11-23T09:30:00Z */
  readonly recordedAt: string;

  /** Who did it, e.g. `user:usr_…` or `api-key:key_…` */
  readonly actor: string;
  readonly data: EventData[Type];
}

/** An event of the log; its `type` tells what its `data` is. */
export type LogEvent = { readonly [Type in EventType]: LogEventOf<Type> }[EventType];
