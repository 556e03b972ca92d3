// doorstep roles: who may do what, and roles of one's own.

import type { RoleAnswer } from '@doorstep/contract/roles.ts';
import * as contract from '@doorstep/contract/roles.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, counted, say, sayJson, sayTable } from '../print.ts';
import { findOwnRole, findRole } from './find-role.ts';

export function roleCommands(roles: Command): void {
  verb(roles, 'list', 'list the roles', { isDefault: true }).action(async ({ json }: JsonOption) =>
    answer(contract.listRoles, {}, { json }, ({ items }) =>
      sayTable(
        ['role', 'name', 'users', 'rights', 'id'],
        items.map((one) => [
          one.code,
          one.name,
          one.users,
          one.scopes.length,
          one.id === null ? null : colors.dim(one.id),
        ]),
      ),
    ),
  );
  verb(roles, 'show <role>', 'a role, and what it may do').action(
    async (named: string, { json }: JsonOption) => {
      const role = await findRole(await readConnection(), named);
      if (json) return sayJson(role);
      sayRole(role);
    },
  );
  const create = verb(roles, 'create <code>', 'create a role of rights that you hold yourself');
  fieldOptions(create, contract.createRole, ['code']).action(
    async (code: string, options: JsonOption) => {
      const body = await fieldsOf(contract.createRole, options, { code });
      await answer(contract.createRole, { body }, options, sayRole);
    },
  );
  const change = verb(
    roles,
    'change <role>',
    'change it: in force at the next request of its users',
  );
  fieldOptions(change, contract.changeRole).action(async (named: string, options: JsonOption) => {
    const role = await findOwnRole(await readConnection(), named);
    const body = await fieldsOf(contract.changeRole, options);
    await answer(contract.changeRole, { params: { role }, body }, options, sayRole);
  });
  verb(roles, 'remove <role>', 'remove a role that nobody has').action(
    async (named: string, { json }: JsonOption) => {
      const role = await findOwnRole(await readConnection(), named);
      await answer(contract.deleteRole, { params: { role } }, { json }, () =>
        say(`Removed ${named}`),
      );
    },
  );
}

function sayRole({ code, name, scopes, users }: RoleAnswer): void {
  say(`${colors.bold(code)}${name === null ? '' : `  ${name}`}  ${counted(users, 'user')}`);
  say(scopes.join(', '));
}
