// What roles of limits are called, and a limit as a sentence.

import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { minorUnitsOf } from '../orders/amounts.ts';
import { isBuiltIn, useRoles } from '../users/use-roles.ts';
import { API_KEY, REFUNDING_ROLES, type TypedLimit } from './refund-draft.ts';
import { refundMessages } from './refund-messages.ts';

export function useLimitWords() {
  const say = useSay(refundMessages);
  const formats = useFormats();
  const { roles, nameOf } = useRoles();
  const role = (code: string): string => (code === API_KEY ? say(API_KEY) : nameOf(code));
  const limit = ({ currency, alone, most }: TypedLimit): string => {
    const inWords = (text: string) => formats.money(minorUnitsOf(text, currency) ?? 0, currency);
    const isNever = (minorUnitsOf(alone, currency) ?? 0) === 0;
    const first = isNever ? say('saysNeverAlone') : say('saysAlone', { alone: inWords(alone) });
    if (most.trim() === '') return `${first}; ${say('saysBeyond')}`;
    const isAll = minorUnitsOf(most, currency) === minorUnitsOf(alone, currency);
    return `${first}; ${isAll ? say('saysNoMore') : say('saysTo', { most: inWords(most) })}`;
  };
  return {
    role,
    limit,
    /** Roles that give money back, and the one that is chosen, whatever it may. */
    choices(chosen: string) {
      const own = roles
        .filter(({ code, scopes }) => !isBuiltIn(code) && scopes.includes('payments:write'))
        .map(({ code }) => code);
      const codes = new Set([...REFUNDING_ROLES, ...own, API_KEY, chosen]);
      return [...codes].map((value) => ({ value, label: role(value) }));
    },
  };
}
