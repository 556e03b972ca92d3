// Receive, adjust, count and transfer: one SKU at one location, with why.

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { LocationField } from './location-field.tsx';
import { inventoryMessages } from './messages.ts';
import { ReasonField } from './reason-field.tsx';
import { UnitsField } from './units-field.tsx';
import { usePutLevels } from './use-stock-grid.ts';

export type StockAct = 'receive' | 'adjust' | 'count' | 'transfer';

export interface StockDialogProps {
  readonly act: StockAct;
  readonly sku: string;
  readonly location: string;
  readonly locations: readonly string[];
  readonly onClose: () => void;
}

interface Typed {
  readonly sku: string;
  readonly location: string;
  readonly to: string;
  readonly units: string;
  readonly why: string;
}

export function StockDialog({ act, sku, location, locations, onClose }: StockDialogProps) {
  const say = useSay(inventoryMessages);
  const [typed, setTyped] = useState<Typed>({ sku, location, to: '', units: '', why: '' });
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const save = useSave(act, onClose);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate(typed);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(act)}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <StockFields {...{ act, sku, locations, typed, change }} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {say(act)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface StockFieldsProps extends Pick<StockDialogProps, 'act' | 'sku' | 'locations'> {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
}

const UNITS = {
  receive: 'quantity',
  adjust: 'change',
  count: 'counted',
  transfer: 'quantity',
} as const;

function StockFields({ act, sku, locations, typed, change }: StockFieldsProps) {
  const say = useSay(inventoryMessages);
  return (
    <>
      <TextInput
        label={say('sku')}
        required
        value={typed.sku}
        autoComplete="off"
        translate="no"
        {...(sku === '' ? { 'data-autofocus': true } : {})}
        onChange={(event) => change({ sku: event.currentTarget.value })}
      />
      <LocationField
        label={say('location')}
        value={typed.location}
        locations={locations}
        onChange={(value) => change({ location: value })}
      />
      {act === 'transfer' && (
        <LocationField
          label={say('to')}
          value={typed.to}
          locations={locations.filter((one) => one !== typed.location)}
          onChange={(to) => change({ to })}
        />
      )}
      <UnitsField
        label={say(UNITS[act])}
        required
        autoFocus={sku !== ''}
        signed={act === 'adjust'}
        value={typed.units}
        onChange={(units) => change({ units })}
      />
      {act === 'adjust' ? (
        <ReasonField value={typed.why} onChange={(why) => change({ why })} />
      ) : (
        <TextInput
          label={say('reference')}
          description={say('referenceHint')}
          maxLength={200}
          value={typed.why}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function useSave(act: StockAct, onDone: () => void) {
  const say = useSay(inventoryMessages);
  const { api } = useSession();
  const toast = useToast();
  const put = usePutLevels();
  const send = async ({ sku, location, to, units, why }: Typed) => {
    const quantity = Number(units);
    const reference = why === '' ? {} : { reference: why };
    if (act === 'transfer') {
      await api.dispatchTransfer({ from: location, to, ...reference, lines: [{ sku, quantity }] });
      const { items } = await api.listStockLevels({ sku, limit: 200 });
      return { levels: items, message: say('sent', { units: quantity, location: to }) };
    }
    const { levels } =
      act === 'receive'
        ? await api.receiveStock({ location, ...reference, lines: [{ sku, quantity }] })
        : act === 'count'
          ? await api.countStock({ location, ...reference, lines: [{ sku, counted: quantity }] })
          : await api.adjustStock({ location, reason: why, lines: [{ sku, quantity }] });
    const onHand = levels[0]?.onHand ?? 0;
    return { levels, message: say('done', { sku, location, onHand }) };
  };
  return useMutation({
    mutationFn: send,
    onSuccess({ levels, message }) {
      put(levels);
      toast.done(message);
      onDone();
    },
    onError: toast.failed,
  });
}
