// The server at work on an import, as it tells.

import type { Import } from '@doorstep/sdk';
import { Progress } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { sumOf } from './counts.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

export function ImportProgress({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { documents, rows, undo, state } = one;
  const written = sumOf(documents.create) + sumOf(documents.change);
  const done = state === 'undoing' ? (undo?.undone ?? 0) + (undo?.kept ?? 0) : documents.handled;
  const all = state === 'undoing' ? written : documents.total;
  return (
    <section className={classes['step']} aria-label={say(state)} data-testid="progress">
      <h2>{say(state)}</h2>
      <Progress
        value={state === 'reading' || all === 0 ? 100 : (done / all) * 100}
        animated={state === 'reading'}
        aria-label={say(state)}
        size="lg"
      />
      <p className={classes['soft']} role="status">
        {state === 'reading'
          ? say('rowsRead', { count: formats.number(rows.read) })
          : say('handled', { done: formats.number(done), all: formats.number(all) })}
      </p>
    </section>
  );
}
