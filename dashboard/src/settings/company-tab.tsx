// How the company is called and looks, and what holds for whoever chose nothing.

import { CONTRAST_MIN, contrastOf, WHITE } from '@doorstep/core/settings/contrast.ts';
import type { Appearance, ChangeAppearanceInput } from '@doorstep/sdk';
import { Button, ColorInput, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Pair, Section, Sections } from '../account/section.tsx';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { LogoField } from './logo-field.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';
import { useSettings } from './use-reasons.ts';

export function CompanyTab() {
  const { data } = useSettings();
  return (
    <div className={classes['scroll']}>
      {data !== undefined && (
        <CompanyForm key={data.appearance.version} appearance={data.appearance} />
      )}
    </div>
  );
}

/** As whoever wrote them calls them. */
const LANGUAGES = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;

interface Typed {
  readonly name: string;
  readonly currency: string;
  readonly accentColor: string;
  readonly language: string;
  readonly timeZone: string;
}

function CompanyForm({ appearance }: { readonly appearance: Appearance }) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const [typed, setTyped] = useState<Typed>({
    name: appearance.name,
    currency: appearance.currency,
    accentColor: appearance.accentColor ?? '',
    language: appearance.language ?? '',
    timeZone: appearance.timeZone ?? '',
  });
  const set = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const save = useSaveAppearance();
  const mayEdit = can('settings:write');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(changeOf(typed, appearance));
  };
  const fields = { typed, set, appearance, isDisabled: !mayEdit };
  return (
    <form onSubmit={submit}>
      <Sections>
        <LookSection {...fields} />
        <UsualSection {...fields} />
        {mayEdit && (
          <Group>
            <Button type="submit" loading={save.isPending} disabled={isPale(typed.accentColor)}>
              {say('save')}
            </Button>
            <Text size="sm" c="dimmed">
              {say('isAudited')}
            </Text>
          </Group>
        )}
      </Sections>
    </form>
  );
}

interface SectionProps {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly appearance: Appearance;
  readonly isDisabled: boolean;
}

function LookSection({ typed, set, appearance, isDisabled }: SectionProps) {
  const say = useSay(settingsMessages);
  const contrast = contrastOfTyped(typed.accentColor);
  return (
    <Section title={say('company')} hint={say('companyHint')}>
      <TextInput
        label={say('companyName')}
        value={typed.name}
        maxLength={200}
        required
        withAsterisk={false}
        disabled={isDisabled}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <LogoField logo={appearance.logo} />
      <ColorInput
        label={say('accent')}
        description={contrast === null ? say('accentHint') : say('contrast', { contrast })}
        error={isPale(typed.accentColor) ? say('tooPale') : undefined}
        value={typed.accentColor}
        format="hex"
        disabled={isDisabled}
        onChange={(accentColor) => set({ accentColor: accentColor.toLowerCase() })}
        eyeDropperButtonProps={{ 'aria-label': say('pickColor') }}
      />
    </Section>
  );
}

function UsualSection({ typed, set, appearance, isDisabled }: SectionProps) {
  const say = useSay(settingsMessages);
  return (
    <Section title={say('usual')} hint={say('usualHint')}>
      <Pair>
        <NativeSelect
          label={say('language')}
          value={typed.language}
          disabled={isDisabled}
          onChange={(event) => set({ language: event.currentTarget.value })}
        >
          <option value="">{say('asBrowser')}</option>
          {Object.entries(LANGUAGES).map(([value, name]) => (
            <option key={value} value={value} translate="no">
              {name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={say('timeZone')}
          value={typed.timeZone}
          disabled={isDisabled}
          onChange={(event) => set({ timeZone: event.currentTarget.value })}
        >
          <option value="">{say('asBrowser')}</option>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} translate="no">
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </NativeSelect>
      </Pair>
      <TextInput
        label={say('currency')}
        description={say(appearance.currencyFixed ? 'currencyFixed' : 'currencyHint')}
        value={typed.currency}
        maxLength={3}
        disabled={isDisabled || appearance.currencyFixed}
        onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
      />
    </Section>
  );
}

function changeOf(typed: Typed, { currencyFixed, version }: Appearance): ChangeAppearanceInput {
  return {
    name: typed.name.trim(),
    ...(currencyFixed ? {} : { currency: typed.currency }),
    accentColor: typed.accentColor === '' ? null : typed.accentColor,
    language: typed.language === '' ? null : (typed.language as 'en'),
    timeZone: typed.timeZone === '' ? null : typed.timeZone,
    version,
  };
}

function isPale(color: string): boolean {
  const contrast = contrastOfTyped(color);
  return contrast !== null && contrast < CONTRAST_MIN;
}

function contrastOfTyped(color: string): number | null {
  return /^#[0-9a-f]{6}$/.test(color) ? Math.floor(contrastOf(color, WHITE) * 10) / 10 : null;
}

function useSaveAppearance() {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeAppearanceInput) => api.changeAppearance(change),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings'] });
      void client.invalidateQueries({ queryKey: ['me'] });
    },
    onError: toast.failed,
  });
}
