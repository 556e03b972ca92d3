// What colleagues say to each other about an exception: who was called, what was tried.

import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { commentMessages } from './comment-messages.ts';
import classes from './exceptions.module.css';

export function Comments({ exception }: { readonly exception: string }) {
  const say = useSay(commentMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['exceptions', 'comments', exception],
    queryFn: ({ signal }) => api.listExceptionComments({ exception }, { signal }),
  });
  return (
    <section aria-label={say('comments')} className={classes['comments']}>
      <strong>{say('comments')}</strong>
      {data?.items.map(({ id, body, author, createdAt }) => (
        <div key={id} data-testid="comment">
          <div className={classes['soft']}>
            <span translate="no">{data.names[author] ?? author}</span>,{' '}
            <time dateTime={createdAt}>{formats.time(createdAt)}</time>
          </div>
          <div translate="no" className={classes['said']}>
            {body}
          </div>
        </div>
      ))}
      {can('exceptions:write') && <Write key={exception} exception={exception} />}
    </section>
  );
}

function Write({ exception }: { readonly exception: string }) {
  const say = useSay(commentMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => api.commentException({ exception, body: text.trim() }),
    onSuccess: () => {
      setText('');
      void client.invalidateQueries({ queryKey: ['exceptions'] });
    },
    onError: toast.failed,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate();
  };
  return (
    <form onSubmit={submit} className={classes['write']}>
      <Textarea
        aria-label={say('write')}
        placeholder={say('write')}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" loading={send.isPending}>
        {say('send')}
      </Button>
    </form>
  );
}
