// A small select without a label beside it: it says what it is to whoever cannot see.

import classes from './reports.module.css';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly isData?: boolean;
  }[];
  readonly onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className={classes['choice']}
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
    </select>
  );
}
