// The rules of risk over HTTP. What is about an order is in orders/review-routes.ts.

import * as contract from '@doorstep/contract/risk.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { presentRiskPolicy } from './read-risk-policy.ts';
import { setRiskPolicy } from './set-risk-policy.ts';
import { selectRiskPolicy } from './sql.ts';

export function riskRoutes(http: HttpContext): void {
  bindRead(http, contract.getRiskPolicy, async (tx) =>
    presentRiskPolicy(await tx.row(selectRiskPolicy)),
  );
  bindCommand(http, contract.setRiskPolicy, (tx, { body }) => setRiskPolicy(tx, body));
}
