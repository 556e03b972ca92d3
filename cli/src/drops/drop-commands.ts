// doorstep drops, in the order of its help.

import * as contract from '@doorstep/contract/drops.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, moment, sayTable, status } from '../print.ts';
import { poolCommands } from './pool-commands.ts';
import { roomCommands } from './room-commands.ts';
import { sayDrop } from './say-drop.ts';
import { type SetApartOptions, setApartOption } from './set-apart-option.ts';

export function dropCommands(drops: Command): void {
  listVerb(drops, 'list drops, newest first').action(async (options: ListOptions) =>
    answerList(contract.listDrops, {}, options, 'No drops.', (items) =>
      sayTable(
        ['name', 'status', 'starts', 'ends', 'set apart', 'sold', 'id'],
        items.map((one) => [
          one.name,
          status(one.status),
          moment(one.startsAt),
          moment(one.endsAt),
          one.items.reduce((sum, item) => sum + item.setApart + item.released, 0),
          one.items.reduce((sum, item) => sum + item.sold, 0),
          colors.dim(one.id),
        ]),
      ),
    ),
  );
  verb(drops, 'show <drop>', 'one drop, and where its units are').action(
    async (drop: string, { json }: JsonOption) =>
      answer(contract.getDrop, { params: { drop } }, { json }, sayDrop),
  );
  const create = setApartOption(verb(drops, 'create <name>', 'plan a drop, set units apart'));
  fieldOptions(create, contract.createDrop, ['name', 'items']).action(
    async (name: string, options: JsonOption & SetApartOptions) => {
      const own = { name, ...given({ items: options.setApart }) };
      const body = await fieldsOf(contract.createDrop, options, own);
      await answer(contract.createDrop, { body }, options, sayDrop);
    },
  );
  const change = verb(drops, 'change <drop>', 'change its times, its limit, its name');
  fieldOptions(change, contract.changeDrop).action(async (drop: string, options: JsonOption) => {
    const body = await fieldsOf(contract.changeDrop, options);
    await answer(contract.changeDrop, { params: { drop }, body }, options, sayDrop);
  });
  poolCommands(drops);
  roomCommands(drops);
}
