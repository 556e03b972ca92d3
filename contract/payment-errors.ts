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
  'payment-not-converted': {
    status: 422,
    title: 'A payment in another currency does not say what it is worth',
    remedy:
      'Send `amountMinor` in `data.currency`, and in `conversion.orderAmountMinor` what that is ' +
      'worth in `data.orderCurrency`: no rate is looked up.',
  },
  'conversion-differs': {
    status: 422,
    title: 'A payment in the currency of the order is said to be worth another amount',
    remedy: 'Leave `conversion` out, or name the `currency` that the payment is in.',
  },
  'payment-in-other-currency': {
    status: 422,
    title: 'The payment is in another currency than the amount',
    remedy:
      'Say the amount in `data.currency`; money in another currency is a payment of its own, with ' +
      'its `conversion`.',
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
  'reference-taken': {
    status: 409,
    title: 'The reference names another movement of this payment',
    remedy:
      'Give each movement a reference of its own, as the bank does; what was recorded under this ' +
      'one was done for `data.intent`.',
  },
  'refund-beyond-role': {
    status: 403,
    title: 'Your role may not give back so much on one order',
    remedy: 'Give back at most `data.mostMinor` in all, or let somebody whose role may do it.',
  },
  'refund-not-captured': {
    status: 409,
    title: 'So much was not captured that could go to the store credit',
    remedy:
      'Grant at most `data.capturedMinor` to the store credit; what is not captured is never taken.',
  },
  'order-without-customer': {
    status: 409,
    title: 'The order has no customer who could have store credit',
    remedy: 'Let the refund go back to where the money came from, or issue a gift card.',
  },
  'refund-own-request': {
    status: 403,
    title: 'Nobody decides about a refund that they asked for',
    remedy: 'Let another user with the scope payments:approve decide.',
  },
  'refund-decided': {
    status: 409,
    title: 'The refund was decided already',
    remedy: 'Nothing to do: see `data.state`.',
  },
  'refund-needs-approval': {
    status: 409,
    title: 'So much on top of what came back needs a second person',
    remedy: 'Refund up to `data.worthMinor` here, and grant the rest on the order: it waits there.',
  },
  'not-on-terms': {
    status: 409,
    title: 'The payment is not one on terms',
    remedy: 'Use a payment of the provider terms: the order names its payments.',
  },
  'credit-not-waiting': {
    status: 409,
    title: 'The payment does not wait for credit',
    remedy: 'Nothing to do: credit was given, or the order needs none any more.',
  },
  'refund-exceeds-due': {
    status: 409,
    title: 'The buyer owes less than that',
    remedy: 'Grant at most `data.dueMinor`.',
  },
} as const;
