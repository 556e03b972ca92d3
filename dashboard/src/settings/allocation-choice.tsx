// From which payments money goes back: what each way does, on one example in the currency of the shop.

import { minorDigits } from '@doorstep/core/money.ts';
import {
  allocateRefund,
  REFUND_ALLOCATIONS,
  type RefundAllocation,
} from '@doorstep/core/payments/refund-allocation.ts';
import { Radio, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './policies.module.css';
import { refundMessages } from './refund-messages.ts';

export interface AllocationChoiceProps {
  readonly value: string;
  readonly currency: string;
  readonly isDisabled: boolean;
  readonly onChange: (allocation: string) => void;
}

const PAID = [40n, 60n] as const;
const BACK = 50n;

export function AllocationChoice(props: AllocationChoiceProps) {
  const { value, currency, isDisabled, onChange } = props;
  const say = useSay(refundMessages);
  const formats = useFormats();
  const unit = 10n ** BigInt(minorDigits(currency));
  const inWords = (amountMinor: bigint) => formats.money(Number(amountMinor), currency);
  const partsOf = (allocation: RefundAllocation): string => {
    const rooms = PAID.map((paid) => paid * unit);
    const [first = 0n, second = 0n] = allocateRefund(BACK * unit, rooms, allocation);
    return say('parts', { first: inWords(first), second: inWords(second) });
  };
  const [first, second] = PAID.map((paid) => inWords(paid * unit));
  return (
    <>
      <Text size="sm">
        {say('example', { first: first ?? '', second: second ?? '', back: inWords(BACK * unit) })}
      </Text>
      <Radio.Group value={value} onChange={onChange} aria-label={say('allocation')}>
        <div className={classes['ways']}>
          {REFUND_ALLOCATIONS.map((allocation) => (
            <Radio
              key={allocation}
              value={allocation}
              disabled={isDisabled}
              label={say(allocation)}
              description={
                <>
                  {say(`${allocation}-hint`)}
                  <span className={classes['parts']} data-testid={`parts-${allocation}`}>
                    {partsOf(allocation)}
                  </span>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}
