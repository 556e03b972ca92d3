// What a way of paying is called: providers by their names, what the shop owes in words.

import { isStoredValue } from '@doorstep/core/payments/stored-value-provider.ts';
import { useSay } from '../language/say.ts';
import { orderMoneyMessages } from './order-money-messages.ts';

export function useProviderName() {
  const say = useSay(orderMoneyMessages);
  return (provider: string): string => (isStoredValue(provider) ? say(provider) : provider);
}

export function ProviderName({ provider }: { readonly provider: string }) {
  const nameOf = useProviderName();
  return <span translate={isStoredValue(provider) ? undefined : 'no'}>{nameOf(provider)}</span>;
}
