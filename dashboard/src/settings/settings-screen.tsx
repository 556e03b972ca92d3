// What the shop sets for itself, tab by tab, and who did what.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Page } from '../shell/page.tsx';
import { AuditTab } from './audit-tab.tsx';
import { ChannelsTab } from './channels-tab.tsx';
import { CompanyTab } from './company-tab.tsx';
import { settingsMessages } from './messages.ts';
import { NumbersTab } from './numbers-tab.tsx';
import { ReasonsTab } from './reasons-tab.tsx';
import { RetentionTab } from './retention-tab.tsx';
import { RolesTab } from './roles-tab.tsx';
import classes from './settings.module.css';

interface Tab {
  readonly id: 'company' | 'channels' | 'reasons' | 'numbers' | 'retention' | 'roles' | 'audit';
  readonly scope: Scope;
  readonly shows: ComponentType;
}

const TABS: readonly Tab[] = [
  { id: 'company', scope: 'settings:read', shows: CompanyTab },
  { id: 'channels', scope: 'catalog:read', shows: ChannelsTab },
  { id: 'reasons', scope: 'settings:read', shows: ReasonsTab },
  { id: 'numbers', scope: 'catalog:read', shows: NumbersTab },
  { id: 'retention', scope: 'settings:read', shows: RetentionTab },
  { id: 'roles', scope: 'access:read', shows: RolesTab },
  { id: 'audit', scope: 'audit:read', shows: AuditTab },
];

export function SettingsScreen() {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const open = TABS.filter(({ scope }) => can(scope));
  const chosen = open.find(({ id }) => id === parameters.get('tab')) ?? open[0];
  return (
    <Page title={say('title')} fill>
      <Tabs
        value={chosen?.id ?? null}
        onChange={(tab) => setParameters(tab === null ? {} : { tab })}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List className={classes['list']}>
          {open.map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {say(id)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {open.map(({ id, shows: Shows }) => (
          <Tabs.Panel key={id} value={id}>
            <Shows />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
