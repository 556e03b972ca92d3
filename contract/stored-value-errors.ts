// The errors of store credit and gift cards: a part of the table in errors.ts.

export const storedValueErrors = {
  'gift-card-unknown': {
    status: 422,
    title: 'No gift card has this code',
    remedy: 'Have the code typed again; after too many wrong ones nothing is answered for a while.',
  },
  'stored-value-too-low': {
    status: 409,
    title: 'So much is not there, or orders were promised it',
    remedy: 'Take at most `data.availableMinor`.',
  },
  'credit-beyond-role': {
    status: 403,
    title: 'Your role may not give so much away alone',
    remedy: 'Give at most `data.aloneMinor` in all, or let somebody whose role may do it.',
  },
  'expiry-past': {
    status: 422,
    title: 'It would have expired already',
    remedy: 'Name a time to come as `expiresAt`, or leave it out.',
  },
} as const;
