// The rules of risk: what each looks for, and the points it adds.

import { TRACE_KINDS } from '@doorstep/core/risk/risk-rule.ts';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { minorUnitsOf } from '../orders/amounts.ts';
import { NumberField } from './number-field.tsx';
import classes from './policies.module.css';
import {
  isCurrency,
  newRule,
  RULE_KINDS,
  readRules,
  type TypedRule,
  writeRules,
} from './risk-draft.ts';
import { riskMessages } from './risk-messages.ts';
import { useSettings } from './use-reasons.ts';

export interface RuleFieldsProps {
  /** The rows, as one text. */
  readonly value: string;
  readonly reviewFrom: number;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

const RULES_MAX = 50;

export function RuleFields({ value, reviewFrom, isDisabled, onChange }: RuleFieldsProps) {
  const say = useSay(riskMessages);
  const currency = useSettings().data?.appearance.currency ?? 'EUR';
  const rules = readRules(value);
  const set = (next: readonly TypedRule[]): void => onChange(writeRules(next));
  return (
    <>
      {rules.length === 0 && <p className={classes['soft']}>{say('noRules')}</p>}
      {rules.map((rule, place) => (
        <RuleRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place while it is typed
          key={place}
          number={place + 1}
          rule={rule}
          reviewFrom={reviewFrom}
          isDisabled={isDisabled}
          onChange={(part) => set(rules.with(place, { ...rule, ...part }))}
          onRemove={() => set(rules.toSpliced(place, 1))}
        />
      ))}
      {!isDisabled && rules.length < RULES_MAX && (
        <NewRule onAdd={(kind) => set([...rules, newRule(kind, currency)])} />
      )}
    </>
  );
}

interface RowProps {
  readonly number: number;
  readonly rule: TypedRule;
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<TypedRule>) => void;
}

interface RuleRowProps extends RowProps {
  readonly reviewFrom: number;
  readonly onRemove: () => void;
}

function RuleRow({ reviewFrom, onRemove, ...row }: RuleRowProps) {
  const say = useSay(riskMessages);
  const { number, rule, isDisabled, onChange } = row;
  return (
    <div className={classes['riskRule']} data-testid="risk-rule" data-kind={rule.kind}>
      <div className={classes['ruleHead']}>
        <div>
          <strong>{say(rule.kind)}</strong>
          <div className={classes['soft']}>{say(`${rule.kind}-hint`)}</div>
        </div>
        {!isDisabled && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say('removeRule', { number })}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={classes['ruleParts']}>
        <OwnFields {...row} />
        <NumberField
          name="score"
          label={say('score')}
          spoken={say('ofRule', { what: say('score'), number })}
          value={rule.score}
          isDisabled={isDisabled}
          onChange={(score) => onChange({ score })}
        />
      </div>
      <div className={classes['soft']} data-testid="weight">
        {say(Number(rule.score) >= reviewFrom ? 'enough' : 'adds')}
      </div>
    </div>
  );
}

/** What only rules of this kind have. */
function OwnFields({ number, rule, isDisabled, onChange }: RowProps) {
  const say = useSay(riskMessages);
  const field = (name: keyof TypedRule & keyof typeof riskMessages) => ({
    label: say(name),
    'aria-label': say('ofRule', { what: say(name), number }),
    value: rule[name],
    disabled: isDisabled,
  });
  switch (rule.kind) {
    case 'velocity':
      return (
        <>
          <NativeSelect
            {...field('by')}
            data={TRACE_KINDS.map((value) => ({ value, label: say(value) }))}
            onChange={(event) => onChange({ by: event.currentTarget.value as TypedRule['by'] })}
          />
          {(['ordersMax', 'withinMinutes'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={say(name)}
              spoken={say('ofRule', { what: say(name), number })}
              value={rule[name]}
              isDisabled={isDisabled}
              onChange={(value) => onChange({ [name]: value })}
            />
          ))}
        </>
      );
    case 'address-mismatch':
      return null;
    case 'first-order-over':
      return (
        <>
          <TextInput
            {...field('amount')}
            inputMode="decimal"
            error={minorUnitsOf(rule.amount, rule.currency) === undefined && say('noAmount')}
            onChange={(event) => onChange({ amount: event.currentTarget.value })}
          />
          <TextInput
            {...field('currency')}
            maxLength={3}
            translate="no"
            error={!isCurrency(rule.currency) && say('noCurrency')}
            onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
          />
        </>
      );
    case 'provider-level':
      return (
        <NativeSelect
          {...field('level')}
          data={(['elevated', 'highest'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(event) => onChange({ level: event.currentTarget.value as TypedRule['level'] })}
        />
      );
  }
}

function NewRule({ onAdd }: { readonly onAdd: (kind: TypedRule['kind']) => void }) {
  const say = useSay(riskMessages);
  const [kind, setKind] = useState<TypedRule['kind']>('velocity');
  return (
    <div className={classes['adding']}>
      <NativeSelect
        aria-label={say('newRule')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as TypedRule['kind'])}
        data={RULE_KINDS.map((value) => ({ value, label: say(value) }))}
      />
      <Button variant="default" onClick={() => onAdd(kind)}>
        {say('add')}
      </Button>
    </div>
  );
}
