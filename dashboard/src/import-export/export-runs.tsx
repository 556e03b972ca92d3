// What was exported here: how far it is, and once more.

import { Button } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { bytesOf } from './bytes-of.ts';
import { fileNameOf } from './export-recipe.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import type { ExportRun, ExportRuns as Runs } from './use-export-runs.ts';

export function ExportRuns({ runs }: { readonly runs: Runs }) {
  const say = useSay(importExportMessages);
  if (runs.all.length === 0) return null;
  return (
    <section aria-label={say('exportsSoFar')} className={classes['listed']}>
      <h2>{say('exportsSoFar')}</h2>
      <table className={classes['table']}>
        <tbody>
          {runs.all.map((run) => (
            <Run key={run.id} run={run} runs={runs} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Run({ run, runs }: { readonly run: ExportRun; readonly runs: Runs }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { recipe, file, isRunning } = run;
  return (
    <tr data-testid="export-run" data-running={isRunning || undefined}>
      <th scope="row" translate="no">
        {fileNameOf(recipe)}
      </th>
      <td className={classes['soft']} translate="no">
        {Object.entries(recipe.filters)
          .map(([filter, value]) => `${filter}: ${value}`)
          .join(' · ')}
      </td>
      <td className={classes['soft']}>{formats.time(run.at)}</td>
      <td data-end role="status" translate="no">
        {bytesOf(run.bytes, formats)}
      </td>
      <td data-end>
        {isRunning ? (
          <Button size="compact-sm" variant="default" onClick={() => runs.stop(run.id)}>
            {say('cancelImport')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => (file === null ? void runs.start(recipe) : runs.save(run))}
          >
            {say(file === null ? 'exportAgain' : 'saveAgain')}
          </Button>
        )}
      </td>
    </tr>
  );
}
