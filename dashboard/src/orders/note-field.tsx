// Where a note is written. After an @ it offers colleagues; the note keeps who is named by id.

import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import { orderSideMessages } from './order-side-messages.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
}

const OFFERED_MAX = 5;

export interface NoteFieldProps {
  /** As people read it. */
  readonly initial?: string;
  readonly isBusy: boolean;
  /** @param body with `<@usr_…>` for who is named */
  readonly onSave: (body: string, forget: () => void) => void;
  readonly onLeave?: () => void;
}

export function NoteField({ initial = '', isBusy, onSave, onLeave }: NoteFieldProps) {
  const say = useSay(orderSideMessages);
  const [text, setText] = useState(initial);
  const colleagues = useColleagues();
  const offered = offeredFor(text, colleagues);
  const complete = ({ name }: Colleague): void =>
    setText((before) => before.replace(/@[\p{L}\p{N}.]*$/u, `@${name} `));
  const save = (): void => {
    if (text.trim() !== '') onSave(withIds(text.trim(), colleagues), () => setText(''));
  };
  const press = (event: KeyboardEvent): void => {
    const [first] = offered;
    if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      complete(first);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape') onLeave?.();
  };
  return (
    <div>
      <Textarea
        aria-label={say('notePlaceholder')}
        placeholder={say('notePlaceholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        rows={3}
        resize="vertical"
        id={onLeave === undefined ? 'note' : undefined}
      />
      <div className={classes['mentions']}>
        {offered.map((colleague) => (
          <Button
            key={colleague.id}
            size="compact-xs"
            variant="light"
            aria-label={say('mention', { name: colleague.name })}
            onClick={() => complete(colleague)}
          >
            <span translate="no">@{colleague.name}</span>
          </Button>
        ))}
        {text !== initial && offered.length === 0 && (
          <Button size="compact-xs" loading={isBusy} onClick={save}>
            {say('saveNote')}
          </Button>
        )}
        {onLeave !== undefined && (
          <Button size="compact-xs" variant="default" onClick={onLeave}>
            {say('dismiss')}
          </Button>
        )}
      </div>
    </div>
  );
}

function useColleagues(): readonly Colleague[] {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => api.listColleagues({}, { signal }),
    staleTime: 60_000,
  });
  return data?.items ?? [];
}

function offeredFor(text: string, colleagues: readonly Colleague[]): readonly Colleague[] {
  const [, begun] = /@([\p{L}\p{N}.]*)$/u.exec(text) ?? [];
  if (begun === undefined) return [];
  const wanted = begun.toLowerCase();
  return colleagues
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(' ')
        .some((word) => word.startsWith(wanted)),
    )
    .slice(0, OFFERED_MAX);
}

/** Longer names first: `@Ann Marie` is not `@Ann`. */
function withIds(text: string, colleagues: readonly Colleague[]): string {
  return [...colleagues]
    .sort((one, other) => other.name.length - one.name.length)
    .reduce((body, { id, name }) => body.replaceAll(`@${name}`, `<@${id}>`), text);
}
