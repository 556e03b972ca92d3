// A difference in words.

import type { DifferenceAnswer } from '@doorstep/contract/reconciliation.ts';
import { colors, hint, moment, money, say } from '../print.ts';

export function sayDifference(one: DifferenceAnswer): void {
  const about = one.orderNumber === null ? '' : `  order ${one.orderNumber}`;
  say(`${colors.bold(one.cause)}  ${one.kind}${about}  ${colors.dim(one.id)}`);
  say(`${one.provider} ${one.reference}, ${moment(one.occurredAt)} UTC`);
  say(`The ledger says ${amountIn(one.ledger) ?? 'nothing'}`);
  say(`The provider says ${amountIn(one.providerSays) ?? 'nothing'}`);
  if (one.status === 'resolved') sayResolved(one);
  else {
    const [best] = one.resolutions;
    say(`It can be resolved by ${one.resolutions.join(', ')}`);
    hint(`Do it: doorstep reconciliation resolve ${one.id} --how ${best}`);
  }
}

function sayResolved({ resolution, resolvedBy, note }: DifferenceAnswer): void {
  const by = resolvedBy === null ? '' : ` by ${resolvedBy}`;
  say(`Resolved: ${resolution}${by}${note === null ? '' : `, ${note}`}`);
}

export function amountIn(said: DifferenceAnswer['ledger']): string | null {
  return said === null ? null : money(said.amountMinor, said.currency);
}
