// Which role may do what: the matrix the API goes by, and roles of one's own.

import type { Role } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useRoles } from '../users/use-roles.ts';
import { settingsMessages } from './messages.ts';
import { RoleDialog } from './role-dialog.tsx';
import { RoleMatrix } from './role-matrix.tsx';
import classes from './settings.module.css';

export function RolesTab() {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const { roles } = useRoles();
  const [open, setOpen] = useState<Role | 'new' | null>(null);
  return (
    <div className={classes['scroll']}>
      <div className={classes['intro']}>
        <p>{say('rolesHint')}</p>
        {can('access:write') && <Button onClick={() => setOpen('new')}>{say('newRole')}</Button>}
      </div>
      {/* A column that came later would push the others aside. */}
      {roles.length > 0 && <RoleMatrix roles={roles} onOpen={setOpen} />}
      {open !== null && (
        <RoleDialog role={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
