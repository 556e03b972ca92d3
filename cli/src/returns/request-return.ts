// doorstep returns request: asks for units to come back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import { requestReturn } from '@doorstep/contract/returns.ts';
import { RETURN_REASONS } from '@doorstep/core/settings/reason.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { sayReturn } from './say-return.ts';

type Body = BodyOf<typeof requestReturn>;

interface Options extends JsonOption, LineOptions {
  readonly reason: Body['lines'][number]['reason'];
  readonly location?: string;
  readonly tracking?: string;
  readonly note?: string;
}

export function requestReturnCommand(returns: Command): void {
  const request = verb(returns, 'request <order>', 'ask for units to come back; all that shipped')
    .addOption(
      new Option(
        '--reason <reason>',
        `why: ${RETURN_REASONS.join(', ')}, or your own`,
      ).makeOptionMandatory(),
    )
    .option('--location <code>', 'where it is expected')
    .option('--tracking <number>', 'of the parcel it comes in')
    .option('--note <text>', 'in words');
  lineOptions(request, 'only this line, or so many units of it').action(
    async (order: string, { json, reason, location, tracking, note, ...asked }: Options) => {
      const { lines } = await callApi(await readConnection(), getOrder, { params: { order } });
      const shipped = lines.filter((line) => line.shipped > line.returned);
      const all = unitsOf(lines, (line) => line.shipped - line.returned);
      const units =
        linesAsked(asked, all) ??
        shipped.map((line) => ({ line: line.number, quantity: line.shipped - line.returned }));
      const body = {
        lines: units.map((one) => ({ ...one, reason })),
        ...given({ location, trackingNumber: tracking, note }),
      };
      await answer(requestReturn, { params: { order }, body }, { json }, sayReturn);
    },
  );
}
