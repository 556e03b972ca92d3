// Every error the API answers: code → HTTP status, title, and what the caller should do.
// docs/errors.md is made from this table, and a test provokes each.

import { accessErrors } from './access-errors.ts';
import { dropErrors } from './drop-errors.ts';
import { fulfillmentErrors } from './fulfillment-errors.ts';
import { noteErrors } from './note-errors.ts';
import { paymentErrors } from './payment-errors.ts';
import { providerErrors } from './provider-errors.ts';
import { reconciliationErrors } from './reconciliation-errors.ts';
import { riskErrors } from './risk-errors.ts';
import { settingsErrors } from './settings-errors.ts';
import { stockErrors } from './stock-errors.ts';
import { storedValueErrors } from './stored-value-errors.ts';

export interface ErrorKind {
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

const errors = {
  'validation-failed': {
    status: 400,
    title: 'The request does not have the expected form',
    remedy: 'Correct the fields named in `errors`; the API reference shows the form.',
  },
  'body-not-json': {
    status: 400,
    title: 'The body is not valid JSON',
    remedy: 'Send valid JSON (UTF-8) with content type application/json.',
  },
  'cursor-invalid': {
    status: 400,
    title: 'The cursor is not one of ours',
    remedy: 'Pass `nextCursor` of the previous page as it is, with the same filters.',
  },
  'not-authenticated': {
    status: 401,
    title: 'No valid credentials',
    remedy:
      'Send `Authorization: Bearer <API key or session token>`; check that it is not revoked or expired.',
  },
  ...accessErrors,
  'not-allowed': {
    status: 403,
    title: 'Your role or key may not do this',
    remedy: 'Use a key with the scope named in `data.scope`, or ask an admin for the role.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing',
    remedy: 'Check the id; it may belong to another tenant.',
  },
  'route-not-found': {
    status: 404,
    title: 'There is no such route',
    remedy: 'See the API reference at /docs.',
  },
  'already-exists': {
    status: 409,
    title: 'Something with this unique value exists',
    remedy: 'Use another value for the field named in `data.field`, or change the existing one.',
  },
  'version-conflict': {
    status: 409,
    title: 'Somebody changed it since you read it',
    remedy:
      'Read it again, apply your change to that, and send its version. Of an order, `changes` says who ' +
      'changed what since.',
  },
  'idempotency-in-flight': {
    status: 409,
    title: 'The first request with this key is still being handled',
    remedy: 'Wait a moment and send the same request again.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The idempotency key was used for another request',
    remedy: 'Use a new key for a new request; repeat a request with exactly the same body.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send less at once; many orders go through POST /v1/orders/bulk as a stream.',
  },
  'channel-unknown': {
    status: 422,
    title: 'There is no such channel',
    remedy: 'Create the channel first, or correct its code.',
  },
  'location-unknown': {
    status: 422,
    title: 'There is no such stock location',
    remedy: 'Create the location first, or correct its id.',
  },
  'sku-unknown': {
    status: 422,
    title: 'There is no such SKU',
    remedy: 'Create the SKU first, or correct its code.',
  },
  'customer-erased': {
    status: 409,
    title: 'The customer was erased',
    remedy: 'Create a new customer; an erased one cannot come back.',
  },
  'customer-merged': {
    status: 409,
    title: 'The customer was merged into another',
    remedy: 'Use the customer named in `data.customer`.',
  },
  'sku-inactive': {
    status: 422,
    title: 'The SKU is not for sale',
    remedy: 'Activate the SKU, or leave the line out.',
  },
  'barcode-invalid': {
    status: 422,
    title: 'The barcode is not a GTIN with a right check digit',
    remedy: 'Check the digits; `data.checkDigit` is what the last one should be.',
  },
  'kit-invalid': {
    status: 422,
    title: 'The kit cannot be made of these components',
    remedy: 'A component must be a plain SKU of this tenant, not a kit and not the kit itself.',
  },
  'place-unknown': {
    status: 422,
    title: 'The address could not be placed on the map',
    remedy: 'Give `coordinates`, or a country code that exists.',
  },
  'time-zone-unknown': {
    status: 422,
    title: 'There is no such time zone',
    remedy: 'Use an IANA name such as Europe/Berlin.',
  },
  ...settingsErrors,
  'insufficient-stock': {
    status: 409,
    title: 'Not enough stock to promise',
    remedy:
      'Order less (`data.skus` says what there is), send `stockPolicy: partial-with-backorder` where ' +
      'the SKU may be backordered, allow the order to be split, or wait for stock.',
  },
  ...dropErrors,
  ...providerErrors,
  ...reconciliationErrors,
  'order-total-mismatch': {
    status: 422,
    title: 'The stated total is not the sum of the order',
    remedy: 'Correct lines, shipping, discounts or taxes, or leave `totalMinor` out.',
  },
  'order-has-too-many-lines': {
    status: 422,
    title: 'The order has too many lines',
    remedy: 'Split it into several orders.',
  },
  ...paymentErrors,
  ...storedValueErrors,
  'bulk-action-over': {
    status: 409,
    title: 'This bulk action runs already, or is over',
    remedy: 'Look at its state; make another one for what is left.',
  },
  'nothing-to-cancel': {
    status: 409,
    title: 'Nothing is left to cancel',
    remedy: 'Look at the order: what has shipped can only be returned.',
  },
  'not-cancelable': {
    status: 409,
    title: 'These units cannot be canceled',
    remedy: 'Cancel at most the units in `data.cancelable`.',
  },
  'not-returnable': {
    status: 409,
    title: 'These units cannot come back',
    remedy: 'Ask for at most `data.returnable`: what shipped and is not asked for already.',
  },
  'return-not-open': {
    status: 409,
    title: 'The return cannot be called off',
    remedy: 'Nothing to do: it is called off already, or something of it has come.',
  },
  'return-decided': {
    status: 409,
    title: 'Nothing is to be decided about this return',
    remedy: '`data.decision` and `data.status` say what became of it.',
  },
  'not-refundable': {
    status: 409,
    title: 'This cannot be refunded',
    remedy: 'Refund at most the units in `data.refundable`, or grant an amount on the order.',
  },
  'nothing-to-refund': {
    status: 409,
    title: 'Nothing that came back is left to refund',
    remedy: 'Look at the return; say `amountMinor` to give something all the same.',
  },
  'line-unknown': {
    status: 422,
    title: 'The order has no such line',
    remedy: 'Use the line ids of this order.',
  },
  'order-on-hold': {
    status: 409,
    title: 'A hold stops the release',
    remedy: 'Release the holds named in `data.holds`, or wait until they lapse.',
  },
  'order-not-paid': {
    status: 409,
    title: 'The order is not paid for',
    remedy: 'Wait for the authorization, add a payment, or record the money that came.',
  },
  'nothing-to-release': {
    status: 409,
    title: 'Nothing is left to release',
    remedy: 'Look at the order: its units are released already, or wait for stock.',
  },
  'nothing-to-source': {
    status: 409,
    title: 'Nothing waits for stock',
    remedy: 'Look at the order: its units are promised, or their SKU is not in the catalog.',
  },
  'nothing-to-pack': {
    status: 409,
    title: 'These units are not to be packed any more',
    remedy:
      'Put them back: they were canceled, packed or shipped before. If they left all the same, ' +
      'record the shipment.',
  },
  'nothing-to-ship': {
    status: 409,
    title: 'No unit is open that could have left',
    remedy: 'Name the lines and the location if units left all the same.',
  },
  'location-needed': {
    status: 422,
    title: 'It is not known where the units left from',
    remedy: 'Say the `location`: the units of line `data.line` are promised nowhere.',
  },
  ...fulfillmentErrors,
  ...noteErrors,
  ...riskErrors,
  'hold-handle-taken': {
    status: 409,
    title: 'A hold with this handle stands already',
    remedy: 'Release that hold, or use another handle.',
  },
  'hold-not-open': {
    status: 409,
    title: 'The hold is released already',
    remedy: 'Nothing to do.',
  },
  ...stockErrors,
  'exception-closed': {
    status: 409,
    title: 'The exception is closed',
    remedy: 'Nothing to do; if its cause comes back, it is raised anew.',
  },
  'exception-cause-stands': {
    status: 409,
    title: 'The cause of the exception still stands',
    remedy:
      'Do one of its fixes: it closes by itself, `data.closes` says when. Or send ' +
      '`resolution: dismissed`.',
  },
  'user-unknown': {
    status: 422,
    title: 'There is no such user',
    remedy: 'Use the id or the e-mail address of an active user.',
  },
  'not-a-user': {
    status: 422,
    title: 'The caller is not a user',
    remedy: 'Sign in as a user, or name one instead of `me`.',
  },
  'webhook-url-not-allowed': {
    status: 422,
    title: 'Events cannot be sent to this URL',
    remedy: 'Use an https:// URL of the public internet, without a user, a password or a fragment.',
  },
  'event-type-unknown': {
    status: 422,
    title: 'There is no such type of event',
    remedy:
      'Correct the types in `data.unknown`: a whole type such as `order.captured.v1`, or a beginning that ends at a dot such as `order.`.',
  },
  'too-many-webhook-endpoints': {
    status: 409,
    title: 'The tenant has as many webhook endpoints as it may have',
    remedy: 'Remove one that is not used any more; an endpoint can take events of many types.',
  },
  'webhook-endpoint-inactive': {
    status: 409,
    title: 'The webhook endpoint is off',
    remedy: 'Switch it on with `active: true` first.',
  },
  'webhook-secret-overlaps': {
    status: 409,
    title: 'The secret before this one still signs',
    remedy:
      'Rotate again after `data.previousSecretUntil`; `overlapHours: 0` does it now and ends all ' +
      'older secrets, as when one leaked.',
  },
  'webhook-delivery-not-dead': {
    status: 409,
    title: 'The delivery is not dead',
    remedy: 'Nothing to do: see `data.state`. What has arrived is sent once more by a replay.',
  },
  'profile-unknown': {
    status: 422,
    title: 'There is no such import profile',
    remedy: 'See GET /v1/import-profiles for the built-in ones, or send a profile of your own.',
  },
  'profile-invalid': {
    status: 422,
    title: 'The import profile lacks something',
    remedy: 'Correct what `detail` names; docs/guides/import.md describes the form.',
  },
  'import-not-receiving': {
    status: 409,
    title: 'The import takes no more of the file',
    remedy: 'See its state; begin another import for another file.',
  },
  'import-offset-differs': {
    status: 409,
    title: 'The piece does not begin where the file ends so far',
    remedy: 'Go on at `data.receivedBytes`.',
  },
  'import-too-large': {
    status: 422,
    title: 'The file is larger than an import may be',
    remedy: 'Compress it with gzip, or split it.',
  },
  'import-not-ready': {
    status: 409,
    title: 'The import is no dry run that could be applied',
    remedy: 'Wait until its state is ready; see its error if it failed.',
  },
  'import-not-received': {
    status: 409,
    title: 'The import does not wait for somebody to say what is in its file',
    remedy: 'Send the whole file first. A file that was read already is sent as another import.',
  },
  'import-not-undoable': {
    status: 409,
    title: 'The import cannot be taken back',
    remedy:
      'See `data.why`: orders of the past stay, for reports count them; an import that wrote ' +
      'nothing or is at work has nothing to take back, and none is taken back twice.',
  },
  'import-ended': {
    status: 409,
    title: 'The import has ended already',
    remedy: 'Nothing to do: see its state.',
  },
  'last-admin': {
    status: 409,
    title: 'A tenant needs an admin',
    remedy: 'Make somebody else admin first.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many attempts',
    remedy: 'Wait as long as Retry-After says: until `data.retryAt`. An admin can unlock a user.',
  },
  overloaded: {
    status: 503,
    title: 'More requests are waiting than can be handled in time',
    remedy:
      'Wait as long as Retry-After says and send the same request with the same idempotency key.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    remedy: 'Try again with the same idempotency key; operators see the log for the reason.',
  },
  'internal-error': {
    status: 500,
    title: 'Something broke on our side',
    remedy: 'Try again with the same idempotency key; report `requestId` if it stays.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errors;

export const ERRORS: Readonly<Record<ErrorCode, ErrorKind>> = errors;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
