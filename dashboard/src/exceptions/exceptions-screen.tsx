import { useSay } from '../language/say.ts';
import { Page } from '../shell/page.tsx';
import { exceptionMessages } from './messages.ts';

export function ExceptionsScreen() {
  const say = useSay(exceptionMessages);
  return <Page title={say('title')}>{null}</Page>;
}
