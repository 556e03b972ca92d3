// Which orders are held before they leave: the rules, their points, and from how many on.

import type { GetRiskPolicyAnswer } from '@doorstep/sdk';
import { Switch } from '@mantine/core';
import { Section, Sections } from '../account/section.tsx';
import { useSay } from '../language/say.ts';
import { EditForm } from '../record/edit-form.tsx';
import { useSession } from '../session/session.tsx';
import { NumberField } from './number-field.tsx';
import classes from './policies.module.css';
import { PolicyTab } from './policy-tab.tsx';
import { changeOf, draftOf, isWrong, type RiskDraft, readRules } from './risk-draft.ts';
import { riskMessages } from './risk-messages.ts';
import { RuleFields } from './rule-fields.tsx';
import { type PolicyOf, usePolicyDraft } from './use-policy-draft.ts';

export function RiskTab() {
  const { api } = useSession();
  return (
    <PolicyTab name="risk" read={(options) => api.getRiskPolicy({}, options)}>
      {(policy) => <RiskForm {...policy} />}
    </PolicyTab>
  );
}

function RiskForm({ policy, onSaved }: PolicyOf<GetRiskPolicyAnswer>) {
  const say = useSay(riskMessages);
  const { api, can } = useSession();
  const edit = usePolicyDraft({
    policy,
    draftOf,
    onSaved,
    save: (draft, version) => api.setRiskPolicy({ ...changeOf(draft), version }),
    read: () => api.getRiskPolicy(),
  });
  const { active, reviewFrom, rules } = edit.draft;
  const isDisabled = !can('risk:write');
  const wordsOf = (field: keyof RiskDraft, text: string) => {
    if (field === 'active') return say(text as 'yes');
    if (field === 'reviewFrom') return <span translate="no">{text}</span>;
    return readRules(text)
      .map(({ kind, score }) => say('pointsOf', { rule: say(kind), score: Number(score) }))
      .join(' · ');
  };
  return (
    <EditForm
      edit={edit}
      mayEdit={!isDisabled}
      isWrong={isWrong(edit.draft)}
      labelOf={say}
      wordsOf={wordsOf}
    >
      <Sections>
        <Section title={say('active')} hint={say('activeHint')}>
          <Switch
            label={say('isOn')}
            checked={active === 'yes'}
            disabled={isDisabled}
            onChange={({ currentTarget: { checked } }) =>
              edit.set({ active: checked ? 'yes' : 'no' })
            }
          />
          <div className={classes['short']}>
            <NumberField
              name="reviewFrom"
              label={say('reviewFrom')}
              value={reviewFrom}
              isDisabled={isDisabled}
              onChange={(typed) => edit.set({ reviewFrom: typed })}
            />
          </div>
          <Outcome draft={edit.draft} />
        </Section>
        <Section title={say('rules')} hint={say('rulesHint')}>
          <RuleFields
            value={rules}
            reviewFrom={Number(reviewFrom)}
            isDisabled={isDisabled}
            onChange={(typed) => edit.set({ rules: typed })}
          />
        </Section>
      </Sections>
    </EditForm>
  );
}

/** What becomes of an order, as the form stands. */
function Outcome({ draft }: { readonly draft: RiskDraft }) {
  const say = useSay(riskMessages);
  const points = Number(draft.reviewFrom);
  const sum = readRules(draft.rules).reduce((all, { score }) => all + Number(score), 0);
  return (
    <p className={classes['outcome']} data-testid="outcome">
      {draft.active === 'no'
        ? say('isOff')
        : sum < points
          ? say('neverEnough', { sum })
          : say('outcome', { points })}
    </p>
  );
}
