// A tab of one policy: read once, and shown anew when it was saved. What is typed over it stays, even
// when somebody else sets it meanwhile.

import type { RequestOptions } from '@doorstep/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSay } from '../language/say.ts';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';
import policyClasses from './policies.module.css';
import classes from './settings.module.css';
import type { PolicyOf } from './use-policy-draft.ts';

export interface PolicyTabProps<P> {
  readonly name: string;
  readonly read: (options: RequestOptions) => Promise<P>;
  readonly children: (policy: PolicyOf<P>) => ReactNode;
}

export function PolicyTab<P>({ name, read, children }: PolicyTabProps<P>) {
  const say = useSay(settingsMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [saves, setSaves] = useState(0);
  const queryKey = ['settings', name];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read({ signal }),
  });
  const onSaved = (policy: P): void => {
    client.setQueryData(queryKey, policy);
    setSaves(saves + 1);
    toast.done(say('saved'));
  };
  return (
    <div className={classes['scroll']}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <div key={saves} className={policyClasses['policy']}>
          {children({ policy: data, onSaved })}
        </div>
      )}
    </div>
  );
}
