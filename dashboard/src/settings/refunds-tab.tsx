// How the shop gives money back: to which payment, and who has to agree.

import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import type { GetRefundPolicyAnswer } from '@doorstep/sdk';
import { Section, Sections } from '../account/section.tsx';
import { useSay } from '../language/say.ts';
import { EditForm } from '../record/edit-form.tsx';
import { useSession } from '../session/session.tsx';
import { AllocationChoice } from './allocation-choice.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { changeOf, draftOf, isWrong, readLimits } from './refund-draft.ts';
import { refundMessages } from './refund-messages.ts';
import { useLimitWords } from './use-limit-words.ts';
import { type PolicyOf, usePolicyDraft } from './use-policy-draft.ts';
import { useSettings } from './use-reasons.ts';

export function RefundsTab() {
  const { api } = useSession();
  return (
    <PolicyTab name="refunds" read={(options) => api.getRefundPolicy({}, options)}>
      {(policy) => <RefundForm {...policy} />}
    </PolicyTab>
  );
}

function RefundForm({ policy, onSaved }: PolicyOf<GetRefundPolicyAnswer>) {
  const say = useSay(refundMessages);
  const { api, can } = useSession();
  const words = useLimitWords();
  const currency = useSettings().data?.appearance.currency ?? 'EUR';
  const edit = usePolicyDraft({
    policy,
    draftOf,
    onSaved,
    save: (draft, version) => api.setRefundPolicy({ ...changeOf(draft), version }),
    read: () => api.getRefundPolicy(),
  });
  const { allocation, limits } = edit.draft;
  const isDisabled = !can('payments:approve');
  return (
    <EditForm
      edit={edit}
      mayEdit={!isDisabled}
      isWrong={isWrong(readLimits(limits))}
      labelOf={say}
      wordsOf={(field, text) =>
        field === 'allocation'
          ? say(text as RefundAllocation)
          : readLimits(text)
              .map((limit) => `${words.role(limit.role)}: ${words.limit(limit)}`)
              .join(' · ')
      }
    >
      <Sections>
        <Section title={say('allocation')} hint={say('allocationHint')}>
          <AllocationChoice
            value={allocation}
            currency={currency}
            isDisabled={isDisabled}
            onChange={(chosen) => edit.set({ allocation: chosen })}
          />
        </Section>
        <Section title={say('limits')} hint={say('limitsHint')}>
          <LimitFields
            value={limits}
            isDisabled={isDisabled}
            onChange={(typed) => edit.set({ limits: typed })}
          />
        </Section>
      </Sections>
    </EditForm>
  );
}
