// What every room shares while the server runs: connections, the clock, leased numbers, the log.

import { storedValuePayments } from '@doorstep/connectors/stored-value-payments/stored-value-payments.ts';
import type { Mailer } from '@doorstep/core/access/mail.ts';
import type { PaymentProvider, PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { STORED_VALUE_KINDS } from '@doorstep/core/payments/stored-value-provider.ts';
import type { Carrier } from '@doorstep/core/shipping/carrier.ts';
import type { Logger } from 'pino';
import { type Authentication, authentication } from './access/authentication.ts';
import { type RequestNotes, requestNotes } from './access/request-notes.ts';
import { type SecretBox, secretBox } from './access/secret-box.ts';
import { type NumberLease, numberLease } from './db/lease-number.ts';
import { openPool, type Pool } from './db/pool.ts';
import { type GuardedHttp, guardedHttp } from './http/guarded-request.ts';
import { type OutboundRules, outboundRules } from './http/outbound-rules.ts';
import { followLog, type LogFollower } from './log/follow-log.ts';
import { valueBook } from './stored-value/value-book.ts';

export interface Runtime {
  readonly url: string;
  readonly log: Logger;
  /** The shop's clock, which may be a simulated one: what happened when, and what is due by when. */
  readonly now: () => Date;
  /**
   * The machine's clock, whatever time the shop has: leases, and the pauses that other systems are
   * given. How long a process may take, and when one is taken for dead, has nothing to do with the
   * time of day in the shop: on a clock that is sped up a lease would end while its work goes on.
   */
  readonly realNow: () => Date;
  /** One tenant at a time. */
  readonly app: Pool;
  /** Before a tenant is known. */
  readonly gate: Pool;
  /** Across tenants: the sequencer and what is due. */
  readonly clock: Pool;
  /** Order capture's own connections, with plans settled for its statements. */
  readonly capture: Pool;
  readonly numbers: NumberLease;
  readonly authentication: Authentication;
  readonly follower: LogFollower;
  readonly providers: PaymentProviders;
  /** Carriers that give labels, by name. */
  readonly carriers: ReadonlyMap<string, Carrier>;
  /** Seals what must be read again, such as what webhooks are signed with. */
  readonly secrets: SecretBox;
  /** Requests to addresses that tenants name. */
  readonly outbound: GuardedHttp;
  /** The log of API requests. */
  readonly requests: RequestNotes;
  /** Where people reach this server; null where nobody said. */
  readonly publicUrl: string | null;
  /** Null where no mail is sent. */
  readonly mailer: Mailer | null;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  readonly url: string;
  readonly log: Logger;
  readonly now?: () => Date;
  readonly realNow?: () => Date;
  readonly appConnections?: number;
  /** Who moves money; the connectors are chosen in installed-providers.ts. */
  readonly providers?: readonly PaymentProvider[];
  /** Who gives labels for parcels. */
  readonly carriers?: readonly Carrier[];
  /** Master keys, newest first; without one no secret can be sealed or opened. */
  readonly secretKeys?: readonly Buffer[];
  /** Where tenants may have requests sent to: the public internet. */
  readonly outbound?: OutboundRules;
  readonly publicUrl?: string;
  readonly mailer?: Mailer;
}

// Capture joins a batch's rows to big tables by key. On tables still empty the planner would scan
// them, and keep that plan: settle it on the indexes from the start.
const CAPTURE_SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  // A stock row that somebody holds for so long is a fault: refuse, and keep the slot for others.
  lock_timeout: '5000',
  // A process that asks nothing for so long while it holds stock and keys is frozen or gone: those who
  // wait for them get them before they give up.
  idle_in_transaction_session_timeout: '4000',
};

/** What the shop owes to buyers pays for orders wherever Doorstep runs: its own database is the provider. */
function ownProviders(app: Pool, now: () => Date): PaymentProvider[] {
  const book = valueBook(app, now);
  return STORED_VALUE_KINDS.map((name) => storedValuePayments(name, book));
}

/** Flushes in flight per process, each on a connection of its own: two of a surge, and another's. */
export const CAPTURE_CONNECTIONS = 3;

export function openRuntime(options: RuntimeOptions): Runtime {
  const { url, log } = options;
  const { now = () => new Date(), realNow = () => new Date() } = options;
  let closing = false;
  // The pool hangs the whole connection on the error, its secrets included: only the words are told.
  const onIdleError = (error: Error) => {
    if (!closing) log.warn({ reason: error.message }, 'idle connection lost');
  };
  const base = { url, onIdleError };
  const app = openPool({
    ...base,
    role: 'doorstep_app',
    connectionsMax: options.appConnections ?? 10,
    name: 'app',
  });
  const gate = openPool({ ...base, role: 'doorstep_gate', connectionsMax: 2, name: 'gate' });
  const clock = openPool({
    ...base,
    role: 'doorstep_clock',
    // One for every loop of worker.ts: a reader's lock stands idle while what it woke is at work,
    // and must not keep the sequencer or a buyer who pays waiting.
    connectionsMax: 24,
    name: 'clock',
    // A reader at work says so every few seconds (log/run-reader.ts): who is silent for so long is
    // frozen or gone, and another process takes over.
    settings: { idle_in_transaction_session_timeout: '30000' },
  });
  // Of their own: a capture that waits for a number must not wait for whoever waits for its stock.
  const numbers = openPool({ ...base, role: 'doorstep_app', connectionsMax: 1, name: 'numbers' });
  const capture = openPool({
    ...base,
    role: 'doorstep_app',
    connectionsMax: CAPTURE_CONNECTIONS,
    name: 'capture',
    settings: CAPTURE_SETTINGS,
  });
  const follower = followLog(url, log);
  const requests = requestNotes(app, log);
  const outbound = guardedHttp(options.outbound ?? outboundRules(false));
  return {
    url,
    log,
    now,
    realNow,
    app,
    gate,
    clock,
    capture,
    numbers: numberLease(numbers),
    authentication: authentication(gate, app, now),
    follower,
    providers: new Map(
      [...(options.providers ?? []), ...ownProviders(app, now)].map((one) => [one.name, one]),
    ),
    carriers: new Map((options.carriers ?? []).map((one) => [one.name, one])),
    secrets: secretBox(options.secretKeys ?? []),
    outbound,
    requests,
    publicUrl: options.publicUrl ?? null,
    mailer: options.mailer ?? null,
    async close() {
      closing = true;
      outbound.close();
      options.mailer?.close();
      await requests.close();
      await follower.stop();
      await Promise.all([app.end(), gate.end(), clock.end(), capture.end(), numbers.end()]);
    },
  };
}
