// A role, by its code or its id.

import { listRoles, type RoleAnswer } from '@doorstep/contract/roles.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

export async function findRole(connection: Connection, named: string): Promise<RoleAnswer> {
  const { items } = await callApi(connection, listRoles);
  const role = items.find(({ code, id }) => code === named || id === named);
  if (role === undefined)
    throw new CommandError({
      what: `There is no role ${named}.`,
      remedy: 'See `doorstep roles`.',
      exitCode: 1,
    });
  return role;
}

/** @returns the id of a role that may be changed */
export async function findOwnRole(connection: Connection, named: string): Promise<string> {
  const { id } = await findRole(connection, named);
  if (id === null)
    throw new CommandError({
      what: `Every shop has the role ${named} as it is.`,
      remedy: 'Create one of your own: doorstep roles create <code> --name … --scopes ….',
      exitCode: 1,
    });
  return id;
}
