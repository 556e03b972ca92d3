// Which process serves which tenant. A tenant stays with one: its orders go into the same batches, and
// one view of its stock is enough. Who is new goes where least is done; and where one tenant fills a
// process, those beside it leave.

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
/** About 100 bytes each, 1 MB. The one that connected longest ago is forgotten: it is placed anew. */
const TENANTS_MAX = 10_000;

interface Place {
  isUp: boolean;
  busy: number;
}

export function tenantPlaces(count: number): TenantPlaces {
  const places: Place[] = Array.from({ length: count }, () => ({ isUp: false, busy: 0 }));
  // A Map keeps insertion order: who connects goes to the end.
  const placed = new Map<string, number>();

  function calmest(): number | undefined {
    const tenants = new Map<number, number>();
    for (const at of placed.values()) tenants.set(at, (tenants.get(at) ?? 0) + 1);
    const up = [...places.keys()].filter((at) => places[at]?.isUp);
    // Two that are about as busy are the same: then the one with fewer tenants.
    const rank = (at: number) => [busyStepsOf(places[at]), tenants.get(at) ?? 0] as const;
    return up.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])[0];
  }

  function put(tenant: string, at: number): void {
    placed.delete(tenant);
    placed.set(tenant, at);
    const [oldest] = placed.keys();
    if (placed.size > TENANTS_MAX && oldest !== undefined) placed.delete(oldest);
  }

  return {
    placeOf(tenant) {
      const known = tenant === null ? undefined : placed.get(tenant);
      const at = known ?? calmest();
      if (tenant !== null && at !== undefined) put(tenant, at);
      return at;
    },
    told(at, { busy, traffic }) {
      const place = places[at];
      if (place === undefined) return [];
      place.busy = BEFORE * place.busy + (1 - BEFORE) * busy;
      if (place.busy < FULL) return [];
      const there = calmest();
      if (there === undefined || (places[there]?.busy ?? 1) > place.busy - LESS) return [];
      const [, ...others] = [...traffic].sort(([, a], [, b]) => b - a).map(([tenant]) => tenant);
      const leaving = others.filter((tenant) => placed.get(tenant) === at);
      for (const tenant of leaving) put(tenant, there);
      return leaving;
    },
    up(at) {
      Object.assign(places[at] ?? {}, { isUp: true, busy: 0 });
    },
    down(at) {
      Object.assign(places[at] ?? {}, { isUp: false, busy: 0 });
      for (const [tenant, placedAt] of placed) if (placedAt === at) placed.delete(tenant);
    },
  };
}

function busyStepsOf(place: Place | undefined): number {
  return Math.floor((place?.busy ?? 1) / LESS);
}
