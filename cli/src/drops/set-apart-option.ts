// --set-apart SHOE@BERLIN:100: units of a SKU at a location, as people type it.

import type { createDrop } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type Command, InvalidArgumentError } from 'commander';

type Items = BodyOf<typeof createDrop>['items'];

export interface SetApartOptions {
  readonly setApart?: Items;
}

export function setApartOption(command: Command): Command {
  return command.option(
    '--set-apart <sku@location:units>',
    'as in SHOE@BERLIN:100; may be repeated',
    (text: string, before: Items = []) => addUnits(before, text),
  );
}

function addUnits(before: Items, text: string): Items {
  const { sku, location, units } = setApartUnits(text);
  const known = before.find((item) => item.sku === sku);
  const pool = [...(known?.pool ?? []), { location, units }];
  return [...before.filter((item) => item !== known), { sku, pool }];
}

export interface SetApartUnits {
  readonly sku: string;
  readonly location: string;
  readonly units: number;
}

export function setApartUnits(text: string): SetApartUnits {
  const [, sku = '', location = '', units = ''] = /^(.+)@(.+):(-?\d+)$/.exec(text) ?? [];
  if (sku === '') throw new InvalidArgumentError('It must be like SHOE@BERLIN:100.');
  return { sku, location, units: Number(units) };
}
