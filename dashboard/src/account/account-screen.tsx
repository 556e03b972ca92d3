// Who one is, and how one likes it.

import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Page } from '../shell/page.tsx';
import classes from './account.module.css';
import { accountMessages } from './messages.ts';
import { Preferences } from './preferences.tsx';

export function AccountScreen() {
  const say = useSay(accountMessages);
  const { me } = useSession();
  return (
    <Page title={say('title')}>
      <div className={classes['sections']}>
        <section className={classes['section']}>
          <h2>{say('who')}</h2>
          <dl className={classes['facts']}>
            <dt>{say('name')}</dt>
            <dd translate="no">{me.actor.name}</dd>
            <dt>{say('shop')}</dt>
            <dd translate="no">{me.tenant.name}</dd>
          </dl>
        </section>
        <Preferences />
      </div>
    </Page>
  );
}
