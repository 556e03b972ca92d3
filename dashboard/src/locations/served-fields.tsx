// The channels a location serves: which, as which choice, and what is kept back from each.

import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import recordClasses from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { readServed, type Served, writeServed } from './location-draft.ts';
import classes from './locations.module.css';
import { locationMessages } from './messages.ts';

export interface ServedFieldsProps {
  /** A line each. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const CHOICES = [1, 2, 3, 4, 5];

export function ServedFields({ value, onChange }: ServedFieldsProps) {
  const say = useSay(locationMessages);
  const served = readServed(value);
  const codes = useChannelCodes(served.map(({ channel }) => channel));
  const set = (channel: string, next: Served | null): void => {
    const others = served.filter((one) => one.channel !== channel);
    const all = next === null ? others : [...others, next];
    onChange(writeServed(all.sort((a, b) => (a.channel < b.channel ? -1 : 1))));
  };
  return (
    <fieldset className={recordClasses['listField']}>
      <legend>{say('channels')}</legend>
      {codes.map((channel) => (
        <ServedField
          key={channel}
          channel={channel}
          served={served.find((one) => one.channel === channel) ?? null}
          onChange={(next) => set(channel, next)}
        />
      ))}
      <Text size="xs" c="dimmed">
        {say('priorityHint')}
      </Text>
    </fieldset>
  );
}

interface ServedFieldProps {
  readonly channel: string;
  readonly served: Served | null;
  readonly onChange: (served: Served | null) => void;
}

function ServedField({ channel, served, onChange }: ServedFieldProps) {
  const say = useSay(locationMessages);
  return (
    <div className={classes['served']}>
      <Checkbox
        label={<span translate="no">{channel}</span>}
        aria-label={say('serves', { channel })}
        checked={served !== null}
        onChange={({ currentTarget: { checked } }) =>
          onChange(checked ? { channel, priority: 1, bufferUnits: 0 } : null)
        }
      />
      <select
        aria-label={say('priorityOf', { channel })}
        className={recordClasses['field']}
        disabled={served === null}
        value={served?.priority ?? 1}
        onChange={({ currentTarget: { value } }) =>
          served !== null && onChange({ ...served, priority: Number(value) })
        }
      >
        {[...new Set([...CHOICES, served?.priority ?? 1])].map((rank) => (
          <option key={rank} value={rank}>
            {say('choice', { rank })}
          </option>
        ))}
      </select>
      <label className={classes['buffer']}>
        <span className={recordClasses['soft']}>{say('buffer')}</span>
        <input
          aria-label={say('bufferOf', { channel })}
          className={recordClasses['field']}
          inputMode="numeric"
          disabled={served === null}
          value={served?.bufferUnits ?? 0}
          onChange={({ currentTarget: { value } }) =>
            served !== null &&
            onChange({ ...served, bufferUnits: Number(value.replaceAll(/\D/g, '').slice(0, 6)) })
          }
        />
      </label>
    </div>
  );
}

/** All that there are, and those served. */
function useChannelCodes(served: readonly string[]): readonly string[] {
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['locations', 'channels'],
    enabled: can('catalog:read'),
    queryFn: ({ signal }) => api.listChannels({ limit: 200 }, { signal }),
  });
  return [...new Set([...(data?.items.map(({ code }) => code) ?? []), ...served])].sort();
}
