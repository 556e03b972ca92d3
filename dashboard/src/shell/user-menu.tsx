// Who one is, how it looks, and the way out.

import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconBook2,
  IconBuildingStore,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from './commands.tsx';
import { shellMessages } from './messages.ts';
import { useToast } from './toast.tsx';
import { UserButton } from './user-button.tsx';

const SCHEMES = [
  { scheme: 'light', label: 'light', icon: IconSun },
  { scheme: 'dark', label: 'dark', icon: IconMoon },
  { scheme: 'auto', label: 'system', icon: IconDeviceDesktop },
] as const;

export function UserMenu({ isOpenAtFirst }: { readonly isOpenAtFirst: boolean }) {
  const say = useSay(shellMessages);
  const { me, signOut, switchTo, addTenant } = useSession();
  const toast = useToast();
  const others = me.tenants.filter(({ current }) => !current);
  const goTo = (slug: string): void => void switchTo(slug).catch(toast.failed);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  useCommands([
    ...SCHEMES.map(({ scheme, label }) => ({
      id: `scheme ${scheme}`,
      label: `${say('appearance')}: ${say(label)}`,
      run: () => setColorScheme(scheme),
    })),
    ...others.map(({ slug, name }) => ({
      id: `tenant ${slug}`,
      label: say('goToTenant', { name }),
      run: () => goTo(slug),
    })),
    { id: 'sign-out', label: say('signOut'), run: signOut },
  ]);
  return (
    <Menu position="top-start" width={220} withinPortal defaultOpened={isOpenAtFirst}>
      <Menu.Target>
        <UserButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => navigate('/account')}>
          {say('account')}
        </Menu.Item>
        <Menu.Item component="a" href="/docs" leftSection={<IconBook2 size={16} />}>
          {say('reference')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say('appearance')}</Menu.Label>
        {SCHEMES.map(({ scheme, label, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} />}
            data-active={colorScheme === scheme || undefined}
            aria-current={colorScheme === scheme || undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {say(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('tenants')}</Menu.Label>
        {others.map(({ slug, name }) => (
          <Menu.Item
            key={slug}
            leftSection={<IconBuildingStore size={16} />}
            onClick={() => goTo(slug)}
          >
            <span translate="no">{name}</span>
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={addTenant}>
          {say('addTenant')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {say('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
