// Somebody was quicker: what they changed, beside what the form has.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import type { Draft } from './draft.ts';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';
import type { DraftEdit } from './use-draft.ts';

export interface ConflictNoteProps<D extends Draft> {
  readonly edit: DraftEdit<D>;
  readonly labelOf: (field: keyof D & string) => string;
  /** What is typed, as people read it; as it is unless told. */
  readonly wordsOf?: (field: keyof D & string, text: string) => ReactNode;
}

export function ConflictNote<D extends Draft>({ edit, labelOf, wordsOf }: ConflictNoteProps<D>) {
  const say = useSay(recordMessages);
  const { conflict, draft } = edit;
  if (conflict === null) return null;
  const shown = (field: keyof D & string, text: string) =>
    text === '' ? (
      <span className={classes['soft']}>{say('empty')}</span>
    ) : (
      (wordsOf?.(field, text) ?? <span translate="no">{text}</span>)
    );
  return (
    <div className={classes['notice']} role="alert" data-testid="conflict">
      <strong>{say('conflict')}</strong>
      <p className={classes['soft']}>{say('conflictHint')}</p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{say('field')}</th>
            <th>{say('theirs')}</th>
            <th>{say('yours')}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.map(({ field, to }) => (
            <tr key={field}>
              <td>{labelOf(field)}</td>
              <td>{shown(field, to)}</td>
              <td>{draft[field] === to ? '' : shown(field, draft[field] ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['buttons']}>
        <Button variant="default" size="compact-md" onClick={edit.takeTheirs}>
          {say('takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
