// The frame around every screen: rooms, the shop's name, search, connection, yourself.

import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Connection } from './connection.tsx';
import { Keys } from './key-caps.tsx';
import { useKeys } from './keys.tsx';
import { lazyPart } from './lazy-part.ts';
import { shellMessages } from './messages.ts';
import { Navigation, useRoomKeys } from './navigation.tsx';
import type { Room } from './room.ts';
import { ScreenErrors } from './screen-errors.tsx';
import classes from './shell.module.css';
import { UserButton } from './user-button.tsx';

// What opens over the screen comes right after the first paint.
const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette);
const KeySheet = lazyPart(async () => (await import('./key-sheet.tsx')).KeySheet);
const MenuDrawer = lazyPart(async () => (await import('./menu-drawer.tsx')).MenuDrawer);
const UserMenu = lazyPart(async () => (await import('./user-menu.tsx')).UserMenu);

export interface ShellProps {
  readonly rooms: readonly Room[];
  /** Beside the search, such as help. */
  readonly extras?: ReactNode;
}

export function Shell({ rooms, extras }: ShellProps) {
  const say = useSay(shellMessages);
  const { me } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [isMenuOpen, menu] = useDisclosure(false);
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isSheetOpen, sheet] = useDisclosure(false);
  const isPainted = useIsPainted();
  const main = useFocusOnArrival(pathname);
  useRoomKeys(rooms, (path) => void navigate(path));
  useKeys(
    [
      { keys: 'mod+k', does: say('search'), run: palette.toggle, always: true },
      { keys: '/', does: say('search'), run: palette.open },
      { keys: '?', does: say('showKeys'), run: sheet.open },
    ],
    true,
  );
  const side = (
    <>
      <div className={classes['tenant']} translate="no">
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <span>{me.tenant.name}</span>
      </div>
      <Navigation rooms={rooms} onChosen={menu.close} />
      <div className={classes['foot']}>
        <UserPlace isMenuWanted={isPainted} />
      </div>
    </>
  );
  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']}>
        {say('skip')}
      </a>
      <aside className={classes['side']}>{side}</aside>
      <TopBar extras={extras} onMenu={menu.open} onSearch={palette.open} />
      <main id="main" className={classes['main']} ref={main} tabIndex={-1}>
        <ScreenErrors key={pathname}>
          <Outlet />
        </ScreenErrors>
      </main>
      {isPainted && (
        <Suspense>
          <MenuDrawer isOpen={isMenuOpen} onClose={menu.close}>
            {side}
          </MenuDrawer>
          <Palette isOpen={isPaletteOpen} onClose={palette.close} />
          <KeySheet isOpen={isSheetOpen} onClose={sheet.close} />
        </Suspense>
      )}
    </div>
  );
}

/** Who presses before the menu has come sees it open when it comes. */
function UserPlace({ isMenuWanted }: { readonly isMenuWanted: boolean }) {
  const [wasPressed, setWasPressed] = useState(false);
  const button = <UserButton onClick={() => setWasPressed(true)} />;
  if (!isMenuWanted) return button;
  return (
    <Suspense fallback={button}>
      <UserMenu isOpenAtFirst={wasPressed} />
    </Suspense>
  );
}

interface TopBarProps {
  readonly extras: ReactNode;
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

function TopBar({ extras, onMenu, onSearch }: TopBarProps) {
  const say = useSay(shellMessages);
  return (
    <header className={classes['top']}>
      <UnstyledButton className={classes['burger']} aria-label={say('openMenu')} onClick={onMenu}>
        <IconMenu2 size={20} />
      </UnstyledButton>
      <UnstyledButton className={classes['search']} onClick={onSearch}>
        <IconSearch size={15} />
        <span>{say('search')}</span>
        <span className={classes['searchKeys']}>
          <Keys keys="mod+k" />
        </span>
      </UnstyledButton>
      <div className={classes['extras']}>
        {extras}
        <Connection />
      </div>
    </header>
  );
}

function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsPainted(true), 0);
    return () => clearTimeout(timer);
  }, []);
  return isPainted;
}

/** A reader that cannot see is brought to the new screen, and the keys work there at once. */
function useFocusOnArrival(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what it waits for
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);
  return main;
}
