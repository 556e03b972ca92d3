// Whether a gift card pays, and why not.

import type { GiftCard } from '@doorstep/sdk';
import { useSay } from '../language/say.ts';
import { StateBadge } from '../record/state-badge.tsx';
import { giftCardMessages } from './messages.ts';

export type State = GiftCard['state'];
export const STATES: readonly State[] = ['active', 'used', 'expired', 'disabled'];

export function CardState({ card: { state } }: { readonly card: Pick<GiftCard, 'state'> }) {
  const say = useSay(giftCardMessages);
  return <StateBadge isGood={state === 'active'} label={say(state)} />;
}
