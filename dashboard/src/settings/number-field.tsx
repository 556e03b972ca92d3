// A whole number of the rules of risk, as text, and whether it is one that they take.

import { TextInput } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { isInRange, RANGES } from './risk-draft.ts';
import { riskMessages } from './risk-messages.ts';

export interface NumberFieldProps {
  readonly name: keyof typeof RANGES;
  readonly label: string;
  /** Where several have the same label. */
  readonly spoken?: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { name, label, spoken = label, value, isDisabled, onChange } = props;
  const say = useSay(riskMessages);
  const formats = useFormats();
  const [min, max] = RANGES[name].map((bound) => formats.number(bound));
  return (
    <TextInput
      label={label}
      aria-label={spoken}
      value={value}
      inputMode="numeric"
      maxLength={6}
      disabled={isDisabled}
      error={!isInRange(name, value) && say('range', { min: min ?? '', max: max ?? '' })}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
    />
  );
}
