// What the shop sets for itself, tab by tab, and who did what.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { Tabs } from '@mantine/core';
import { type ComponentType, Suspense, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';

// Each when it is opened: together they are as much as the rest of the screen.
const AuditTab = lazyPart(async () => (await import('./audit-tab.tsx')).AuditTab);
const ChannelsTab = lazyPart(async () => (await import('./channels-tab.tsx')).ChannelsTab);
const CompanyTab = lazyPart(async () => (await import('./company-tab.tsx')).CompanyTab);
const NumbersTab = lazyPart(async () => (await import('./numbers-tab.tsx')).NumbersTab);
const ReasonsTab = lazyPart(async () => (await import('./reasons-tab.tsx')).ReasonsTab);
const RefundsTab = lazyPart(async () => (await import('./refunds-tab.tsx')).RefundsTab);
const RetentionTab = lazyPart(async () => (await import('./retention-tab.tsx')).RetentionTab);
const RiskTab = lazyPart(async () => (await import('./risk-tab.tsx')).RiskTab);
const RolesTab = lazyPart(async () => (await import('./roles-tab.tsx')).RolesTab);

interface Tab {
  readonly id: keyof typeof settingsMessages & string;
  readonly scope: Scope;
  readonly shows: ComponentType;
}

const TABS: readonly Tab[] = [
  { id: 'company', scope: 'settings:read', shows: CompanyTab },
  { id: 'channels', scope: 'catalog:read', shows: ChannelsTab },
  { id: 'reasons', scope: 'settings:read', shows: ReasonsTab },
  { id: 'numbers', scope: 'catalog:read', shows: NumbersTab },
  { id: 'refunds', scope: 'payments:read', shows: RefundsTab },
  { id: 'risk', scope: 'risk:read', shows: RiskTab },
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
  const tabs = useRef<HTMLDivElement>(null);
  // On a phone only some of the tabs are in sight.
  useEffect(() => {
    const tab = tabs.current?.querySelector(`[role=tab][data-tab=${chosen?.id}]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen?.id]);
  return (
    <Page title={say('title')} fill>
      <Tabs
        value={chosen?.id ?? null}
        onChange={(tab) => setParameters(tab === null ? {} : { tab })}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List ref={tabs} className={classes['list']}>
          {open.map(({ id }) => (
            <Tabs.Tab key={id} value={id} data-tab={id}>
              {say(id)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {open.map(({ id, shows: Shows }) => (
          <Tabs.Panel key={id} value={id}>
            <Suspense fallback={null}>
              <Shows />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
