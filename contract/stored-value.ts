// What store credit and gift cards have in common on the wire.

import { VALUE_MOVEMENT_KINDS } from '@doorstep/core/stored-value/stored-value.ts';
import { Type } from 'typebox';
import { AmountMinor, Currency, id, nullable, type Shape, Timestamp } from './schema.ts';

export const BalanceFields = {
  currency: Currency,
  balanceMinor: Type.Integer({ ...AmountMinor, description: 'What is there' }),
  heldMinor: Type.Integer({
    ...AmountMinor,
    description: 'How much of it orders were promised and have not spent yet',
  }),
  availableMinor: Type.Integer({ ...AmountMinor, description: 'What may be spent' }),
};

/** More or less by hand: something. */
export const AdjustedMinor = Type.Union(
  [
    Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 }),
    Type.Integer({ minimum: -9_007_199_254_740_991, maximum: -1 }),
  ],
  { description: 'Minor units: positive gives, negative takes back' },
);

export const ValueMovementSchema = Type.Object({
  id: id('valueMovement'),
  kind: Type.Enum([...VALUE_MOVEMENT_KINDS]),
  amountMinor: Type.Integer({
    ...AmountMinor,
    description: 'What came to the balance, or left it',
  }),
  heldMinor: Type.Integer({
    ...AmountMinor,
    description: 'How much more or less of it is promised to orders',
  }),
  order: nullable(id('order')),
  payment: nullable(id('payment')),
  reason: nullable(Type.String()),
  note: nullable(Type.String()),
  expiresAt: nullable(Timestamp),
  actor: Type.String(),
  occurredAt: Timestamp,
});
export type ValueMovementAnswer = Shape<typeof ValueMovementSchema>;
