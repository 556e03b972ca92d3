// Two customers who are one person: what the one who stays is known by, and what the other keeps.

export interface Person {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface MergedPersons {
  readonly survivor: Person;
  /** What the other is still found by: no two customers have the same address or external id. */
  readonly left: Person;
  /** What the survivor did not have. */
  readonly gained: readonly (keyof Person)[];
}

const FIELDS = ['externalId', 'email', 'name', 'phone'] as const;
const UNIQUE: readonly (keyof Person)[] = ['externalId', 'email'];

/** What the survivor has stays; what it lacks comes from the other. */
export function mergePersons(survivor: Person, other: Person): MergedPersons {
  const gained = FIELDS.filter((field) => survivor[field] === null && other[field] !== null);
  const given = Object.fromEntries(gained.map((field) => [field, other[field]]));
  const unique = gained.filter((field) => UNIQUE.includes(field));
  return {
    survivor: { ...survivor, ...given },
    left: { ...other, ...Object.fromEntries(unique.map((field) => [field, null])) },
    gained,
  };
}
