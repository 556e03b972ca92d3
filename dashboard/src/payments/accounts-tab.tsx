// The accounts at payment providers, live and test apart: how each does, and what one may do about it.

import type { ProviderConnection } from '@doorstep/sdk';
import { Badge, Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Problem } from '../shell/problem.tsx';
import { AccountActions } from './account-actions.tsx';
import { accountMessages } from './account-messages.ts';
import { type Fact, Facts } from './facts.tsx';
import { NewAccount } from './new-account.tsx';
import classes from './payments.module.css';

export function AccountsTab() {
  const say = useSay(accountMessages);
  const { api, can } = useSession();
  const [isAdding, setIsAdding] = useState(false);
  useLiveRefresh(['provider-connection.', 'statement.'], ['payments', 'accounts']);
  const read = useQuery({
    queryKey: ['payments', 'accounts'],
    queryFn: () => api.listProviderConnections({ limit: 200 }),
  });
  if (read.isError) return <Problem error={read.error} onRetry={() => void read.refetch()} />;
  const items = read.data?.items ?? [];
  const modes = (['live', 'test'] as const).filter((mode) =>
    items.some((one) => one.mode === mode),
  );
  return (
    <div className={classes['scroll']}>
      {can('access:write') && (
        <Button mb="md" onClick={() => setIsAdding(true)}>
          {say('connect')}
        </Button>
      )}
      {read.data !== undefined && items.length === 0 && (
        <EmptyState title={say('noAccounts')}>{say('noAccountsHint')}</EmptyState>
      )}
      {modes.map((mode) => (
        <section key={mode} aria-label={say(mode === 'live' ? 'liveAccounts' : 'testAccounts')}>
          <Title order={2} size="h4" mb="xs" mt="sm">
            {say(mode === 'live' ? 'liveAccounts' : 'testAccounts')}
          </Title>
          <ul className={classes['accounts']}>
            {items
              .filter((one) => one.mode === mode)
              .map((one) => (
                <li key={one.id} className={classes['account']} data-testid="account">
                  <Account account={one} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {isAdding && <NewAccount onClose={() => setIsAdding(false)} />}
    </div>
  );
}

function Account({ account: one }: { readonly account: ProviderConnection }) {
  const say = useSay(accountMessages);
  const { can } = useSession();
  return (
    <>
      <div className={classes['card']}>
        <Title order={3} size="h5" translate="no">
          {one.name}
        </Title>
        <Badge variant="dot" color={one.active ? 'teal' : 'gray'}>
          {say(one.active ? 'inUse' : 'notInUse')}
        </Badge>
        <Health account={one} />
      </div>
      <AccountFacts account={one} />
      {can('payments:write') && <AccountActions account={one} />}
    </>
  );
}

function Health({ account: { health } }: { readonly account: ProviderConnection }) {
  const say = useSay(accountMessages);
  const formats = useFormats();
  if (health.failingSince !== null)
    return (
      <Badge variant="dot" color="red">
        {say('failing', { when: formats.time(health.failingSince) })}
      </Badge>
    );
  return (
    <Badge variant="dot" color={health.lastSuccessAt === null ? 'gray' : 'teal'}>
      {say(health.lastSuccessAt === null ? 'unknown' : 'fine')}
    </Badge>
  );
}

function AccountFacts({ account: one }: { readonly account: ProviderConnection }) {
  const say = useSay(accountMessages);
  const formats = useFormats();
  const when = (time: string | null) => (time === null ? say('never') : formats.relative(time));
  const { health, statements } = one;
  const rate =
    health.calls === 0
      ? say('noCalls')
      : say('errorRateOf', {
          share: formats.percent(health.failedCalls / health.calls),
          calls: formats.number(health.calls),
        });
  const facts: Fact[] = [
    { name: say('provider'), value: one.provider, isData: true },
    { name: say('errorRate'), value: rate },
    { name: say('lastAnswer'), value: when(health.lastSuccessAt) },
    { name: say('lastWebhook'), value: when(health.lastNoticeAt) },
    { name: say('secretsFrom'), value: formats.day(one.secretsChangedAt) },
    { name: say('webhookUrl'), value: window.location.origin + one.webhookPath, isData: true },
  ];
  if (health.lastFailureAt !== null)
    facts.push({ name: say('lastFailure'), value: when(health.lastFailureAt) });
  if (statements !== null) facts.push({ name: say('readTo'), value: when(statements.readTo) });
  return <Facts facts={facts} />;
}
