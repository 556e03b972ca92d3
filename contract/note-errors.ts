// What is refused about notes.

export const noteErrors = {
  'note-not-yours': {
    status: 409,
    title: 'The note is somebody else’s',
    remedy: 'Only who wrote a note may change it; write one of your own.',
  },
  'too-many-notes': {
    status: 409,
    title: 'The order has as many notes as it may have, or the note names too many',
    remedy: 'Delete notes that are not needed any more, or name at most `data.mentionsMax` users.',
  },
} as const;
