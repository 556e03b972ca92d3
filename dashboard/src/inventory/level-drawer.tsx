// What is behind a number: the states of the level, who has what is reserved, what moved it, and
// what channels may sell of the SKU.

import { Button, Drawer, Group, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { ChannelList } from './channel-list.tsx';
import classes from './inventory.module.css';
import type { LevelName } from './level-sums.tsx';
import { inventoryMessages } from './messages.ts';
import { MovementList } from './movement-list.tsx';
import { ReservationList } from './reservation-list.tsx';
import { SafetyStock } from './safety-stock.tsx';
import { NUMBERS } from './stock-numbers.ts';
import type { StockAct } from './use-stock-act.ts';

export interface LevelDrawerProps {
  readonly sku: string;
  /** Null: all of them. */
  readonly location: string | null;
  readonly onClose: () => void;
  readonly onAct: (act: StockAct) => void;
  readonly onLocation: (location: string) => void;
}

const ACTS: readonly StockAct[] = ['receive', 'adjust', 'count', 'transfer'];

export function LevelDrawer({ sku, location, onClose, onAct, onLocation }: LevelDrawerProps) {
  const say = useSay(inventoryMessages);
  const { can } = useSession();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Title order={2} size="h4">
          {location === null ? <span translate="no">{sku}</span> : say('level', { sku, location })}
        </Title>
      }
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {location === null ? (
        <SkuTabs sku={sku} onLocation={onLocation} />
      ) : (
        <>
          <Numbers sku={sku} location={location} />
          {can('stock:write') && (
            <>
              <Group gap="xs">
                {ACTS.map((act) => (
                  <Button key={act} variant="default" size="compact-md" onClick={() => onAct(act)}>
                    {say(act)}
                  </Button>
                ))}
              </Group>
              <SafetyStock sku={sku} location={location} />
            </>
          )}
          <LevelTabs sku={sku} location={location} />
        </>
      )}
    </Drawer>
  );
}

function useLevels(sku: string, location: string | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['inventory', 'level', sku, location],
    queryFn: ({ signal }) =>
      api.listStockLevels(
        { sku, limit: 200, ...(location === null ? {} : { location }) },
        { signal },
      ),
  });
}

function Numbers({ sku, location }: LevelName) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  const { data, error, refetch } = useLevels(sku, location);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  const level = data?.items[0];
  return (
    <dl className={classes['numbers']} data-testid="numbers">
      {NUMBERS.map((name) => (
        <div key={name} data-number={name}>
          <dt>{say(name)}</dt>
          <dd>{data === undefined ? '…' : formats.number(level?.[name] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}

function LevelTabs({ sku, location }: LevelName) {
  const say = useSay(inventoryMessages);
  return (
    <Tabs defaultValue="reservations" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="reservations">{say('reservations')}</Tabs.Tab>
        <Tabs.Tab value="movements">{say('movements')}</Tabs.Tab>
        <Tabs.Tab value="channels">{say('channels')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="reservations">
        <ReservationList sku={sku} location={location} />
      </Tabs.Panel>
      <Tabs.Panel value="movements">
        <MovementList sku={sku} location={location} />
      </Tabs.Panel>
      <Tabs.Panel value="channels">
        <ChannelList sku={sku} />
      </Tabs.Panel>
    </Tabs>
  );
}

interface SkuTabsProps {
  readonly sku: string;
  readonly onLocation: (location: string) => void;
}

function SkuTabs({ sku, onLocation }: SkuTabsProps) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  const { data, error, refetch } = useLevels(sku, null);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <table className={classes['list']}>
        <thead>
          <tr>
            <th>{say('location')}</th>
            <th data-end>{say('onHand')}</th>
            <th data-end>{say('reserved')}</th>
            <th data-end>{say('available')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map((level) => (
            <tr key={level.locationId}>
              <td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  translate="no"
                  onClick={() => onLocation(level.location)}
                >
                  {level.location}
                </Button>
              </td>
              <td data-end>{formats.number(level.onHand)}</td>
              <td data-end>{formats.number(level.reserved)}</td>
              <td data-end>{formats.number(level.available)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Title order={3} size="h5" mt="lg">
        {say('channels')}
      </Title>
      <ChannelList sku={sku} />
    </>
  );
}
