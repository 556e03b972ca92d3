// Receive, adjust, count and transfer: one SKU at one location, with why.

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { LocationField } from './location-field.tsx';
import { inventoryMessages } from './messages.ts';
import { ReasonField } from './reason-field.tsx';
import { UnitsField } from './units-field.tsx';
import { type StockAct, type TypedStock, useStockAct } from './use-stock-act.ts';

export interface StockDialogProps {
  readonly act: StockAct;
  readonly sku: string;
  readonly location: string;
  readonly locations: readonly string[];
  readonly onClose: () => void;
}

export function StockDialog({ act, sku, location, locations, onClose }: StockDialogProps) {
  const say = useSay(inventoryMessages);
  const [typed, setTyped] = useState<TypedStock>({ sku, location, to: '', units: '', why: '' });
  const change = (part: Partial<TypedStock>): void =>
    setTyped((before) => ({ ...before, ...part }));
  const save = useStockAct(act, onClose);
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
  readonly typed: TypedStock;
  readonly change: (part: Partial<TypedStock>) => void;
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
