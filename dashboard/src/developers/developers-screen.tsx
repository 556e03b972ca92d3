import { useSay } from '../language/say.ts';
import { Page } from '../shell/page.tsx';
import { developerMessages } from './messages.ts';

export function DevelopersScreen() {
  const say = useSay(developerMessages);
  return <Page title={say('title')}>{null}</Page>;
}
