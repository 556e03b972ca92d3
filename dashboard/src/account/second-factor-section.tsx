// The second factor: set it up, make new recovery codes, switch it off.

import type { Profile } from '@doorstep/sdk';
import { Alert, Badge, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { AskPassword } from './ask-password.tsx';
import { EnrollSecondFactor } from './enroll-second-factor.tsx';
import { accountMessages } from './messages.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section } from './section.tsx';

type Step = 'enroll' | 'codes' | 'remove';

const FEW_CODES = 3;

export function SecondFactorSection({ profile }: { readonly profile: Profile }) {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const isOn = profile.secondFactor;
  const show = (fresh: readonly string[]): void => {
    setStep(null);
    setCodes(fresh);
    void client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Section title={say('secondFactor')} hint={say('secondFactorHint')}>
      <Group gap="sm">
        <Badge color={isOn ? 'teal' : 'gray'} variant="dot" size="lg">
          {say(isOn ? 'on' : 'off')}
        </Badge>
        {isOn && <span>{say('codesLeft', { count: profile.recoveryCodesLeft })}</span>}
      </Group>
      {isOn && profile.recoveryCodesLeft < FEW_CODES && (
        <Alert color="orange" variant="light">
          {say('fewCodes')}
        </Alert>
      )}
      <Group>
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setStep('codes')}>
              {say('newCodes')}
            </Button>
            <Button variant="default" color="red" onClick={() => setStep('remove')}>
              {say('switchOff')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setStep('enroll')}>
            {say('setUp')}
          </Button>
        )}
      </Group>
      {step === 'enroll' && <EnrollSecondFactor onClose={() => setStep(null)} onEnrolled={show} />}
      {step === 'codes' && (
        <AskPassword
          title={say('newCodes')}
          does={say('newCodes')}
          onClose={() => setStep(null)}
          send={async (password) =>
            show((await api.replaceRecoveryCodes({ password })).recoveryCodes)
          }
        />
      )}
      {step === 'remove' && (
        <AskPassword
          title={say('switchOffTitle')}
          does={say('switchOff')}
          onClose={() => setStep(null)}
          send={async (password) => {
            await api.removeSecondFactor({ password });
            setStep(null);
            toast.done(say('switchedOff'));
            void client.invalidateQueries({ queryKey: ['me'] });
          }}
        />
      )}
      {codes !== null && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </Section>
  );
}
