// What a person does with an exception. When it leaves the queue, the next one has the focus.

import type { Exception } from '@doorstep/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { runFix } from './fix.ts';
import { exceptionMessages } from './messages.ts';

export type Fix = Exception['fixes'][number];

export interface ExceptionActs {
  readonly isBusy: boolean;
  take(exception: Exception): void;
  /** @param owner the id of a user; null gives it back */
  assign(exception: Exception, owner: string | null, name: string): void;
  snooze(exception: Exception, until: Date | null): void;
  close(exception: Exception, resolution: 'resolved' | 'dismissed'): void;
  fix(exception: Exception, fix: Fix, answers: readonly string[]): void;
}

/** @param onGone told before the row goes: the focus moves on */
export function useExceptionActs(onGone: (exception: Exception) => void): ExceptionActs {
  const say = useSay(exceptionMessages);
  const formats = useFormats();
  const { api } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['exceptions'] });

  const act = async (
    run: () => Promise<unknown>,
    done: string,
    more: { readonly undo?: () => Promise<unknown>; readonly gone?: Exception } = {},
  ): Promise<void> => {
    setIsBusy(true);
    try {
      await run();
      if (more.gone !== undefined) onGone(more.gone);
      await refresh();
      const { undo } = more;
      toast.done(
        done,
        undo === undefined ? undefined : () => void undo().then(refresh, toast.failed),
      );
    } catch (error) {
      await refresh();
      toast.failed(error);
    } finally {
      setIsBusy(false);
    }
  };
  const assign: ExceptionActs['assign'] = ({ id, version, owner: before }, owner, name) => {
    const done = owner === null ? say('given') : say('assignedTo', { name });
    const undo = () => api.assignException({ exception: id, owner: before?.id ?? null });
    void act(() => api.assignException({ exception: id, owner, version }), done, { undo });
  };
  return {
    isBusy,
    assign,
    take({ id, version, owner: before }) {
      const undo = () => api.assignException({ exception: id, owner: before?.id ?? null });
      const take = () => api.assignException({ exception: id, owner: 'me', version });
      void act(take, say('assigned'), { undo });
    },
    snooze(exception, until) {
      const { id, version } = exception;
      const at = until?.toISOString() ?? null;
      const undo = () => api.snoozeException({ exception: id, until: null });
      void act(
        () => api.snoozeException({ exception: id, until: at, version }),
        until === null ? say('awake') : say('asleep', { time: formats.time(until) }),
        until === null ? {} : { undo, gone: exception },
      );
    },
    close(exception, resolution) {
      const { id, version } = exception;
      const run = () => api.resolveException({ exception: id, resolution, version });
      void act(run, say('resolved'), { gone: exception });
    },
    fix(exception, fix, answers) {
      const run = async () => {
        await runFix(api, fix, answers);
        const { status } = await api.getException({ exception: exception.id });
        if (status === 'closed') onGone(exception);
      };
      void act(run, say('fixed', { label: fix.label }));
    },
  };
}
