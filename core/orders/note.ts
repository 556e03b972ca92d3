// A note and whom it names. A mention is stored by id, so that it is somebody's whatever they are
// called; people read names.

import type { Id } from '../ids.ts';

const MENTION = /<@(usr_[0-9a-f]{32})>/g;

/** Users that one note may name. */
export const MENTIONS_MAX = 20;
/** Notes on one order. */
export const NOTES_MAX = 500;

/** The users a note names, each once, in their order. */
export function mentionsIn(body: string): Id<'user'>[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id]) => id as Id<'user'>))];
}

/** The note as people read it: `<@usr_…>` is `@Ada`. */
export function noteInWords(body: string, nameOf: (user: Id<'user'>) => string): string {
  return body.replaceAll(MENTION, (_match, id: string) => `@${nameOf(id as Id<'user'>)}`);
}
