// `doorstep verify` on the wire.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { id } from './schema.ts';

export const runVerification = operation({
  id: 'runVerification',
  method: 'POST',
  path: '/v1/verification',
  room: 'verify',
  summary: 'Prove the invariants of this tenant',
  description:
    'Reads everything in one snapshot and names the rows that break an invariant. Safe on a live ' +
    'system; takes time with the size of the shop.',
  scope: 'verify:run',
  status: 200,
  answer: Type.Object({
    ok: Type.Boolean(),
    tenant: id('tenant'),
    checks: Type.Array(
      Type.Object({
        name: Type.String(),
        ok: Type.Boolean(),
        violations: Type.Array(
          Type.Object({ subject: Type.String(), found: Type.String(), expected: Type.String() }),
        ),
      }),
    ),
    tookMs: Type.Integer(),
  }),
  refusals: [],
});
