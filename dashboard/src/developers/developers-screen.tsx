// For those who connect systems: keys, webhooks, the log of events, the log of requests.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { Button, Tabs } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { type ComponentType, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import classes from './developers.module.css';
import { developerMessages } from './messages.ts';

// Each tab is loaded when it is opened.
const EventsTab = lazyPart(async () => (await import('./events-tab.tsx')).EventsTab);
const KeysTab = lazyPart(async () => (await import('./keys-tab.tsx')).KeysTab);
const RequestsTab = lazyPart(async () => (await import('./requests-tab.tsx')).RequestsTab);
const WebhooksTab = lazyPart(async () => (await import('./webhooks-tab.tsx')).WebhooksTab);

interface Tab {
  readonly id: 'keys' | 'webhooks' | 'events' | 'requests';
  readonly scope: Scope;
  readonly shows: ComponentType;
}

const TABS: readonly Tab[] = [
  { id: 'keys', scope: 'access:read', shows: KeysTab },
  { id: 'webhooks', scope: 'webhooks:read', shows: WebhooksTab },
  { id: 'events', scope: 'events:read', shows: EventsTab },
  { id: 'requests', scope: 'events:read', shows: RequestsTab },
];

export function DevelopersScreen() {
  const say = useSay(developerMessages);
  const { can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const open = TABS.filter(({ scope }) => can(scope));
  const chosen = open.find(({ id }) => id === parameters.get('tab')) ?? open[0];
  return (
    <Page
      title={say('title')}
      fill
      actions={
        <Button component="a" href="/docs" variant="default" leftSection={<IconBook2 size={16} />}>
          {say('reference')}
        </Button>
      }
    >
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
            <Suspense>
              <Shows />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
