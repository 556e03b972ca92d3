// What of the stock is shown: which number, which SKUs, only what runs low.

import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { useFollowed } from '../shell/use-followed.ts';
import classes from './inventory.module.css';
import { inventoryMessages } from './messages.ts';
import { NUMBERS } from './stock-numbers.ts';

export interface GridToolsProps {
  readonly parameters: URLSearchParams;
  readonly change: (parts: Readonly<Record<string, string | null>>) => void;
}

const WAIT_MS = 250;
const LOW_AT_DEFAULT = '5';

export function GridTools({ parameters, change }: GridToolsProps) {
  const say = useSay(inventoryMessages);
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(parameters.get('search') ?? '');
  const find = useDebouncedCallback(
    (text: string) => change({ search: text === '' ? null : text, low: null }),
    WAIT_MS,
  );
  useKeys([{ keys: '/', does: say('search'), run: () => search.current?.focus() }]);
  const low = parameters.get('low');
  const [isLow, setIsLow] = useFollowed(low !== null);
  return (
    <div className={classes['tools']}>
      <TextInput
        ref={search}
        type="search"
        className={classes['search'] ?? ''}
        leftSection={<IconSearch size={16} />}
        placeholder={say('search')}
        aria-label={say('search')}
        value={low === null ? typed : ''}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          find(value.trim());
        }}
      />
      <select
        aria-label={say('show')}
        className={classes['field']}
        value={parameters.get('show') ?? 'available'}
        onChange={({ currentTarget: { value } }) =>
          change({ show: value === 'available' ? null : value })
        }
      >
        {NUMBERS.map((name) => (
          <option key={name} value={name}>
            {say(name)}
          </option>
        ))}
      </select>
      <div className={classes['low']}>
        <Checkbox
          label={say('low')}
          checked={isLow}
          onChange={({ currentTarget: { checked } }) => {
            setIsLow(checked);
            setTyped('');
            change({ low: checked ? LOW_AT_DEFAULT : null, search: null });
          }}
        />
        {low !== null && (
          <input
            type="number"
            min={0}
            max={1000}
            aria-label={say('lowAt')}
            className={classes['field']}
            value={low}
            onChange={({ currentTarget: { value } }) =>
              /^\d{1,3}$|^1000$/.test(value) && change({ low: String(Number(value)) })
            }
          />
        )}
      </div>
    </div>
  );
}
