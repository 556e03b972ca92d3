import { Text } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { Page } from '../shell/page.tsx';
import { homeMessages } from './messages.ts';

export function HomeScreen() {
  const say = useSay(homeMessages);
  return (
    <Page title={say('title')}>
      <Text>{say('coming')}</Text>
    </Page>
  );
}
