// Which location serves which channel, and how many units it keeps back from what it publishes there.

import type { Channel, Location } from '@doorstep/sdk';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';

export function ChannelReach({ channels }: { readonly channels: readonly Channel[] }) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['settings', 'reach'],
    queryFn: () => api.listLocations({ limit: 200 }),
  });
  if (data === undefined) return null;
  return (
    <>
      <h2 className={classes['heading']}>{say('reach')}</h2>
      <p className={classes['soft']}>{say('reachHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={classes['matrixScroll']} tabIndex={0} aria-label={say('reach')}>
        <div className={classes['reach']}>
          {data.items.map((location) => (
            <ReachRow
              key={`${location.id} ${location.version}`}
              location={location}
              channels={channels}
            />
          ))}
        </div>
      </section>
    </>
  );
}

interface ReachRowProps {
  readonly location: Location;
  readonly channels: readonly Channel[];
}

function ReachRow({ location, channels }: ReachRowProps) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const before = Object.fromEntries(
    location.channels.map(({ channel, bufferUnits }) => [channel, String(bufferUnits)]),
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(before);
  const save = useSaveReach(location);
  const isChanged = channels.some(({ code }) => (typed[code] ?? '') !== (before[code] ?? ''));
  const isBad = Object.values(typed).some((units) => !/^\d{0,6}$/.test(units));
  const mayEdit = can('locations:write');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBad) save.mutate(typed);
  };
  return (
    <form className={classes['reachRow']} onSubmit={submit} data-testid="reach">
      <strong translate="no">{location.name}</strong>
      {channels.map(({ code, name }) => (
        <TextInput
          key={code}
          label={<span translate="no">{name}</span>}
          aria-label={say('bufferOf', { location: location.name, channel: name })}
          placeholder="–"
          inputMode="numeric"
          maxLength={6}
          value={typed[code] ?? ''}
          disabled={!mayEdit}
          onChange={(event) => setTyped({ ...typed, [code]: event.currentTarget.value })}
        />
      ))}
      {isChanged && (
        <Button type="submit" variant="default" loading={save.isPending} disabled={isBad}>
          {say('save')}
        </Button>
      )}
    </form>
  );
}

function useSaveReach(location: Location) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (typed: Readonly<Record<string, string>>) =>
      api.changeLocation({
        location: location.id,
        channels: Object.entries(typed)
          .filter(([, units]) => units !== '')
          .map(([channel, units]) => ({ channel, bufferUnits: Number(units) })),
        version: location.version,
      }),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings', 'reach'] });
    },
    onError: toast.failed,
  });
}
