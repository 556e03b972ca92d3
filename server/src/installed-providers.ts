// The payment connectors of this installation.

import { join } from 'node:path';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { paypalPayments } from '@doorstep/connectors/paypal/paypal-payments.ts';
import { sandboxPayments } from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import { termsPayments } from '@doorstep/connectors/terms-payments/terms-payments.ts';
import type { HearNotice, PaymentProvider } from '@doorstep/core/payments/provider.ts';
import type { Config } from './config.ts';

export function installedProviders(
  { dataHome, sandboxPayments: hasSandbox }: Config,
  notify: HearNotice,
): PaymentProvider[] {
  const folder = join(dataHome, 'sandbox-payments');
  return [
    manualPayments(),
    termsPayments(),
    stripePayments({ mode: 'live' }),
    stripePayments({ mode: 'test' }),
    paypalPayments({ mode: 'live' }),
    paypalPayments({ mode: 'test' }),
    ...(hasSandbox ? [sandboxPayments({ folder, notify })] : []),
  ];
}
