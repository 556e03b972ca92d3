// A payment provider to try things with: it moves no money, but behaves like an outside system,
// with a memory of its own that outlives ours. What it does is told by the token of the payment:
//
//   tok_ok                authorizes, captures, refunds and voids whatever it is asked
//   tok_decline           declines the authorization
//   tok_decline-capture   declines captures for good; so do decline-refund and decline-void
//   tok_busy_N            declines the first N captures, refunds or voids of each key for the moment
//   tok_fail_N            fails the first N calls of each key with an error, and does nothing
//   tok_delay_N           takes N milliseconds
//   tok_later_N           answers `later`, and has done it N milliseconds after
//   tok_action_N          wants the payer to act, and has authorized N milliseconds after
//   tok_lost              does it, and loses the first answer of each key
//   tok_twice             tells of everything twice: in the answer, and as a notification
//   tok_half              authorizes half of what was asked
//   tok_more              captures one minor unit more than was asked
//
// Words may be joined: tok_fail_2+lost. Without a token it is tok_ok.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FACT_OF, type IntentKind } from '@doorstep/core/payments/payment.ts';
import type {
  HearNotice,
  PaymentNotice,
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import { type Deed, openBook } from './book.ts';
import { readToken, type SandboxBehavior } from './token.ts';

export interface SandboxOptions {
  /** Where its book lies. */
  readonly folder: string;
  readonly now?: () => Date;
  /** Who hears of what was done, for tokens that tell twice. */
  readonly notify?: HearNotice;
}

export interface SandboxPayments extends PaymentProvider {
  /** What it did, in order: one deed per key. */
  deeds(): Promise<Deed[]>;
}

export function sandboxPayments(options: SandboxOptions): SandboxPayments {
  const book = openBook(join(options.folder, 'book.jsonl'));
  const now = options.now ?? (() => new Date());
  /** How often each key was tried: in memory, as a busy server forgets. */
  const tries = new Map<string, number>();

  async function act(kind: IntentKind, request: ProviderRequest): Promise<ProviderAnswer> {
    const behavior = readToken(request.token);
    if (behavior.delayMs > 0)
      await sleep(behavior.delayMs, undefined, { signal: request.signal, ref: false });
    const tried = (tries.get(request.key) ?? 0) + 1;
    tries.set(request.key, tried);
    const deeds = await book.deeds();
    const before = deeds.get(request.key);
    if (before !== undefined) return answerOf(before, behavior, now());
    if (tried <= behavior.failures) throw new Error('the sandbox fails, as it was told to');
    if (kind !== 'authorize' && tried <= behavior.refusals)
      return { outcome: 'declined', code: 'busy', detail: 'Ask again later.', final: false };
    const deed = await book.write(deedOf(kind, request, behavior, [...deeds.values()], now()));
    if (behavior.tellsTwice && deed.outcome === 'succeeded')
      void options.notify?.(noticeOf(deed, request));
    if (behavior.losesAnswer) throw new Error('the answer was lost on the way');
    return answerOf(deed, behavior, now());
  }

  return {
    name: 'sandbox',
    waitsForReceipt: false,
    accounts: null,
    authorize: (request) => act('authorize', request),
    capture: (request) => act('capture', request),
    refund: (request) => act('refund', request),
    void: (request) => act('void', request),
    async inquire(inquiry) {
      const deed = (await book.deeds()).get(inquiry.key);
      if (deed === undefined) return act(inquiry.kind, inquiry);
      return answerOf(deed, readToken(inquiry.token), now());
    },
    deeds: async () => [...(await book.deeds()).values()],
  };
}

/** The reference comes of the key, so that two processes that write at once call it the same. */
function deedOf(
  kind: IntentKind,
  request: ProviderRequest,
  behavior: SandboxBehavior,
  deeds: readonly Deed[],
  now: Date,
): Deed {
  const reference = `sbx_${kind}_${request.key.slice(-12)}`;
  const authorization = kind === 'authorize' ? reference : (request.reference ?? 'none');
  const asked = request.amountMinor;
  const amount =
    kind === 'authorize' && behavior.authorizesHalf
      ? asked / 2n
      : kind === 'capture' && behavior.capturesMore
        ? asked + 1n
        : asked;
  const of = { key: request.key, kind, payment: request.payment, currency: request.currency };
  const code = noOf(
    kind,
    asked,
    behavior,
    deeds.filter((one) => one.authorization === authorization),
  );
  const deed = {
    ...of,
    amountMinor: String(amount),
    reference,
    authorization,
    at: now.toISOString(),
  };
  return code === null ? { ...deed, outcome: 'succeeded' } : { ...deed, outcome: 'declined', code };
}

/** Why it is declined; null when it is done. */
function noOf(
  kind: IntentKind,
  asked: bigint,
  behavior: SandboxBehavior,
  deeds: readonly Deed[],
): string | null {
  if (kind === 'authorize') return behavior.declinesAuthorization ? 'card-declined' : null;
  if (behavior.declines.has(kind)) return `${kind}-declined`;
  const sum = (one: IntentKind) =>
    deeds
      .filter((deed) => deed.kind === one && deed.outcome === 'succeeded')
      .reduce((total, deed) => total + BigInt(deed.amountMinor), 0n);
  const room =
    kind === 'refund'
      ? sum('capture') - sum('refund')
      : sum('authorize') - sum('void') - sum('capture');
  return asked > room ? 'amount-too-large' : null;
}

function noticeOf(deed: Deed, { tenant, payment }: ProviderRequest): PaymentNotice {
  return {
    tenant,
    payment,
    kind: FACT_OF[deed.kind],
    reference: deed.reference,
    amountMinor: BigInt(deed.amountMinor),
    occurredAt: new Date(deed.at),
  };
}

function answerOf(deed: Deed, behavior: SandboxBehavior, now: Date): ProviderAnswer {
  const readyAt = Date.parse(deed.at) + (behavior.laterMs ?? 0);
  const actedAt = Date.parse(deed.at) + (behavior.actionMs ?? 0);
  if (deed.kind === 'authorize' && behavior.actionMs !== null && now.getTime() <= actedAt)
    return {
      outcome: 'payer-action',
      reference: deed.reference,
      link: `https://sandbox.example/confirm/${deed.reference}`,
    };
  if (behavior.laterMs !== null && now.getTime() <= readyAt)
    return { outcome: 'later', reference: deed.reference };
  if (deed.outcome === 'declined')
    return {
      outcome: 'declined',
      code: deed.code ?? 'declined',
      detail: 'The sandbox was told to decline.',
      final: true,
    };
  return {
    outcome: 'succeeded',
    reference: deed.reference,
    amountMinor: BigInt(deed.amountMinor),
    occurredAt: new Date(deed.at),
  };
}
