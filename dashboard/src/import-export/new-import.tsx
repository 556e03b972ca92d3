// Where a file is chosen or dropped, and templates for who has none yet.

import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import { saveFile } from './save-file.ts';
import { TEMPLATES } from './templates.ts';
import { useBeginImport } from './use-import-acts.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.gz';

export function NewImport() {
  const say = useSay(importExportMessages);
  const { can } = useSession();
  const begin = useBeginImport();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  if (!can('history:write')) return null;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) begin.mutate(file);
  };
  return (
    <section
      aria-label={say('newImport')}
      className={classes['drop']}
      data-over={isOver || undefined}
      data-testid="drop"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} stroke={1.4} aria-hidden />
      <div className={classes['dropWords']}>
        <strong>{say('dropHere')}</strong>
        <span className={classes['soft']}>{say('dropHint')}</span>
      </div>
      <Button loading={begin.isPending} onClick={() => input.current?.click()}>
        {say('chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        aria-label={say('chooseFile')}
        className={classes['hidden']}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) begin.mutate(file);
          currentTarget.value = '';
        }}
      />
      <Templates />
    </section>
  );
}

function Templates() {
  const say = useSay(importExportMessages);
  return (
    <div className={classes['templates']}>
      <span className={classes['soft']}>{say('templates')}</span>
      {TEMPLATES.map(({ kind, text }) => (
        <Button
          key={kind}
          variant="subtle"
          size="compact-sm"
          onClick={() => saveFile(new Blob([text], { type: 'text/csv' }), `${kind}.csv`)}
        >
          {say(kind)}
        </Button>
      ))}
    </div>
  );
}
