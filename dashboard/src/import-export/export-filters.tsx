// What an export is narrowed by: the filters of its list.

import { TextInput } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import { EXPORTS, type ExportName, type FilterName } from './export-choices.ts';
import { importExportMessages } from './messages.ts';

export interface ExportFiltersProps {
  readonly name: ExportName;
  readonly parameters: URLSearchParams;
  readonly onChange: (parts: Readonly<Record<string, string>>) => void;
}

export function ExportFilters({ name, parameters, onChange }: ExportFiltersProps) {
  const say = useSay(importExportMessages);
  const { filters, statuses } = EXPORTS[name];
  return (Object.keys(filters) as FilterName[]).map((filter) => {
    const value = parameters.get(filter) ?? '';
    const set = (next: string): void => onChange({ [filter]: next });
    return filter === 'status' ? (
      <Choice
        key={filter}
        label={say('filter-status')}
        value={value}
        options={[
          { value: '', label: say('all') },
          ...statuses.map((status) => ({ value: status, label: status, isData: true })),
        ]}
        onChange={set}
      />
    ) : (
      <TextInput
        // Typed on, it is asked for when it is left.
        key={`${name} ${filter} ${value}`}
        label={say(`filter-${filter}`)}
        type={filter === 'from' || filter === 'to' ? 'date' : 'text'}
        defaultValue={value}
        onBlur={({ currentTarget }) => set(currentTarget.value.trim())}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') set(currentTarget.value.trim());
        }}
      />
    );
  });
}
