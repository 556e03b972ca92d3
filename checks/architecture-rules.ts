// Who may import whom, as rules for dependency-cruiser.
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { rooms, services } from './rooms.ts';

const tests = '\\.test\\.tsx?$|^server/test/';
const anyRoom = `^(core|server/src)/(${rooms.join('|')})/`;

export const architectureRules: IForbiddenRuleType[] = [
  {
    name: 'core-imports-nothing',
    comment: 'core is the rule book: no packages, no node:, nothing but core',
    severity: 'error',
    from: { path: '^core/', pathNot: tests },
    to: { pathNot: '^core/' },
  },
  {
    name: 'contract-imports-core-and-typebox',
    comment: 'contract is installed by others: it imports only core and typebox',
    severity: 'error',
    from: { path: '^contract/', pathNot: tests },
    to: { pathNot: '^(core|contract)/|(^|node_modules/)typebox(/|$)' },
  },
  {
    name: 'connectors-import-core-and-contract',
    comment: 'a connector knows the ports of core and the wire, not the machinery',
    severity: 'error',
    from: { path: '^connectors/' },
    to: { path: '^(server|dashboard|cli|sdk|bench|checks)/' },
  },
  {
    name: 'dashboard-never-imports-server',
    comment: 'the dashboard speaks to the server over the wire',
    severity: 'error',
    from: { path: '^dashboard/src/' },
    to: { path: '^(server|connectors|cli|bench|checks)/|^dashboard/test/' },
  },
  {
    name: 'dashboard-takes-types-of-the-contract',
    comment: 'the schemas of the contract stay at the server: a browser has no use for them',
    severity: 'error',
    from: { path: '^dashboard/src/' },
    to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'screens-stand-on-the-shell',
    comment: 'what serves all screens knows none of them; app/ puts them together',
    severity: 'error',
    from: { path: '^dashboard/src/(shell|session|live|language|table)/' },
    to: { path: '^dashboard/src/', pathNot: '^dashboard/src/(shell|session|live|language|table)/' },
  },
  {
    name: 'sdk-imports-nothing',
    comment: 'the SDK runs wherever there is fetch: no packages, no node:, nothing but its files',
    severity: 'error',
    from: { path: '^sdk/src/' },
    to: { pathNot: '^sdk/src/' },
  },
  {
    name: 'examples-import-the-sdk',
    comment: 'an example is what somebody without this repository can write',
    severity: 'error',
    from: { path: '^examples/', pathNot: '^examples/test/' },
    to: { path: '^(core|contract|server|connectors|dashboard|cli|bench|checks)/' },
  },
  {
    name: 'server-stands-alone',
    comment: 'what runs in production does not import tools, tests or the dashboard',
    severity: 'error',
    from: { path: '^server/src/', pathNot: tests },
    to: { path: `^(dashboard|cli|sdk|bench|checks)/|${tests}` },
  },
  ...rooms.flatMap(roomRule),
  ...services.map(serviceRule),
  {
    name: 'log-imports-only-db',
    comment: 'the log imports db; only its routes know http',
    severity: 'error',
    from: { path: '^server/src/log/', pathNot: `/routes\\.ts$|${tests}` },
    to: { path: '^server/src/http/' },
  },
  {
    name: 'db-imports-no-service',
    comment: 'db is below log and http',
    severity: 'error',
    from: { path: '^server/src/db/', pathNot: tests },
    to: { path: '^server/src/(log|http)/' },
  },
  {
    name: 'no-cycles',
    comment:
      'a cycle means that two files are one thing, or that one of them lies in the wrong room',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'an import that leads nowhere would also escape all rules above',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** Imports flow upstream: everything to the right in the list is out of reach. */
function roomRule(room: string, index: number): IForbiddenRuleType[] {
  const downstream = rooms.slice(index + 1);
  if (downstream.length === 0) return [];
  return [
    {
      name: `${room}-imports-upstream`,
      comment: `${room} imports itself and rooms to its left in checks/rooms.ts`,
      severity: 'error',
      from: { path: `^(core|server/src)/${room}/`, pathNot: tests },
      to: { path: `^(core|server/src)/(${downstream.join('|')})/` },
    },
  ];
}

function serviceRule(service: string): IForbiddenRuleType {
  return {
    name: `${service}-imports-no-room`,
    comment: `server/src/${service} serves all rooms and imports none`,
    severity: 'error',
    from: { path: `^server/src/${service}/`, pathNot: tests },
    to: { path: anyRoom.replace('(core|server/src)', 'server/src') },
  };
}
