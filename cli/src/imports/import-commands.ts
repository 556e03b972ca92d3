// doorstep imports: what was imported, and what its files had to say.

import {
  applyImport,
  cancelImport,
  getImport,
  listImportProfiles,
  listImportRows,
  listImports,
} from '@doorstep/contract/imports.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, moment, say, sayJson, sayTable, status } from '../print.ts';
import { followImport } from './follow-import.ts';
import { writeReport } from './import-file.ts';
import { sayImport, saySaidRows } from './say-import.ts';

export function importsCommands(imports: Command): void {
  listVerb(imports, 'list imports, newest first').action(async (options: ListOptions) =>
    answerList(listImports, {}, options, 'No imports.', (items) =>
      sayTable(
        ['when', 'kind', 'profile', 'state', 'rows', 'file', 'id'],
        items.map((one) => [
          moment(one.createdAt),
          one.kind,
          one.profile,
          status(one.state),
          one.rows.read,
          one.fileName,
          colors.dim(one.id),
        ]),
      ),
    ),
  );
  verb(imports, 'show <import>', 'what it did, or would do').action(
    (id: string, options: JsonOption) =>
      answer(getImport, { params: { import: id } }, options, sayImport),
  );
  const rows = verb(imports, 'rows <import>', 'rows with something to say');
  rows
    .option('--all', 'also those that mapped without a word')
    .option('--limit <number>', 'how many', Number, 50)
    .action(async (id: string, { all, ...options }: ListOptions & { all?: boolean }) =>
      answerList(
        listImportRows,
        { params: { import: id }, query: all === true ? { all } : {} },
        options,
        'Nothing to say: every row mapped.',
        saySaidRows,
      ),
    );
  verb(imports, 'report <import> <file>', 'write the whole report as CSV').action(
    async (id: string, file: string, { json }: JsonOption) => {
      await writeReport(await readConnection(), id, file);
      if (json) sayJson({ file });
      else say(`The report is in ${file}`);
    },
  );
  verb(imports, 'apply <import>', 'write what a dry run found').action(
    async (id: string, { json }: JsonOption) => {
      const connection = await readConnection();
      await callApi(connection, applyImport, { params: { import: id } });
      const ended = await followImport(connection, id);
      if (ended.state === 'failed') process.exitCode = 1;
      if (json) sayJson(ended);
      else sayImport(ended);
    },
  );
  verb(imports, 'cancel <import>', 'stop it; what it wrote stays').action(
    (id: string, options: JsonOption) =>
      answer(cancelImport, { params: { import: id } }, options, sayImport),
  );
  verb(imports, 'profiles', 'the built-in profiles').action((options: JsonOption) =>
    answer(listImportProfiles, {}, options, ({ items }) =>
      sayTable(
        ['name', 'for', 'what'],
        items.map(({ name, kind, title }) => [name, kind, title]),
      ),
    ),
  );
}
