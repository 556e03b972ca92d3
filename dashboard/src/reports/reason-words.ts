// What a reason is called: those the house knows in words, those of a shop as they are.

import { useSay } from '../language/say.ts';
import { reasonMessages } from './messages.ts';

export function useReasonWords(): (reason: string) => string {
  const say = useSay(reasonMessages);
  return (reason) => (isKnown(reason) ? say(reason) : reason);
}

function isKnown(reason: string): reason is keyof typeof reasonMessages & string {
  return Object.hasOwn(reasonMessages, reason);
}
