// The roles that one may give: nobody hands out more than they hold.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { NativeSelect } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { userMessages } from './messages.ts';
import { isBuiltIn, useRoles } from './use-roles.ts';

export interface RoleChoiceProps {
  readonly value: string;
  readonly onChange: (role: string) => void;
  readonly isDisabled?: boolean;
}

const HINTS = {
  admin: 'adminHint',
  operations: 'operationsHint',
  service: 'serviceHint',
  warehouse: 'warehouseHint',
  integrator: 'integratorHint',
  analyst: 'analystHint',
} as const;

export function RoleChoice({ value, onChange, isDisabled = false }: RoleChoiceProps) {
  const say = useSay(userMessages);
  const { can } = useSession();
  const { roles, nameOf } = useRoles();
  const mayGive = roles.filter(({ scopes }) => scopes.every((scope) => can(scope as Scope)));
  const codes = mayGive.map(({ code }) => code);
  const shown = codes.includes(value) ? codes : [value, ...codes];
  return (
    <NativeSelect
      label={say('role')}
      description={isBuiltIn(value) ? say(HINTS[value]) : say('ownRoleHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {shown.map((code) => (
        <option key={code} value={code} translate={isBuiltIn(code) ? undefined : 'no'}>
          {nameOf(code)}
        </option>
      ))}
    </NativeSelect>
  );
}
