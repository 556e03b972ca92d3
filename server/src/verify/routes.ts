// POST /v1/verification.

import { runVerification } from '@doorstep/contract/verification.ts';
import { bindCall, type HttpContext } from '../http/bind.ts';
import { verifyTenant } from './verify-tenant.ts';

export function verifyRoutes(http: HttpContext): void {
  bindCall(http, runVerification, async ({ principal }) => {
    const { ok, checks, tookMs } = await verifyTenant(http.pool, principal.tenant);
    return {
      ok,
      tenant: principal.tenant,
      checks: checks.map(({ violations, ...check }) => ({ ...check, violations: [...violations] })),
      tookMs,
    };
  });
}
