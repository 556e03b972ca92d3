// The errors of settings: a part of the table in errors.ts.

export const settingsErrors = {
  'reason-unknown': {
    status: 422,
    title: 'There is no such reason',
    remedy: 'Take one of `getSettings` that is not retired, or put it on the list first.',
  },
  'contrast-too-low': {
    status: 422,
    title: 'White words on this color cannot be read by everybody',
    remedy: 'Take a darker color: `data.contrast` must be 4.5 at least.',
  },
  'currency-in-use': {
    status: 409,
    title: 'There are orders already',
    remedy: 'The currency of the books stays what it is; an order may be in any.',
  },
  'picture-unreadable': {
    status: 422,
    title: 'This is no picture that could be read',
    remedy: 'Send the bytes of a PNG or a JPEG of at most 256 KiB and 2,000 pixels a side.',
  },
} as const;
