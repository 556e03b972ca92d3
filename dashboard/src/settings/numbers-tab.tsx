// How numbers of orders and returns are written, and those of single channels.

import { PREFIX_PATTERN } from '@doorstep/core/settings/number-format.ts';
import type { Channel, NumberFormats } from '@doorstep/sdk';
import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';
import { useSettings } from './use-reasons.ts';

type Format = NumberFormats['orders'];

export function NumbersTab() {
  const { api } = useSession();
  const { data } = useSettings();
  const channels = useQuery({
    queryKey: ['settings', 'channels'],
    queryFn: () => api.listChannels({ limit: 200 }),
  });
  return (
    <div className={classes['scroll']}>
      {data !== undefined && channels.isSuccess && (
        <NumbersForm
          key={data.numbers.version}
          before={data.numbers}
          channels={channels.data.items}
        />
      )}
    </div>
  );
}

interface NumbersFormProps {
  readonly before: NumberFormats;
  readonly channels: readonly Channel[];
}

function NumbersForm({ before, channels }: NumbersFormProps) {
  const say = useSay(settingsMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [typed, setTyped] = useState(before);
  const save = useMutation({
    mutationFn: () => api.changeNumberFormats(typed),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings'] });
    },
    onError: toast.failed,
  });
  const mayEdit = can('settings:write');
  const ofChannel = (id: string, format: Format | null): void => {
    const { [id]: _before, ...others } = typed.channels;
    setTyped({ ...typed, channels: format === null ? others : { ...others, [id]: format } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes['sheet']}>
      <p className={classes['soft']}>{say('numbersHint')}</p>
      <FormatRow
        name={say('orders')}
        format={typed.orders}
        isDisabled={!mayEdit}
        onChange={(orders) => setTyped({ ...typed, orders })}
      />
      <FormatRow
        name={say('returns')}
        format={typed.returns}
        isDisabled={!mayEdit}
        onChange={(returns) => setTyped({ ...typed, returns })}
      />
      {channels.map(({ id, name }) => (
        <FormatRow
          key={id}
          name={name}
          isData
          format={typed.channels[id] ?? null}
          usual={typed.orders}
          isDisabled={!mayEdit}
          onChange={(format) => ofChannel(id, format)}
          onClear={() => ofChannel(id, null)}
        />
      ))}
      {mayEdit && (
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={save.isPending} disabled={typed === before}>
            {say('save')}
          </Button>
        </Group>
      )}
    </form>
  );
}

interface FormatRowProps {
  readonly name: string;
  readonly isData?: boolean;
  /** Null: as all orders. */
  readonly format: Format | null;
  readonly usual?: Format;
  readonly isDisabled: boolean;
  readonly onChange: (format: Format) => void;
  readonly onClear?: () => void;
}

const EXAMPLE = 1042;
const PADDING_MAX = 12;

function FormatRow({ name, isData, format, usual, isDisabled, onChange, onClear }: FormatRowProps) {
  const say = useSay(settingsMessages);
  const shown = format ?? usual ?? { prefix: '', padding: 0 };
  const isBad = !new RegExp(PREFIX_PATTERN).test(shown.prefix);
  return (
    <div className={classes['format']} data-testid="format">
      <strong translate={isData ? 'no' : undefined}>{name}</strong>
      <TextInput
        label={say('prefix')}
        aria-label={say('prefixOf', { name })}
        value={format?.prefix ?? ''}
        placeholder={usual?.prefix ?? ''}
        maxLength={12}
        disabled={isDisabled}
        error={isBad && say('prefixBad')}
        onChange={(event) => onChange({ ...shown, prefix: event.currentTarget.value })}
        translate="no"
      />
      <NumberInput
        label={say('digits')}
        aria-label={say('digitsOf', { name })}
        value={shown.padding}
        min={0}
        max={PADDING_MAX}
        hideControls
        disabled={isDisabled}
        onChange={(padding) => onChange({ ...shown, padding: Number(padding) })}
      />
      <code translate="no" data-testid="example">
        {shown.prefix}
        {String(EXAMPLE).padStart(shown.padding, '0')}
      </code>
      {onClear !== undefined &&
        (format === null ? (
          <span className={classes['soft']}>{say('asOrders')}</span>
        ) : (
          <Button variant="subtle" size="compact-sm" disabled={isDisabled} onClick={onClear}>
            {say('asOrders')}
          </Button>
        ))}
    </div>
  );
}
