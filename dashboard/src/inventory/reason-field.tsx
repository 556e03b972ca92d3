// Why stock is changed by hand: one of the usual reasons, or words of one's own.

import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useSay } from '../language/say.ts';
import { inventoryMessages } from './messages.ts';

export interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

const USUAL = ['stocktaking', 'broken', 'lost', 'found', 'spreadsheet'] as const;

export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const say = useSay(inventoryMessages);
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
        {USUAL.map((reason) => (
          <option key={reason} value={say(reason)} />
        ))}
      </datalist>
    </>
  );
}
