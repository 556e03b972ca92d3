import { useSay } from '../language/say.ts';
import { Page } from '../shell/page.tsx';
import { accountMessages } from './messages.ts';

export function AccountScreen() {
  const say = useSay(accountMessages);
  return <Page title={say('title')}>{null}</Page>;
}
