// Why a bulk action leaves an order alone.

import { useSay } from '../language/say.ts';
import { bulkMessages } from './bulk-messages.ts';

export function SkipReason({ reason }: { readonly reason: string }) {
  const say = useSay(bulkMessages);
  return Object.hasOwn(bulkMessages, reason) ? (
    say(reason as keyof typeof bulkMessages)
  ) : (
    <span translate="no">{reason}</span>
  );
}
