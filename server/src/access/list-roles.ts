// The roles with their rights: what the matrix shows, and what the API goes by.

import type { RoleAnswer } from '@doorstep/contract/roles.ts';
import { ROLES } from '@doorstep/core/access/scope.ts';
import type { Tx } from '../db/transaction.ts';
import { presentRole } from './present.ts';
import { countUsersByRole, selectRoles } from './roles.sql.ts';

export async function listRoles(tx: Tx): Promise<{ items: RoleAnswer[] }> {
  const [rows, counts] = await Promise.all([tx.rows(selectRoles), tx.rows(countUsersByRole)]);
  const usersOf = new Map(counts.map(({ role, users }) => [role, users]));
  const builtIn = Object.entries(ROLES).map(([code, scopes]) => ({
    code,
    id: null,
    name: null,
    scopes: [...scopes],
    users: usersOf.get(code) ?? 0,
    version: null,
  }));
  return {
    items: [...builtIn, ...rows.map((row) => presentRole(row, usersOf.get(row.code) ?? 0))],
  };
}
