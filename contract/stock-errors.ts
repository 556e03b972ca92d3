// The errors of stock: a part of the table in errors.ts.

export const stockErrors = {
  'backorder-cap-too-low': {
    status: 409,
    title: 'More units are backordered than the cap would allow',
    remedy: 'Set the cap to at least `data.backordered`, or cancel backordered units first.',
  },
  'stock-would-be-negative': {
    status: 409,
    title: 'There is less stock than that',
    remedy: 'Lower the quantity to what is there (`data.available`), or count the location first.',
  },
  'transfer-received': {
    status: 409,
    title: 'The transfer was received already',
    remedy: 'Nothing to do; correct a wrong quantity with an adjustment.',
  },
  'transfer-canceled': {
    status: 409,
    title: 'The transfer was taken back already',
    remedy: 'Its units are at `from` again. What came all the same, receive as stock where it is.',
  },
  'stock-changed-since': {
    status: 409,
    title: 'The stock is not as you saw it',
    remedy: 'Nothing was changed. See `data.levels` for what is on hand now, and decide again.',
  },
} as const;
