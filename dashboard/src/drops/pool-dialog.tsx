// More units set apart for a drop, or some given back to general sale: one SKU at one location.

import type { GetDropAnswer } from '@doorstep/sdk';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { dropMessages } from './messages.ts';

export interface PoolDialogProps {
  readonly drop: GetDropAnswer;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const WHOLE = /^-?[1-9]\d{0,5}$/;

export function PoolDialog({ drop, onDone, onClose }: PoolDialogProps) {
  const say = useSay(dropMessages);
  const { api } = useSession();
  const toast = useToast();
  const [sku, setSku] = useState(drop.items[0]?.sku ?? '');
  const [location, setLocation] = useState('');
  const [units, setUnits] = useState('');
  const places = usePlaces(sku);
  const at = places.some(({ code }) => code === location) ? location : (places[0]?.code ?? '');
  const isWhole = WHOLE.test(units);
  const change = useMutation({
    mutationFn: () =>
      api.changePool({ drop: drop.id, sku, pool: [{ location: at, units: Number(units) }] }),
    onSuccess() {
      toast.done(say('poolChanged'));
      onDone();
      onClose();
    },
    onError: toast.failed,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('pool')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) change.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{say('poolHint')}</Text>
          <TextInput
            label={say('sku')}
            value={sku}
            list="drop-skus"
            required
            withAsterisk={false}
            autoComplete="off"
            onChange={(event) => setSku(event.currentTarget.value)}
            translate="no"
          />
          <datalist id="drop-skus">
            {drop.items.map((item) => (
              <option key={item.sku} value={item.sku} />
            ))}
          </datalist>
          <NativeSelect
            label={say('location')}
            value={at}
            onChange={(event) => setLocation(event.currentTarget.value)}
            translate="no"
            data={places.map(({ code, available }) => ({
              value: code,
              label: `${code} (${available})`,
            }))}
          />
          <TextInput
            label={say('poolUnits')}
            inputMode="numeric"
            value={units}
            data-autofocus
            error={units !== '' && units !== '-' && !isWhole && say('poolUnitsBad')}
            onChange={(event) => setUnits(event.currentTarget.value.trim())}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!isWhole || at === ''}>
              {say('changePool')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Place {
  readonly code: string;
  /** For general sale, of the SKU. */
  readonly available: number;
}

function usePlaces(sku: string): readonly Place[] {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['drops', 'places', sku],
    queryFn: async () => {
      const [locations, levels] = await Promise.all([
        api.listLocations({ limit: 200 }),
        api.listStockLevels({ sku, limit: 200 }).catch(() => ({ items: [] })),
      ]);
      return locations.items.map(({ code }) => {
        const level = levels.items.find((one) => one.location === code);
        return { code, available: level?.available ?? 0 };
      });
    },
    enabled: sku !== '',
  });
  return data ?? [];
}
