// The Doorstep API for programs. Start here: `doorstepClient({ url, apiKey })`.

import { call, callAll, type Input } from './call.ts';
import { type BulkOptions, type BulkOutcome, captureInBulk } from './capture-in-bulk.ts';
import { type CreateImportInput, OPERATIONS, type Operations } from './generated/operations.ts';
import type { Import, NewOrder, ReceivedReport } from './generated/schemas.ts';
import { type FileToImport, type ImportFileOptions, importFile } from './import-file.ts';
import type { OperationFacts, RequestOptions } from './operation.ts';
import type { Connection } from './send.ts';
import { type ReportInput, type SendReportOptions, sendReport } from './send-report.ts';
import {
  type StreamEventsInput,
  type StreamedEvent,
  type StreamOptions,
  streamEvents,
} from './stream-events.ts';

export interface ClientOptions {
  /** Where the server is, e.g. `http://127.0.0.1:7070`. */
  readonly url: string;
  /** An API key, or the token of a session; `signIn` alone does without. */
  readonly apiKey?: string;
  /** How often to try again after a failure that may pass; 4 unless told. */
  readonly retriesMax?: number;
  /** How long one try may take; 30 seconds unless told. */
  readonly timeoutMs?: number;
  /** The longest first wait between tries; it doubles with each. 250 unless told. */
  readonly backoffMs?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the global one: for a proxy, or for tests. */
  readonly fetch?: typeof fetch;
}

/**
 * Every operation of the API as a method. The input is one object: what stands in the path, the
 * query and the body, side by side. A refusal is thrown as `DoorstepError`.
 */
export interface Doorstep extends Operations {
  /**
   * Capture orders of any number, each with an outcome of its own, in the order they came.
   *
   * They are sent in chunks under keys of their own, so that a chunk whose answer was lost is sent
   * again and nothing happens twice. With an `idempotencyKey` of yours, the same orders in the same
   * order answer as before, even from another process.
   */
  captureOrdersInBulk(
    orders: Iterable<NewOrder> | AsyncIterable<NewOrder>,
    options?: BulkOptions,
  ): AsyncGenerator<BulkOutcome, void, undefined>;
  /**
   * Send a file to be imported: bytes, a `Blob`, or a stream such as that of `fs.createReadStream`.
   *
   * It is sent in pieces, each again after a failure that may pass. The answer comes when all is
   * sent: see `getImport` for how far the work on it is, and `getImportReport` for what came of it.
   */
  importFile(
    file: FileToImport,
    input: CreateImportInput,
    options?: ImportFileOptions,
  ): Promise<Import>;
  /**
   * Send a report file of a payment provider, CSV of any length, to be matched against the ledger.
   * What is known already changes nothing.
   */
  sendProviderReport(
    file: Blob | Uint8Array<ArrayBuffer>,
    input: ReportInput,
    options?: SendReportOptions,
  ): Promise<ReceivedReport>;
  /**
   * Follow the log live: every event behind `after`, then each as it happens, exactly once.
   *
   * It reconnects behind the last event when the connection breaks, for as long as you iterate.
   * Keep the `position` of the last event you have handled to go on there after a restart.
   */
  streamEvents(
    input?: StreamEventsInput,
    options?: StreamOptions,
  ): AsyncGenerator<StreamedEvent, void, undefined>;
}

const RETRIES_MAX = 4;
const TIMEOUT_MS = 30_000;
const BACKOFF_MS = 250;

export function doorstepClient(options: ClientOptions): Doorstep {
  const connection = connectionOf(options);
  const methods = Object.entries(OPERATIONS).map(([id, facts]) => [
    id,
    methodOf(connection, facts),
  ]);
  return {
    ...(Object.fromEntries(methods) as Operations),
    captureOrdersInBulk: (orders, given) => captureInBulk(connection, orders, given),
    importFile: (file, input, given) => importFile(connection, file, input, given),
    sendProviderReport: (file, input, given) => sendReport(connection, file, input, given),
    streamEvents: (input, given) => streamEvents(connection, input, given),
  };
}

function connectionOf(options: ClientOptions): Connection {
  if (!URL.canParse(options.url))
    throw new TypeError(`url is ${options.url}; write it like http://127.0.0.1:7070.`);
  return {
    url: options.url.replace(/\/+$/, ''),
    apiKey: options.apiKey,
    retriesMax: options.retriesMax ?? RETRIES_MAX,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    backoffMs: options.backoffMs ?? BACKOFF_MS,
    headers: options.headers ?? {},
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}

function methodOf(connection: Connection, facts: OperationFacts) {
  const method = (input?: Input, options?: RequestOptions) =>
    call(connection, facts, input, options);
  if (facts.pages === undefined) return method;
  return Object.assign(method, {
    all: (input?: Input, options?: RequestOptions) => callAll(connection, facts, input, options),
  });
}

export {
  DoorstepError,
  DoorstepUnreachable,
  type FieldError,
  type Problem,
} from './doorstep-error.ts';
export type * from './generated/events.ts';
export type * from './generated/operations.ts';
export type * from './generated/schemas.ts';
export type { ListMethod, NoInput, Page, RequestOptions } from './operation.ts';
export {
  verifyWebhook,
  type WebhookEvent,
  type WebhookEventOf,
  type WebhookHeaders,
  type WebhookOptions,
  WebhookRefused,
} from './verify-webhook.ts';
export type {
  BulkOptions,
  BulkOutcome,
  FileToImport,
  ImportFileOptions,
  StreamEventsInput,
  StreamedEvent,
  StreamOptions,
};
