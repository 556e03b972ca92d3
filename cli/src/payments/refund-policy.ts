// doorstep payments refund-policy and set-refund-policy: which payment money goes back to, and who
// has to agree.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import {
  getRefundPolicy,
  type RefundPolicyAnswer,
  setRefundPolicy,
} from '@doorstep/contract/refunds.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { collect, type JsonOption, verb } from '../options.ts';
import { minorUnits, money, say, sayTable } from '../print.ts';

type Limit = BodyOf<typeof setRefundPolicy>['limits'][number];

interface Options extends JsonOption {
  readonly limit?: readonly Limit[];
  /** False by --no-limits. */
  readonly limits: boolean;
}

export function refundPolicyCommands(payments: Command): void {
  verb(payments, 'refund-policy', 'which payment money goes back to, and who has to agree').action(
    async ({ json }: JsonOption) => answer(getRefundPolicy, {}, { json }, sayPolicy),
  );
  const set = verb(payments, 'set-refund-policy', 'set it; what is not said stays')
    .option(
      '--limit <role:currency:alone:most>',
      'all limits anew, e.g. service:EUR:50.00:500.00; most may be left out',
      collect(limitOf),
    )
    .option('--no-limits', 'everybody who may refund gives back whatever is due');
  fieldOptions(set, setRefundPolicy).action(async ({ limit, limits, ...options }: Options) => {
    const { version, ...before } = await callApi(await readConnection(), getRefundPolicy);
    const asked = limits ? limit : [];
    const own = { version, ...(asked === undefined ? {} : { limits: asked }) };
    const body = await fieldsOf(setRefundPolicy, options, own, before);
    await answer(setRefundPolicy, { body }, options, sayPolicy);
  });
}

function limitOf(text: string): Limit {
  const [role = '', currency = '', alone = '', most] = text.split(':');
  const aloneMinor = /^[A-Z]{3}$/.test(currency) ? minorUnits(alone, currency) : undefined;
  const mostMinor = most === undefined ? null : minorUnits(most, currency);
  if (role === '' || aloneMinor === undefined || mostMinor === undefined)
    throw new InvalidArgumentError(
      'It must be like service:EUR:50.00 or service:EUR:50.00:500.00.',
    );
  return { role, currency, aloneMinor, mostMinor };
}

function sayPolicy({ allocation, limits }: RefundPolicyAnswer): void {
  say(`Money goes back ${allocation}`);
  if (limits.length === 0) say('No limits: whoever may refund gives back whatever is due.');
  else
    sayTable(
      ['role', 'alone up to', 'at most'],
      limits.map(({ role, currency, aloneMinor, mostMinor }) => [
        role,
        money(aloneMinor, currency),
        mostMinor == null ? null : money(mostMinor, currency),
      ]),
      { numbersFrom: 1 },
    );
}
