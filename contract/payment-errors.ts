// The errors of payments: a part of the table in errors.ts.

export const paymentErrors = {
  'payment-provider-unknown': {
    status: 422,
    title: 'There is no such payment provider',
    remedy: 'Use a provider of this installation: `data.providers` names them.',
  },
  'payments-exceed-total': {
    status: 422,
    title: 'The payments bring more than the order costs',
    remedy: 'Let the payments sum to at most `data.totalMinor`, or leave `amountMinor` out.',
  },
  'payment-exceeds-missing': {
    status: 409,
    title: 'The order lacks less money than that',
    remedy: 'Ask for at most `data.missingMinor`, or leave `amountMinor` out.',
  },
  'nothing-to-pay': {
    status: 409,
    title: 'Nothing is left to pay',
    remedy: 'Nothing to do; money that came all the same is recorded with its `amountMinor`.',
  },
  'nothing-to-retry': {
    status: 409,
    title: 'Nothing of this payment was refused or waits for an answer',
    remedy: 'Nothing to do; after a declined authorization take another payment.',
  },
  'refund-exceeds-due': {
    status: 409,
    title: 'The buyer owes less than that',
    remedy: 'Grant at most `data.dueMinor`.',
  },
} as const;
