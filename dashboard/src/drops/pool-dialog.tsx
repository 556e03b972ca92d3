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
  const [typed, setTyped] = useState<Typed>({
    sku: drop.items[0]?.sku ?? '',
    location: '',
    units: '',
  });
  const places = usePlaces(typed.sku);
  const known = places.some(({ code }) => code === typed.location);
  const location = known ? typed.location : (places[0]?.code ?? '');
  const isWhole = WHOLE.test(typed.units);
  const change = useMutation({
    mutationFn: () => {
      const pool = [{ location, units: Number(typed.units) }];
      return api.changePool({ drop: drop.id, sku: typed.sku, pool });
    },
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
          <PoolFields
            skus={drop.items.map(({ sku }) => sku)}
            places={places}
            typed={{ ...typed, location }}
            set={(part) => setTyped((before) => ({ ...before, ...part }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!isWhole || location === ''}>
              {say('changePool')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Typed {
  readonly sku: string;
  readonly location: string;
  readonly units: string;
}

interface PoolFieldsProps {
  readonly skus: readonly string[];
  readonly places: readonly Place[];
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
}

function PoolFields({ skus, places, typed, set }: PoolFieldsProps) {
  const say = useSay(dropMessages);
  const { sku, location, units } = typed;
  const isBad = units !== '' && units !== '-' && !WHOLE.test(units);
  return (
    <>
      <TextInput
        label={say('sku')}
        value={sku}
        list="drop-skus"
        required
        withAsterisk={false}
        autoComplete="off"
        onChange={(event) => set({ sku: event.currentTarget.value })}
        translate="no"
      />
      <datalist id="drop-skus">
        {skus.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <NativeSelect
        label={say('location')}
        value={location}
        onChange={(event) => set({ location: event.currentTarget.value })}
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
        error={isBad && say('poolUnitsBad')}
        onChange={(event) => set({ units: event.currentTarget.value.trim() })}
      />
    </>
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
