// The rooms one may enter, on the left or, on a phone, behind a button.

import { NavLink } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from './commands.tsx';
import { useKeys } from './keys.tsx';
import { shellMessages } from './messages.ts';
import classes from './navigation.module.css';
import type { Room } from './room.ts';

export interface NavigationProps {
  readonly rooms: readonly Room[];
  readonly onChosen?: () => void;
}

export function Navigation({ rooms, onChosen }: NavigationProps) {
  const say = useSay(shellMessages);
  const open = useOpenRooms(rooms);
  return (
    <nav aria-label={say('navigation')} className={classes['rooms']}>
      {open.map(({ path, title, icon: Icon }) => (
        <NavLink
          key={path}
          to={path}
          end={path === '/'}
          className={classes['room'] ?? ''}
          onClick={onChosen}
        >
          <Icon size={18} stroke={1.6} />
          {say(title)}
        </NavLink>
      ))}
    </nav>
  );
}

export function useOpenRooms(rooms: readonly Room[]): readonly Room[] {
  const { can } = useSession();
  return rooms.filter(({ scope }) => scope === null || can(scope));
}

/** The rooms by key and by the palette. */
export function useRoomKeys(rooms: readonly Room[], go: (path: string) => void): void {
  const say = useSay(shellMessages);
  const open = useOpenRooms(rooms).map(({ path, title, key }) => ({
    id: `go ${path}`,
    label: say('goTo', { room: say(title) }),
    does: say('goTo', { room: say(title) }),
    keys: `g ${key}`,
    run: () => go(path),
  }));
  useKeys(open);
  useCommands(open);
}
