// What a filter and its values are called.

import { useCallback } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { FILTER_FIELDS } from './filter-fields.ts';
import { filterMessages } from './messages.ts';
import type { FilterName } from './order-query.ts';
import { isStatusKey, statusMessages } from './status-messages.ts';

/** @returns the words for one value; null where no language changes it */
export function useValueWords(): (
  name: FilterName,
  value: string,
  /** Of amounts. */
  currency?: string | null,
) => string | null {
  const say = useSay(filterMessages);
  const sayStatus = useSay(statusMessages);
  const formats = useFormats();
  return useCallback(
    (name, value, currency = null) => {
      const kind = FILTER_FIELDS.find((field) => field.name === name)?.kind;
      if (kind === 'day') return formats.day(value);
      if (kind === 'amount')
        return currency === null
          ? formats.number(Number(value))
          : formats.money(Number(value), currency);
      if (name === 'hasException') return say(value === 'true' ? 'yes' : 'no');
      if (name === 'promiseRisk') return say(value as 'late');
      if (name === 'origin') return say(value === 'imported' ? 'imported' : 'capturedHere');
      if (value === 'none') return say('none');
      if (name.endsWith('Status') || name === 'status')
        return isStatusKey(value) ? sayStatus(value) : value;
      return name === 'holdReason' && Object.hasOwn(filterMessages, value)
        ? say(value as keyof typeof filterMessages)
        : null;
    },
    [say, sayStatus, formats],
  );
}
