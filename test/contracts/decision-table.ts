import {
  DATA_CLASSES,
  ROLES,
  type Ceiling,
  type DataClass,
  type Permission,
  type Reach,
  type Role,
} from '../../src/access/policy.js';
import { WHO_MAY } from './who-may.js';

/** What ties a worker to a client: nothing, another organisation's worker on the team, supervision, once, now. */
export const RELATIONSHIPS = ['none', 'team_of_elsewhere', 'same_organisation', 'ended', 'team'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const VERBS = ['read', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof VERBS)[number];

export interface Tie {
  readonly role: Role;
  readonly relationship: Relationship;
}

export const TIES: readonly Tie[] = ROLES.flatMap((role) =>
  RELATIONSHIPS.map((relationship) => ({ role, relationship })),
);

export type Ceilings = Readonly<Partial<Record<Role, Ceiling>>>;
export type Matrix = Readonly<Record<Permission, Readonly<Record<Role, Reach>>>>;

const NOTHING: Ceiling = { read: [], write: [] };

/** `c`: read where her consent names it, and on no other ground. */
const most = (cells: string): Ceiling => {
  const of = DATA_CLASSES.map((name, column) => ({ name, cell: cells.trim().split(/\s+/)[column] ?? '-' }));
  const having = (letter: string) => of.filter(({ cell }) => cell.includes(letter)).map(({ name }) => name);
  return { read: having('r'), write: having('w'), byConsent: having('c') };
};

/** The most a role may hold over a whole client: written down once more, and not taken from the programme. */
export const CEILINGS: Ceilings = {
  //                     name contact coordination medication substance mental counselling
  peer_navigator: most('  rw   rw      rw           r          rw        r      -'),
  counsellor: most('      rw   rw      rw           r          rw        rw     rw'),
  physician: most('       rw   rw      rw           rw         rw        rw     c'),
  coordinator: most('     r    r       rw           -          -         -      -'),
};

export const mayEver = (role: Role, permission: Permission): boolean => WHO_MAY[permission].includes(role);

/** The first evaluator, pure: what somebody with this tie holds over the client. */
export function holds({ role, relationship }: Tie, ceilings: Ceilings = CEILINGS): Ceiling {
  const supervises = role === 'coordinator' && ['same_organisation', 'ended', 'team'].includes(relationship);
  return relationship === 'team' || supervises ? (ceilings[role] ?? NOTHING) : NOTHING;
}

export const mayIn = (verb: Verb, of: DataClass, held: Ceiling): boolean =>
  (verb === 'read' ? held.read : held.write).includes(of);

export type Answer = 'allowed' | 'withheld' | 'role_may_not' | 'class_not_held' | 'not_found';

/** What a route asks: the permission that it names, and the class that it shows or changes. */
export interface Asked {
  readonly permission: Permission;
  readonly read?: DataClass;
  readonly write?: DataClass;
  /** A list or a search: what is not seen is left out, and nothing is not found. */
  readonly many?: true;
}

export interface Rules {
  readonly ceilings: Ceilings;
  readonly matrix: Matrix;
}
const MATRIX = Object.fromEntries(
  Object.entries(WHO_MAY).map(([permission, roles]) => [
    permission,
    Object.fromEntries(ROLES.map((role) => [role, roles.includes(role) ? 'granted' : 'none'])),
  ]),
) as Matrix;
export const RULES: Rules = { ceilings: CEILINGS, matrix: MATRIX };

/** The same for a route: role first, then the tie, then the class. */
export function answerTo(asked: Asked, tie: Tie, { ceilings, matrix }: Rules = RULES): Answer {
  if (matrix[asked.permission][tie.role] === 'none') return 'role_may_not';
  const held = holds(tie, ceilings);
  if (held.read.length === 0) return asked.many ? 'withheld' : 'not_found';
  const lacks = (classes: readonly DataClass[], of?: DataClass) => of !== undefined && !classes.includes(of);
  if (lacks(held.write, asked.write)) return 'class_not_held';
  return lacks(held.read, asked.read) ? 'withheld' : 'allowed';
}

export const EVERY_CLASS = DATA_CLASSES;
