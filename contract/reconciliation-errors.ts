// The errors of reconciliation and of the books; part of the table in errors.ts.

export const reconciliationErrors = {
  'report-unreadable': {
    status: 422,
    title: 'The file is no report of this provider',
    remedy: 'Send the itemized report as CSV in UTF-8, with its columns as they are downloaded.',
  },
  'period-invalid': {
    status: 422,
    title: 'The period ends before it begins, lies in the future, or is too long',
    remedy: 'Give a beginning before the end, at most 400 days, and no later than now.',
  },
  'difference-resolved': {
    status: 409,
    title: 'The difference is resolved already',
    remedy: 'Nothing to do; `data.resolution` says how.',
  },
  'difference-not-recordable': {
    status: 422,
    title: 'What the provider says cannot be recorded as it is',
    remedy: 'Name the `payment` that it is of, fetch it again, or explain it.',
  },
  'note-missing': {
    status: 422,
    title: 'An explanation needs a note',
    remedy: 'Say in `note` why it is right so.',
  },
  'chart-invalid': {
    status: 422,
    title: 'The chart names a role twice for the same provider',
    remedy: 'Give each role one account per provider.',
  },
  'books-closed': {
    status: 409,
    title: 'The books are closed through that day already',
    remedy: 'Close them through a later day: `data.closedThrough` is closed.',
  },
} as const;
