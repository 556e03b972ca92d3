// The errors of reviews and of what follows its cause: a part of the table in errors.ts.

export const riskErrors = {
  'order-under-review': {
    status: 409,
    title: 'The order is not released before its review',
    remedy:
      'Where `data.state` is waiting, it is assessed within a moment; else approve or decline it.',
  },
  'nothing-to-review': {
    status: 409,
    title: 'The order does not wait for a review',
    remedy: 'Nothing to do: see `data.state`.',
  },
  'hold-follows-cause': {
    status: 409,
    title: 'This hold goes with its cause',
    remedy: 'Do `data.operation`: the hold is released with it.',
  },
} as const;
