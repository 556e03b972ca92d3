// Where orders come from: what an order of a channel gets, and when it is paid and released.

import type { Channel } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelReach } from './channel-reach.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';

export function ChannelsTab() {
  const say = useSay(settingsMessages);
  const { api, can } = useSession();
  const [open, setOpen] = useState<Channel | 'new' | null>(null);
  const channels = useQuery({
    queryKey: ['settings', 'channels'],
    queryFn: () => api.listChannels({ limit: 200 }),
  });
  return (
    <div className={classes['scroll']}>
      <div className={classes['intro']}>
        <p>{say('channelsHint')}</p>
        {can('catalog:write') && (
          <Button onClick={() => setOpen('new')}>{say('newChannel')}</Button>
        )}
      </div>
      {channels.isError && (
        <Problem error={channels.error} onRetry={() => void channels.refetch()} />
      )}
      <ul className={classes['channels']}>
        {channels.data?.items.map((channel) => (
          <li key={channel.id} className={classes['channel']} data-testid="channel">
            <button
              type="button"
              className={classes['roleName']}
              onClick={() => setOpen(channel)}
              disabled={!can('catalog:write')}
            >
              <strong translate="no">{channel.name}</strong>
            </button>
            <code translate="no" className={classes['soft']}>
              {channel.code}
            </code>
            <span>{say(channel.stockPolicy)}</span>
            <span>{say(`capture-${channel.captureAt}`)}</span>
            <Badge variant="dot" color={channel.active ? 'gray' : 'red'}>
              {say(channel.active ? 'active' : 'inactive')}
            </Badge>
          </li>
        ))}
      </ul>
      {can('locations:read') && channels.isSuccess && (
        <ChannelReach channels={channels.data.items} />
      )}
      {open !== null && (
        <ChannelDialog channel={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
