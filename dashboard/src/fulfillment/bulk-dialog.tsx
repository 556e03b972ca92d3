// One act on several cards: what will happen, then what came of each.

import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { floorMessages } from './act-messages.ts';
import { type Card, keyOf } from './cards.ts';
import classes from './floor.module.css';
import { type BulkInput, type Outcome, runBulk } from './run-bulk.ts';
import type { FloorAct } from './use-board-acts.ts';
import { useCarriers } from './use-carriers.ts';

export interface BulkDialogProps {
  readonly act: FloorAct;
  readonly cards: readonly Card[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const TITLES = { pick: 'bulkPick', pack: 'bulkPack', ship: 'bulkShip' } as const;
const HINTS = { pick: 'bulkPickHint', pack: 'bulkPackHint', ship: 'bulkShipHint' } as const;

export function BulkDialog({ act, cards, onClose, onDone }: BulkDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const [typed, setTyped] = useState<BulkInput>({ carrier: '', service: '', label: null });
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>> | null>(null);
  const run = async (): Promise<void> => {
    setOutcomes({});
    const words = { nothingPacked: say('nothingToShip'), unreachable: say('unreachable') };
    await runBulk({
      ...{ api, act, cards, words },
      ...typed,
      tell: (key, outcome) => setOutcomes((before) => ({ ...before, [key]: outcome })),
    });
    onDone();
  };
  const finished = Object.keys(outcomes ?? {}).length;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(TITLES[act], { count: cards.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes['form']}>
        <p className={classes['hint']}>{say(HINTS[act])}</p>
        {act !== 'pick' && outcomes === null && (
          <BulkFields act={act} typed={typed} onType={setTyped} />
        )}
        <Outcomes cards={cards} outcomes={outcomes} />
        <div className={classes['buttons']}>
          {outcomes === null ? (
            <>
              <Button variant="default" onClick={onClose}>
                {say('cancel')}
              </Button>
              <Button onClick={() => void run()} data-autofocus>
                {say('start')}
              </Button>
            </>
          ) : (
            <>
              <span role="status" className={classes['hint']}>
                {say('progress', { done: finished, count: cards.length })}
              </span>
              <Button onClick={onClose} disabled={finished < cards.length}>
                {say('close')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  );
}

interface BulkFieldsProps {
  readonly act: FloorAct;
  readonly typed: BulkInput;
  readonly onType: (typed: BulkInput) => void;
}

function BulkFields({ act, typed, onType }: BulkFieldsProps) {
  const say = useSay(floorMessages);
  const { carrier, service, label } = typed;
  return (
    <>
      <div className={classes['measures']}>
        <TextInput
          label={say('carrier')}
          maxLength={50}
          value={label ?? carrier}
          disabled={label !== null}
          onChange={({ currentTarget }) => onType({ ...typed, carrier: currentTarget.value })}
        />
        <TextInput
          label={say('service')}
          maxLength={100}
          value={service}
          onChange={({ currentTarget }) => onType({ ...typed, service: currentTarget.value })}
        />
      </div>
      {act === 'ship' && (
        <LabelChoice value={label} onChoose={(chosen) => onType({ ...typed, label: chosen })} />
      )}
    </>
  );
}

interface LabelChoiceProps {
  readonly value: string | null;
  readonly onChoose: (carrier: string | null) => void;
}

function LabelChoice({ value, onChoose }: LabelChoiceProps) {
  const say = useSay(floorMessages);
  const { data } = useCarriers();
  return data?.items.map(({ name }) => (
    <Checkbox
      key={name}
      label={say('withLabel', { carrier: name })}
      checked={value === name}
      onChange={({ currentTarget }) => onChoose(currentTarget.checked ? name : null)}
    />
  ));
}

interface OutcomesProps {
  readonly cards: readonly Card[];
  readonly outcomes: Readonly<Record<string, Outcome>> | null;
}

function Outcomes({ cards, outcomes }: OutcomesProps) {
  const say = useSay(floorMessages);
  return (
    <div className={classes['outcomes']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('order')}</th>
            <th scope="col">{say('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => {
            const outcome = outcomes?.[keyOf(card)] ?? { state: 'waiting' as const };
            return (
              <tr key={keyOf(card)} data-testid="outcome" data-state={outcome.state}>
                <th scope="row" translate="no">
                  {card.orderNumber}
                </th>
                <td>
                  {outcomes !== null && say(outcome.state)}
                  {outcome.state === 'failed' && (
                    <span className={classes['why']} translate="no">
                      {outcome.why}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
