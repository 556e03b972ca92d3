// HTTP of roles.

import * as contract from '@doorstep/contract/roles.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import type { Authentication } from './authentication.ts';
import { changeRole } from './change-role.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { listRoles } from './list-roles.ts';

export function roleRoutes(
  http: HttpContext,
  { authentication }: { readonly authentication: Authentication },
): void {
  bindRead(http, contract.listRoles, listRoles);

  bindCall(http, contract.createRole, (call) =>
    answerCommand(http, call, (tx) => createRole(tx, call.body, call.principal.scopes)),
  );

  bindCall(http, contract.changeRole, async (call) => {
    const id = call.params.role as Id<'role'>;
    const outcome = await answerCommand(http, call, (tx) =>
      changeRole(tx, id, call.body, call.principal.scopes),
    );
    if (!isRefusal(outcome)) authentication.forget();
    return outcome;
  });

  bindCommand(http, contract.deleteRole, (tx, { params }) =>
    deleteRole(tx, params.role as Id<'role'>),
  );
}
