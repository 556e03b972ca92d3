// The payment connectors of this installation.

import { join } from 'node:path';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import type { HearNotice, PaymentProvider } from '@doorstep/core/payments/provider.ts';
import type { Config } from './config.ts';

export function installedProviders(
  { dataHome, sandboxPayments: hasSandbox }: Config,
  notify: HearNotice,
): PaymentProvider[] {
  const folder = join(dataHome, 'sandbox-payments');
  return [manualPayments(), ...(hasSandbox ? [sandboxPayments({ folder, notify })] : [])];
}
