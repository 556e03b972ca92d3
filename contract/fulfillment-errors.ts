// What is refused on the floor.

export const fulfillmentErrors = {
  'work-changed': {
    status: 409,
    title: 'Somebody did something to this work since you looked at it',
    remedy: '`data.changes` says who did what. Look at it again, and do what is left to do.',
  },
  'parcel-not-packed': {
    status: 409,
    title: 'The parcel left already, or was voided',
    remedy: 'Look at the parcel; `data.status` says where it is.',
  },
  'carrier-unknown': {
    status: 409,
    title: 'No carrier of this name gives labels here',
    remedy: 'Use one of `listCarriers`, or type the tracking number of your own label.',
  },
} as const;
