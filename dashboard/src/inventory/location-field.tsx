// One of the locations.

import { NativeSelect } from '@mantine/core';

export interface LocationFieldProps {
  readonly label: string;
  readonly value: string;
  readonly locations: readonly string[];
  readonly onChange: (location: string) => void;
}

export function LocationField({ label, value, locations, onChange }: LocationFieldProps) {
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      translate="no"
      data={['', ...locations]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
