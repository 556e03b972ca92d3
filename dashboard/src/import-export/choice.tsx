// A plain select with its label. Options that are data are left as they are in every language.

import { NativeSelect } from '@mantine/core';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly isData?: boolean;
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  /** The label stands elsewhere on the page. */
  readonly isLabelHidden?: boolean;
}

export function Choice({ label, value, options, onChange, isLabelHidden }: ChoiceProps) {
  return (
    <NativeSelect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          translate={option.isData ? 'no' : undefined}
        >
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
