// A mapping as it is being made: a profile to start from, and what was changed of it.

import {
  blankProfile,
  type ColumnMapping,
  mappedProfile,
  mappingOf,
} from '@doorstep/core/history/column-mapping.ts';
import { type FieldName, type ImportKind, REQUIRED_FIELDS } from '@doorstep/core/history/fields.ts';
import type { Profile } from '@doorstep/core/history/profile.ts';
import type { ListImportProfilesAnswer, MapImportInput, PreviewImportAnswer } from '@doorstep/sdk';

type ToldProfile = ListImportProfilesAnswer['items'][number];

export interface Mapped {
  /** Null: by hand. */
  readonly profileName: string | null;
  /** With what the form changed of it, but for the columns. */
  readonly base: Profile;
  readonly isChanged: boolean;
  readonly before: ColumnMapping;
  readonly columns: ColumnMapping;
}

/** With the profile that fits best, else by hand with what the names of the columns suggest. */
export function mappedStart(
  preview: PreviewImportAnswer,
  profiles: readonly ToldProfile[],
): Mapped {
  const [best] = preview.profiles;
  const profile = profiles.find(({ name }) => name === best?.name);
  return profile === undefined
    ? byHand(preview, likeliestKind(preview))
    : byProfile(preview, profile);
}

export function byProfile(preview: PreviewImportAnswer, profile: ToldProfile): Mapped {
  const base = profile as Profile;
  const columns = mappingOf(base, namesOf(preview));
  return { profileName: profile.name, base, isChanged: false, before: columns, columns };
}

export function byHand(preview: PreviewImportAnswer, kind: ImportKind): Mapped {
  const columns = (preview.suggestions[kind] ?? {}) as ColumnMapping;
  return { profileName: null, base: blankProfile(kind), isChanged: true, before: {}, columns };
}

export function withBase(mapped: Mapped, part: Partial<Profile>): Mapped {
  return { ...mapped, isChanged: true, base: { ...mapped.base, ...part } };
}

/** A column goes to one field, and a field comes from one column. */
export function withColumn(mapped: Mapped, column: string, field: FieldName | null): Mapped {
  const columns: Partial<Record<FieldName, string>> = {};
  for (const [name, from] of Object.entries(mapped.columns) as [FieldName, string][])
    if (from !== column && name !== field) columns[name] = from;
  if (field !== null) columns[field] = column;
  return { ...mapped, isChanged: true, columns };
}

export function missingFields({ base, columns, profileName, isChanged }: Mapped): FieldName[] {
  if (profileName !== null && !isChanged) return [];
  const missing = REQUIRED_FIELDS[base.kind].filter((field) => columns[field] === undefined);
  const hasAny = Object.keys(columns).length > 0;
  return missing.length === 0 && !hasAny ? ['externalId'] : missing;
}

/** The name of a profile that nobody changed, else all of it. */
export function profileToSend(mapped: Mapped): MapImportInput['profile'] {
  const { profileName, base, isChanged, before, columns } = mapped;
  if (profileName !== null && !isChanged) return profileName;
  const { currency, ...rest } = mappedProfile(base, before, columns);
  const whole = currency === undefined || currency === '' ? rest : { ...rest, currency };
  return whole as MapImportInput['profile'];
}

function likeliestKind({ suggestions }: PreviewImportAnswer): ImportKind {
  const ranked = (Object.keys(suggestions) as ImportKind[]).map((kind) => {
    const found = suggestions[kind] ?? {};
    const isWhole = REQUIRED_FIELDS[kind].every((field) => found[field] !== undefined);
    return { kind, rank: (isWhole ? 100 : 0) + Object.keys(found).length };
  });
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.kind ?? 'orders';
}

function namesOf({ fields }: PreviewImportAnswer): string[] {
  return fields.map(({ field }) => field);
}
