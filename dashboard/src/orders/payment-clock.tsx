// How long money is held, counting down: orange on its last day, red when it is gone.

import type { GetOrderPaymentsAnswer } from '@doorstep/sdk';
import { Anchor, Badge } from '@mantine/core';
import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { orderMoneyMessages } from './order-money-messages.ts';

type Payment = GetOrderPaymentsAnswer['payments'][number];

const DAY_MS = 86_400_000;

export function PaymentClock({ payment }: { readonly payment: Payment }) {
  const say = useSay(orderMoneyMessages);
  const formats = useFormats();
  const now = useNow();
  const { authorizationExpiresAt: until, payerAction } = payment;
  const held = payment.authorizedMinor - payment.voidedMinor - payment.capturedMinor;
  const leftMs = until === null ? 0 : new Date(until).getTime() - now.getTime();
  const color = leftMs <= 0 ? 'red' : leftMs < DAY_MS ? 'orange' : 'teal';
  return (
    <>
      {until !== null && held > 0 && (
        <Badge variant="dot" color={color} data-testid="expiry">
          {say(leftMs <= 0 ? 'ranOut' : 'heldUntil', {
            time: formats.time(until),
            left: formats.relative(until, now),
          })}
        </Badge>
      )}
      {payerAction !== null && (
        <Badge variant="dot" color="orange">
          {payerAction.link === null ? (
            say('payerActs')
          ) : (
            <Anchor href={payerAction.link} inherit rel="noreferrer" target="_blank">
              {say('payerActs')}
            </Anchor>
          )}
        </Badge>
      )}
    </>
  );
}
