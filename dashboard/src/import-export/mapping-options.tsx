// What holds for the whole file: its kind, the profile, and what the rows do not say.

import { IMPORT_KINDS, type ImportKind } from '@doorstep/core/history/fields.ts';
import { FATES, type Fate, type Profile } from '@doorstep/core/history/profile.ts';
import type { ListImportProfilesAnswer, PreviewImportAnswer } from '@doorstep/sdk';
import { TextInput } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import classes from './import-export.module.css';
import { byHand, byProfile, type Mapped, withBase } from './mapped.ts';
import { importExportMessages } from './messages.ts';

const DATES = ['year-first', 'day-first', 'month-first'] as const;
const BY_HAND = '';

export interface MappingOptionsProps {
  readonly preview: PreviewImportAnswer;
  readonly profiles: ListImportProfilesAnswer['items'];
  readonly mapped: Mapped;
  readonly onChange: (mapped: Mapped) => void;
}

export function MappingOptions(props: MappingOptionsProps) {
  const { preview, profiles, mapped, onChange } = props;
  const say = useSay(importExportMessages);
  const { base, profileName } = mapped;
  const change = (part: Partial<Profile>): void => onChange(withBase(mapped, part));
  return (
    <section className={classes['options']} aria-label={say('whatIsIn')}>
      <Choice
        label={say('whatIsIn')}
        value={base.kind}
        options={IMPORT_KINDS.map((kind) => ({ value: kind, label: say(kind) }))}
        onChange={(kind) => onChange(ofKind(props, kind as ImportKind))}
      />
      <Choice
        label={say('profile')}
        value={profileName ?? BY_HAND}
        options={[
          ...choicesOf(props).map(({ name, title }) => ({
            value: name,
            label: title,
            isData: true,
          })),
          { value: BY_HAND, label: say('byHand') },
        ]}
        onChange={(name) => {
          const profile = profiles.find((one) => one.name === name);
          onChange(
            profile === undefined ? byHand(preview, base.kind) : byProfile(preview, profile),
          );
        }}
      />
      {base.kind === 'orders' && (
        <>
          <TextInput
            label={say('channel')}
            value={base.channel}
            onChange={({ currentTarget }) => change({ channel: currentTarget.value })}
          />
          <Choice
            label={say('fate')}
            value={base.fate}
            options={FATES.map((fate) => ({ value: fate, label: say(`fate-${fate}`) }))}
            onChange={(fate) => change({ fate: fate as Fate })}
          />
        </>
      )}
      {(base.kind === 'orders' || base.kind === 'products') && (
        <TextInput
          label={say('currency')}
          value={base.currency ?? ''}
          maxLength={3}
          onChange={({ currentTarget }) => change(currencyOf(currentTarget.value))}
        />
      )}
      <Forms mapped={mapped} change={change} />
    </section>
  );
}

interface FormsProps {
  readonly mapped: Mapped;
  readonly change: (part: Partial<Profile>) => void;
}

/** How dates and numbers are written. */
function Forms({ mapped: { base }, change }: FormsProps) {
  const say = useSay(importExportMessages);
  return (
    <>
      <Choice
        label={say('dates')}
        value={base.dates}
        options={DATES.map((dates) => ({ value: dates, label: say(dates) }))}
        onChange={(dates) => change({ dates: dates as Profile['dates'] })}
      />
      <Choice
        label={say('decimalMark')}
        value={base.decimalMark}
        options={[
          { value: '.', label: say('point') },
          { value: ',', label: say('comma') },
        ]}
        onChange={(mark) => change({ decimalMark: mark as Profile['decimalMark'] })}
      />
      <TextInput
        label={say('timeZone')}
        value={base.timeZone}
        onChange={({ currentTarget }) => change({ timeZone: currentTarget.value })}
      />
    </>
  );
}

/** Those that would read it first, then all others of the kind. */
function choicesOf({ preview, profiles, mapped: { base } }: MappingOptionsProps) {
  const ranks = new Map(preview.profiles.map(({ name }, place) => [name, place]));
  const rank = ({ name }: { readonly name: string }): number => ranks.get(name) ?? profiles.length;
  return profiles.filter(({ kind }) => kind === base.kind).sort((a, b) => rank(a) - rank(b));
}

function ofKind({ preview, profiles }: MappingOptionsProps, kind: ImportKind): Mapped {
  const fitting = preview.profiles.find((one) => one.kind === kind);
  const profile = profiles.find(({ name }) => name === fitting?.name);
  return profile === undefined ? byHand(preview, kind) : byProfile(preview, profile);
}

function currencyOf(text: string): Partial<Profile> {
  return { currency: text.trim().toUpperCase() };
}
