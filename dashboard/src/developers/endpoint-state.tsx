// How an endpoint does, in a word or two.

import type { WebhookEndpoint } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { developerMessages } from './messages.ts';

export function EndpointState({ endpoint }: { readonly endpoint: WebhookEndpoint }) {
  const say = useSay(developerMessages);
  const formats = useFormats();
  const { active, disabledReason, health } = endpoint;
  if (!active) return say(disabledReason === null ? 'endpointOff' : 'endpointGivenUp');
  if (health.pausedUntil !== null && new Date(health.pausedUntil) > new Date())
    return say('endpointPaused', { time: formats.time(health.pausedUntil) });
  return say(health.failingSince === null ? 'endpointOn' : 'endpointFailing');
}
