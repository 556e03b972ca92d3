// One's own account: who one is, how it looks, and what keeps others out.

import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Page } from '../shell/page.tsx';
import { accountMessages } from './messages.ts';
import { PasswordSection } from './password-section.tsx';
import { PreferencesSection } from './preferences-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { Sections } from './section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export function AccountScreen() {
  const say = useSay(accountMessages);
  const { profile } = useSession().me;
  return (
    <Page title={say('title')}>
      <Sections>
        {profile !== null && <ProfileSection profile={profile} />}
        <PreferencesSection />
        <PasswordSection />
        {profile !== null && <SecondFactorSection profile={profile} />}
        <SessionsSection />
      </Sections>
    </Page>
  );
}
