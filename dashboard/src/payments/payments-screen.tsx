// What providers did with the money: where they differ from the ledger, what they paid out, the accounts
// at them, and the books.

import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { Page } from '../shell/page.tsx';
import { AccountsTab } from './accounts-tab.tsx';
import { BooksTab } from './books-tab.tsx';
import { DifferencesTab } from './differences-tab.tsx';
import { paymentMessages } from './messages.ts';
import classes from './payments.module.css';
import { PayoutsTab } from './payouts-tab.tsx';

interface Tab {
  readonly id: 'differences' | 'payouts' | 'accounts' | 'books';
  readonly shows: ComponentType;
}

const TABS: readonly Tab[] = [
  { id: 'differences', shows: DifferencesTab },
  { id: 'payouts', shows: PayoutsTab },
  { id: 'accounts', shows: AccountsTab },
  { id: 'books', shows: BooksTab },
];

export function PaymentsScreen() {
  const say = useSay(paymentMessages);
  const [parameters, setParameters] = useSearchParams();
  const chosen = TABS.find(({ id }) => id === parameters.get('tab')) ?? TABS[0];
  return (
    <Page title={say('title')} fill>
      <Tabs
        value={chosen?.id ?? null}
        onChange={(tab) => setParameters(tab === null ? {} : { tab })}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List className={classes['list']}>
          {TABS.map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {say(id)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ id, shows: Shows }) => (
          <Tabs.Panel key={id} value={id}>
            <Shows />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
