// What an act would do to money: each payment in a sentence.

import type { PreviewRefundAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { actMessages } from './act-messages.ts';
import { orderMoneyMessages } from './order-money-messages.ts';
import { useProviderName } from './provider-name.tsx';

type Foreseen = Pick<
  PreviewRefundAnswer,
  'money' | 'currency' | 'dueBeforeMinor' | 'dueAfterMinor'
>;

const SENTENCES = { refund: 'refundBy', void: 'voidBy', capture: 'captureBy' } as const;

export function MoneyPreview({ preview }: { readonly preview: Foreseen }) {
  const say = useSay(actMessages);
  const sayMoney = useSay(orderMoneyMessages);
  const formats = useFormats();
  const nameOf = useProviderName();
  const inWords = (amountMinor: number) => formats.money(amountMinor, preview.currency);
  return (
    <>
      {preview.money.length === 0 && <li>{say('noMoney')}</li>}
      {preview.money.map((one) => (
        <li key={`${one.payment} ${one.kind}`} data-testid="money">
          {say(SENTENCES[one.kind], {
            amount: formats.money(one.amountMinor, one.currency),
            provider: nameOf(one.provider),
          })}
          {one.currency !== preview.currency && (
            <> ({sayMoney('worth', { amount: inWords(one.orderAmountMinor) })})</>
          )}
        </li>
      ))}
      <li>
        {say('dueAfter', {
          before: inWords(preview.dueBeforeMinor),
          after: inWords(preview.dueAfterMinor),
        })}
      </li>
    </>
  );
}
