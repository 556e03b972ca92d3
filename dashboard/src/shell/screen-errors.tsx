// A screen that breaks does not take the shell with it.

import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { EmptyState } from './empty-state.tsx';
import { shellMessages } from './messages.ts';

interface Props {
  readonly children: ReactNode;
}

/** React has this for classes only. */
export class ScreenErrors extends Component<Props, { readonly hasBroken: boolean }> {
  override state = { hasBroken: false };

  static getDerivedStateFromError() {
    return { hasBroken: true };
  }

  override render(): ReactNode {
    return this.state.hasBroken ? <BrokenScreen /> : this.props.children;
  }
}

/** Also of a screen that did not come: after an update of the server, what is there has other names. */
export function BrokenScreen() {
  const say = useSay(shellMessages);
  const loadAnew = (
    <Button variant="default" onClick={() => window.location.reload()}>
      {say('loadAnew')}
    </Button>
  );
  return (
    <EmptyState title={say('problem')} actions={loadAnew}>
      {say('brokenScreen')}
    </EmptyState>
  );
}
