// doorstep exceptions report: something a person must look at.

import { reportException } from '@doorstep/contract/exceptions.ts';
import { SEVERITIES, type Severity } from '@doorstep/core/exceptions/exception-types.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, laterTime, verb } from '../options.ts';
import { sayException } from './say-exception.ts';

interface Options extends JsonOption {
  readonly severity?: Severity;
  readonly deadline?: string;
  readonly reference?: string;
  readonly order?: string;
  readonly sku?: string;
  readonly location?: string;
}

export function reportExceptionCommand(exceptions: Command): void {
  verb(exceptions, 'report <title>', 'report something a person must look at')
    .addOption(new Option('--severity <severity>', 'how bad it is').choices(SEVERITIES))
    .option('--deadline <time>', 'until when it should be dealt with, e.g. 4h', laterTime)
    .option('--reference <text>', 'your name of it: told again while it is open, it is the same')
    .option('--order <order>', 'the order it is about')
    .option('--sku <code>', 'the SKU it is about')
    .option('--location <code>', 'the location it is about')
    .action(async (title: string, options: Options) => {
      const { json, order, sku, location, ...rest } = options;
      const body = { title, ...rest, about: given({ order, sku, location }) };
      await answer(reportException, { body }, { json }, sayException);
    });
}
