// What somebody who sees many shops says of the risk of an order.

import { RISK_LEVELS } from '@doorstep/core/payments/risk-level.ts';
import { Type } from 'typebox';
import { text } from './schema.ts';

export const RiskSignalInput = {
  source: Type.String({
    pattern: '^[a-z0-9][a-z0-9-]{0,49}$',
    description: 'Who says it: a payment provider, a fraud service, the channel',
  }),
  level: Type.Enum([...RISK_LEVELS]),
  score: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  detail: Type.Optional(text(500)),
};
