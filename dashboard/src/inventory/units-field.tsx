// A number of units, typed.

import { TextInput } from '@mantine/core';

export interface UnitsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** May be below zero. */
  readonly signed?: boolean;
}

export function UnitsField({ label, value, onChange, signed, ...more }: UnitsFieldProps) {
  return (
    <TextInput
      label={label}
      value={value}
      inputMode={signed === true ? 'text' : 'numeric'}
      autoComplete="off"
      maxLength={8}
      w={160}
      {...(more.required === true ? { required: true } : {})}
      {...(more.autoFocus === true ? { 'data-autofocus': true } : {})}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.replace('−', '-');
        onChange(typed.replace(signed === true ? /[^\d-]/g : /\D/g, ''));
      }}
    />
  );
}
