// The roles that one may give: nobody hands out more than they hold.

import { ROLES, type Role } from '@doorstep/core/access/scope.ts';
import { NativeSelect } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { userMessages } from './messages.ts';

export interface RoleChoiceProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
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
  const roles = Object.keys(ROLES) as Role[];
  const open = roles.filter((role) => role === value || ROLES[role].every((scope) => can(scope)));
  return (
    <NativeSelect
      label={say('role')}
      description={say(HINTS[value])}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.value as Role)}
      data={open.map((role) => ({ value: role, label: say(role) }))}
    />
  );
}
