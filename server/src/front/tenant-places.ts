// Which process serves which tenant. A tenant stays with one: its orders go into the same batches, and
// one view of its stock is enough. Who is new goes where least is done; and where a process is full, those
// who have least to do with it leave.

/** What a process tells of itself, now and then. */
export interface ApiLoad {
  /** How much of the time its event loop was at work, from 0 to 1. */
  readonly busy: number;
  /** Bytes that went in and out for each tenant since the last time. */
  readonly traffic: ReadonlyMap<string, number>;
}

export interface TenantPlaces {
  /** The process that takes a connection; undefined while none is up. */
  placeOf(tenant: string | null): number | undefined;
  /** @returns the tenants that are to leave this process */
  told(place: number, load: ApiLoad): string[];
  up(place: number): void;
  /** Its tenants go anywhere from now on. */
  down(place: number): void;
}

/** From here on a process is full, and everyone in it waits for the others. */
const FULL = 0.7;
/** It has to be worth it: less than so much less is about the same. */
const LESS = 0.3;
/** Of what it told before: a single long turn is no surge. */
const BEFORE = 0.5;
/** One that has told nothing for so long is stuck: whoever comes is served by another that is not. */
const SILENT_MS = 5_000;
/** About 100 bytes each, 1 MB. The one that connected longest ago is forgotten: it is placed anew. */
const TENANTS_MAX = 10_000;

interface Place {
  readonly at: number;
  isUp: boolean;
  busy: number;
  toldAt: number;
  tenants: number;
}

/** @param now in milliseconds, of a clock that goes forward while what they tell is heard */
export function tenantPlaces(count: number, now: () => number): TenantPlaces {
  const places = Array.from(
    { length: count },
    (_, at): Place => ({ at, isUp: false, busy: 0, toldAt: 0, tenants: 0 }),
  );
  // A Map keeps insertion order: who connects goes to the end.
  const placed = new Map<string, Place>();

  const isHeard = ({ isUp, toldAt }: Place) => isUp && now() - toldAt < SILENT_MS;

  /** Undefined for who is new, or was with one that is stuck while another is not. */
  function known(tenant: string | null): Place | undefined {
    const place = tenant === null ? undefined : placed.get(tenant);
    return place !== undefined && !isHeard(place) && places.some(isHeard) ? undefined : place;
  }

  /** Two that are about as busy are the same: then the one with fewer tenants. */
  function calmest(): Place | undefined {
    const steps = ({ busy }: Place) => Math.floor(busy / LESS);
    const up = places.filter(({ isUp }) => isUp);
    const heard = up.filter(isHeard);
    return (heard.length > 0 ? heard : up).sort(
      (a, b) => steps(a) - steps(b) || a.tenants - b.tenants,
    )[0];
  }

  function take(tenant: string): void {
    const place = placed.get(tenant);
    if (place === undefined) return;
    placed.delete(tenant);
    place.tenants -= 1;
  }

  function put(tenant: string, place: Place): void {
    take(tenant);
    placed.set(tenant, place);
    place.tenants += 1;
    const [oldest] = placed.keys();
    if (placed.size > TENANTS_MAX && oldest !== undefined) take(oldest);
  }

  return {
    placeOf(tenant) {
      const place = known(tenant) ?? calmest();
      if (tenant !== null && place !== undefined) put(tenant, place);
      return place?.at;
    },
    told(at, { busy, traffic }) {
      const place = places[at];
      if (place === undefined) return [];
      place.busy = BEFORE * place.busy + (1 - BEFORE) * busy;
      place.toldAt = now();
      const there = calmest();
      if (place.busy < FULL || there === undefined) return [];
      const leaving = leavingFor(place, there, traffic).filter((one) => placed.get(one) === place);
      for (const tenant of leaving) put(tenant, there);
      return leaving;
    },
    up(at) {
      Object.assign(places[at] ?? {}, { isUp: true, busy: 0, toldAt: now() });
    },
    down(at) {
      Object.assign(places[at] ?? {}, { isUp: false, busy: 0 });
      for (const [tenant, place] of placed) if (place.at === at) take(tenant);
    },
  };
}

/**
 * Who leaves one process for another: those with least traffic first, as many as make the two as busy as
 * each other, and never the one with most. More, and they would soon leave that one again.
 */
function leavingFor(from: Place, to: Place, traffic: ReadonlyMap<string, number>): string[] {
  if (to.busy > from.busy - LESS) return [];
  const lightest = [...traffic].sort(([, a], [, b]) => a - b);
  const whole = lightest.reduce((sum, [, bytes]) => sum + bytes, 0);
  const leaving: string[] = [];
  let room = (from.busy - to.busy) / 2;
  for (const [tenant, bytes] of lightest.slice(0, -1)) {
    room -= (bytes / whole) * from.busy;
    if (room < 0) break;
    leaving.push(tenant);
  }
  return leaving;
}
