// doorstep locations: where stock is.

import * as contract from '@doorstep/contract/locations.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { collect, given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, moment, say, sayTable, status } from '../print.ts';

interface Options extends JsonOption {
  readonly serves?: readonly ServedChannel[];
}

type ServedChannel = NonNullable<BodyOf<typeof contract.createLocation>['channels']>[number];

export function locationCommands(locations: Command): void {
  listVerb(locations, 'list stock locations').action(async (options: ListOptions) =>
    answerList(contract.listLocations, {}, options, 'No locations.', (items) =>
      sayTable(
        ['code', 'name', 'kind', 'country', 'state', 'cut-off', 'serves'],
        items.map((one) => [
          one.code,
          one.name,
          one.kind,
          one.address.country,
          status(one.active ? 'on' : 'off'),
          one.cutOff,
          one.channels.map(({ channel }) => channel).join(', ') || null,
        ]),
      ),
    ),
  );
  verb(locations, 'show <location>', 'one stock location').action(
    async (location: string, { json }: JsonOption) =>
      answer(contract.getLocation, { params: { location } }, { json }, sayLocation),
  );
  const create = serving(verb(locations, 'create <code>', 'create a stock location'));
  fieldOptions(create, contract.createLocation, ['code']).action(
    async (code: string, options: Options) => {
      const own = { code, ...given({ channels: options.serves }) };
      const body = await fieldsOf(contract.createLocation, options, own);
      await answer(contract.createLocation, { body }, options, sayLocation);
    },
  );
  const change = serving(verb(locations, 'change <location>', 'change a stock location'));
  fieldOptions(change, contract.changeLocation).action(
    async (location: string, options: Options) => {
      const own = given({ channels: options.serves });
      const body = await fieldsOf(contract.changeLocation, options, own);
      await answer(contract.changeLocation, { params: { location }, body }, options, sayLocation);
    },
  );
}

function serving(command: Command): Command {
  return command.option(
    '--serves <channel:buffer>',
    'a channel it serves, and units kept back from it; may be repeated',
    collect((typed) => {
      const [, channel = typed, units] = /^(.+):(\d+)$/.exec(typed) ?? [];
      return {
        channel,
        ...given({ bufferUnits: units === undefined ? undefined : Number(units) }),
      };
    }),
  );
}

function sayLocation(location: contract.LocationAnswer): void {
  const { address, cutOff, nextCutOffAt, channels, calendar } = location;
  const state = status(location.active ? 'on' : 'off');
  say(`${colors.bold(location.code)}  ${location.name}  ${location.kind}  ${state}`);
  const place = [address.street, address.postalCode, address.city, address.country];
  say(place.filter((part) => part !== null).join(', '));
  const next = nextCutOffAt === null ? '' : `, next ${moment(nextCutOffAt)} UTC`;
  say(`Open ${calendar.open.join(' ')} (${location.timeZone}), cut-off ${cutOff ?? 'none'}${next}`);
  const served = channels.map(({ channel, bufferUnits }) =>
    bufferUnits === 0 ? channel : `${channel} (${bufferUnits} kept back)`,
  );
  say(`Serves ${served.join(', ') || 'no channel'}; safety stock ${location.safetyStock}`);
  say(colors.dim(location.id));
}
