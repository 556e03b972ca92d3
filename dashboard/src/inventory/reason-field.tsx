// Why stock is changed by hand: one of the reasons of the shop, or words of one's own.

import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useSay } from '../language/say.ts';
import { useReasons } from '../settings/use-reasons.ts';
import { inventoryMessages } from './messages.ts';

export interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const say = useSay(inventoryMessages);
  const { choices } = useReasons('adjustment');
  const list = useId();
  return (
    <>
      <TextInput
        label={say('reason')}
        required
        maxLength={200}
        value={value}
        list={list}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {choices.map(({ value: code, label }) => (
          <option key={code} value={label} />
        ))}
      </datalist>
    </>
  );
}
