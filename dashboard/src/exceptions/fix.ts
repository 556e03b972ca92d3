// Sends what an exception suggests, with what only a person knows filled in.

import type { Doorstep, Exception } from '@doorstep/sdk';

type Fix = Exception['fixes'][number];
type Send = (input: object) => Promise<unknown>;

const DIALOGS: Readonly<Record<string, string>> = { cancelOrder: 'cancel', grantRefund: 'refund' };

/**
 * Where a fix is done on the page of its order, which says before what it does; undefined: here.
 * Units it is about go along.
 */
export function pageOfFix({ operation, params, body }: Fix): string | undefined {
  const dialog = DIALOGS[operation ?? ''];
  const order = params['order'];
  if (dialog === undefined || order === undefined) return undefined;
  const lines = (body?.['lines'] ?? []) as readonly { line: string; quantity: number }[];
  const units = lines.map(({ line, quantity }) => `${line}:${quantity}`).join(',');
  return `/orders/${order}?dialog=${dialog}${units === '' ? '' : `&units=${units}`}`;
}

/** @param answers one for each of `fix.asks`, in their order */
export async function runFix(api: Doorstep, fix: Fix, answers: readonly string[]): Promise<void> {
  const { operation, params, body, asks } = fix;
  if (operation === null) throw new Error(`nobody but a person can do this: ${fix.label}`);
  const filled = structuredClone(body ?? {});
  for (const [index, pointer] of asks.entries()) place(filled, pointer, answers[index] ?? '');
  const methods = api as unknown as Readonly<Record<string, Send>>;
  const send = methods[operation];
  if (send === undefined) throw new Error(`there is no operation ${operation}`);
  await send.call(api, { ...params, ...filled });
}

function place(body: unknown, pointer: string, text: string): void {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at = body as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = /^-?\d+$/.test(text) ? Number(text) : text;
}
