// The errors of drops: a part of the table in errors.ts.

export const dropErrors = {
  'drop-unknown': {
    status: 422,
    title: 'There is no such drop',
    remedy: 'Create the drop first, or correct its id.',
  },
  'sku-not-in-drop': {
    status: 422,
    title: 'The drop does not sell this SKU',
    remedy: 'Look at its items; what else the buyer wants is ordered without the drop.',
  },
  'drop-not-running': {
    status: 409,
    title: 'The drop does not sell now',
    remedy: 'See `data.status`: wait for `data.startsAt`, or until it is resumed.',
  },
  'drop-limit-reached': {
    status: 409,
    title: 'The buyer may not have that many units of the drop',
    remedy: 'Ask for at most `data.left`.',
  },
  'drop-sold-out': {
    status: 409,
    title: 'The drop has no unit left for this buyer',
    remedy:
      'Where `data.skus` says `worthQueuing`, units are merely held: take a place in the queue.',
  },
  'drop-hold-not-open': {
    status: 409,
    title: 'The hold is not open, or of another buyer',
    remedy: 'Hold the units again, or buy without a hold.',
  },
  'drop-buyer-needed': {
    status: 422,
    title: 'It is not known who buys',
    remedy: 'Say `drop.buyer`, or the e-mail address of the customer: the drop has a limit.',
  },
  'drop-over': {
    status: 409,
    title: 'The drop is over',
    remedy: 'Nothing to do; plan another drop.',
  },
  'drop-not-switched': {
    status: 409,
    title: 'The drop is so already',
    remedy: 'Nothing to do.',
  },
} as const;
