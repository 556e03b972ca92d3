// Roles across, rights down. On a phone one role at a time.

import type { Role } from '@doorstep/sdk';
import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useRoles } from '../users/use-roles.ts';
import { settingsMessages } from './messages.ts';
import { AREAS, useScopeWords } from './scope-words.ts';
import classes from './settings.module.css';

export interface RoleMatrixProps {
  readonly roles: readonly Role[];
  readonly onOpen: (role: Role) => void;
}

export function RoleMatrix({ roles, onOpen }: RoleMatrixProps) {
  const say = useSay(settingsMessages);
  const { nameOf } = useRoles();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const one = roles.find(({ code }) => code === chosen) ?? roles[0];
  const shown = isPhone ? roles.filter((role) => role === one) : roles;
  return (
    <>
      {isPhone && (
        <NativeSelect
          label={say('role')}
          className={classes['phoneRole'] ?? ''}
          value={one?.code ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          translate="no"
          data={roles.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={classes['matrixScroll']} tabIndex={0} aria-label={say('matrix')}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{say('right')}</th>
              {shown.map((role) => (
                <th key={role.code} scope="col">
                  <RoleHead role={role} onOpen={onOpen} />
                </th>
              ))}
            </tr>
          </thead>
          {AREAS.map(({ id, scopes }) => (
            <AreaRows key={id} id={id} scopes={scopes} roles={shown} />
          ))}
        </table>
      </section>
    </>
  );
}

function RoleHead({ role, onOpen }: { role: Role; onOpen: (role: Role) => void }) {
  const say = useSay(settingsMessages);
  const { nameOf } = useRoles();
  const name = nameOf(role.code);
  return (
    <>
      {role.id === null ? (
        <span>{name}</span>
      ) : (
        <button type="button" className={classes['roleName']} onClick={() => onOpen(role)}>
          <span translate="no">{name}</span>
        </button>
      )}
      <span className={classes['soft']}>{say('usersOf', { count: role.users })}</span>
    </>
  );
}

interface AreaRowsProps {
  readonly id: (typeof AREAS)[number]['id'];
  readonly scopes: (typeof AREAS)[number]['scopes'];
  readonly roles: readonly Role[];
}

function AreaRows({ id, scopes, roles }: AreaRowsProps) {
  const say = useSay(settingsMessages);
  const words = useScopeWords();
  return (
    <tbody>
      {scopes.map((scope, place) => (
        <tr key={scope} data-scope={scope}>
          <th scope="row">
            <span className={place === 0 ? classes['area'] : classes['areaAgain']}>
              {words.area(id)}
            </span>{' '}
            <span className={classes['soft']}>{words.act(scope)}</span>
          </th>
          {roles.map((role) => {
            const may = role.scopes.includes(scope);
            return (
              <td key={role.code} data-role={role.code} data-may={may}>
                <span aria-hidden="true" translate="no">
                  {may ? '●' : '–'}
                </span>
                <span className={classes['spoken']}>{say(may ? 'may' : 'mayNot')}</span>
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
