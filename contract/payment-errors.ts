// The errors of payments and their providers: a part of the table in errors.ts.

export const paymentErrors = {
  'provider-connection-busy': {
    status: 409,
    title: 'A provider is just being asked through this connection',
    remedy: 'Wait until the payments under way are answered, or take another connection into use.',
  },
  'provider-connection-invalid': {
    status: 422,
    title: 'The account at the provider is not complete, or of another mode',
    remedy:
      'Give what `data.missing` names, leave out what `data.unknown` names, and see the detail.',
  },
  'webhook-signature-invalid': {
    status: 401,
    title: 'The webhook was not sent by the provider, or came too late',
    remedy: 'Check the webhook secret of the connection, and the clock of the server.',
  },
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
