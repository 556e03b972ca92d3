// Runs a verb in the command pipeline for a call that needs more than `bindCommand` gives.

import type { Refusal } from '@doorstep/core/refusal.ts';
import { type CommandTx, type IdempotencyKey, runCommand } from '../db/run-command.ts';
import { type Call, contextOf, type HttpContext } from './bind.ts';

export type Called = Pick<Call<unknown>, 'principal' | 'idempotencyKey' | 'request' | 'reply'>;

/** @param forReplay what a replay answers instead, where the answer holds a secret shown once */
export async function answerCommand<T>(
  http: HttpContext,
  call: Called,
  verb: (tx: CommandTx) => Promise<T | Refusal>,
  forReplay?: (answer: T) => T,
): Promise<T | Refusal> {
  const context = contextOf(http, call);
  const command = await runCommand(http.pool, context, call.idempotencyKey, verb, forReplay);
  if (command.replayed) call.reply.header('idempotency-replayed', 'true');
  return command.outcome;
}

const SECRET_FIELDS = ['password', 'current', 'code'];

/**
 * The call with a key that holds no password: what is kept of a request is a fast hash, and a
 * password could be guessed from that.
 */
export function withoutPassword(call: Called & { readonly body: unknown }): Called {
  const { principal, request, reply, idempotencyKey: key } = call;
  if (key === null) return call;
  const rest = Object.entries(call.body as object).filter(
    ([name]) => !SECRET_FIELDS.includes(name),
  );
  const input = `${call.request.url}\n${JSON.stringify(Object.fromEntries(rest))}`;
  const idempotencyKey: IdempotencyKey = { ...key, input };
  return { principal, request, reply, idempotencyKey };
}
