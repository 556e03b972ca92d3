// A screen for those who may; others are told what it needs.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from './empty-state.tsx';
import { shellMessages } from './messages.ts';

export interface RequireScopeProps {
  readonly scope: Scope | null;
  readonly children: ReactNode;
}

export function RequireScope({ scope, children }: RequireScopeProps) {
  const { can } = useSession();
  return scope === null || can(scope) ? children : <Forbidden scope={scope} />;
}

function Forbidden({ scope }: { readonly scope: Scope }) {
  const say = useSay(shellMessages);
  return (
    <EmptyState title={say('forbidden')} actions={<HomeButton />}>
      {say('forbiddenHint', { scope })}
    </EmptyState>
  );
}

export function NotFound() {
  const say = useSay(shellMessages);
  return (
    <EmptyState title={say('notFound')} actions={<HomeButton />}>
      {say('notFoundHint')}
    </EmptyState>
  );
}

function HomeButton() {
  const say = useSay(shellMessages);
  return (
    <Button component={Link} to="/" variant="default">
      {say('backHome')}
    </Button>
  );
}
