// doorstep payments, in the order of its help.

import type { Command } from 'commander';
import { addPaymentCommand } from './add-payment.ts';
import { grantRefundCommand } from './grant-refund.ts';
import { recordReceiptCommand } from './record-receipt.ts';
import { recordResultCommand } from './record-result.ts';
import { refundPolicyCommands } from './refund-policy.ts';
import { retryPaymentCommand } from './retry-payment.ts';
import { showPaymentsCommand } from './show-payments.ts';

export function paymentCommands(payments: Command): void {
  showPaymentsCommand(payments);
  addPaymentCommand(payments);
  recordReceiptCommand(payments);
  grantRefundCommand(payments);
  retryPaymentCommand(payments);
  recordResultCommand(payments);
  refundPolicyCommands(payments);
}
