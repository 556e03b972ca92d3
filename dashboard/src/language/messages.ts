// How a room declares what it says: every message in each language, side by side.
//
//   export const orderMessages = messages({
//     title: { en: 'Orders', de: 'Aufträge' },
//     selected: { en: '{count, plural, one {# order} other {# orders}}', de: '…' },
//   });
//   const say = useSay(orderMessages);
//   say('selected', { count: 3 })
//
// The form is ICU's: https://unicode-org.github.io/icu/userguide/format_parse/messages

/** `ar` is what the shell has: a room without it speaks English there, from right to left. */
export interface Message {
  readonly en: string;
  readonly de: string;
  readonly ar?: string;
}

export type Messages<Key extends string> = Readonly<Record<Key, Message>>;

/** Keeps the keys as a type, so that a message that is not there is an error. */
export function messages<Key extends string>(declared: Messages<Key>): Messages<Key> {
  return declared;
}

/** For what must be there in every language. */
export function completeMessages<Key extends string>(
  declared: Readonly<Record<Key, Required<Message>>>,
): Messages<Key> {
  return declared;
}
