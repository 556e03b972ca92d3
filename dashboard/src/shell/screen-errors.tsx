// A screen that breaks does not take the shell with it.

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

function BrokenScreen() {
  const say = useSay(shellMessages);
  return <EmptyState title={say('problem')}>{say('brokenScreen')}</EmptyState>;
}
