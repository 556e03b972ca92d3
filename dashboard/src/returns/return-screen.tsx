// One return: what was asked, what came, what is to be done with it, and what happened so far.

import type { GetReturnAnswer } from '@doorstep/sdk';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { deskMessages } from './desk-messages.ts';
import { returnMessages } from './messages.ts';
import { ReceiveDialog } from './receive-dialog.tsx';
import { RefundReturnDialog } from './refund-return-dialog.tsx';
import { ReturnActions } from './return-actions.tsx';
import { ReturnFacts } from './return-facts.tsx';
import { ReturnItems, ReturnLines } from './return-lines.tsx';
import { ReturnState } from './return-state.tsx';
import { ReturnTimeline } from './return-timeline.tsx';
import classes from './returns.module.css';

export function ReturnScreen() {
  const say = useSay(deskMessages);
  const { api } = useSession();
  const { return: id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['returns', id, 'return'],
    queryFn: ({ signal }) => api.getReturn({ return: id }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(['return.'], ['returns', id]);
  if (data === undefined)
    return (
      <Page title={say('title', { number: '' })} parent={<BackLink />}>
        {error === null ? (
          <Skeleton height={320} />
        ) : (
          <Problem error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  return <OpenReturn key={data.id} back={data} />;
}

function OpenReturn({ back }: { readonly back: GetReturnAnswer }) {
  const say = useSay(deskMessages);
  const [parameters, setParameters] = useSearchParams();
  const dialog = parameters.get('dialog');
  const open = (name: string | null): void =>
    setParameters(name === null ? {} : { dialog: name }, { replace: true });
  const shown = { back, onClose: () => open(null) };
  return (
    <Page
      title={say('title', { number: back.number })}
      parent={<BackLink />}
      beside={<ReturnState of={back} />}
      actions={<ReturnActions back={back} onDialog={open} />}
    >
      <div className={classes['detail']}>
        <div>
          <ReturnLines back={back} />
          <ReturnItems back={back} />
        </div>
        <div>
          <ReturnFacts back={back} />
          <ReturnTimeline back={back} />
        </div>
      </div>
      {dialog === 'receive' && <ReceiveDialog {...shown} />}
      {dialog === 'refund' && <RefundReturnDialog {...shown} />}
      {dialog === 'decline' && <DeclineDialog {...shown} />}
    </Page>
  );
}

function BackLink() {
  const say = useSay(returnMessages);
  const sayDesk = useSay(deskMessages);
  const navigate = useNavigate();
  useKeys([{ keys: 'Escape', does: sayDesk('back'), run: () => void navigate('/returns') }]);
  return (
    <>
      <span className={classes['soft']}>
        <Link to="/returns">{say('title')}</Link>
      </span>
      <span className={classes['soft']} aria-hidden>
        /
      </span>
    </>
  );
}
