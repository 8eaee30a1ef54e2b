import {
  DATA_CLASSES,
  POLICY,
  ROLE_CEILINGS,
  ROLES,
  type Ceiling,
  type DataClass,
  type Permission,
  type Reach,
  type Role,
} from '../../src/access/policy.js';

/** What ties a worker to a client: nothing, another organisation's worker on the team, supervision, once, now. */
export const RELATIONSHIPS = ['none', 'team_of_elsewhere', 'same_organisation', 'ended', 'team'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const VERBS = ['read', 'insert', 'update'] as const;
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

/** The first evaluator, pure: what somebody with this tie holds over the client. */
export function holds({ role, relationship }: Tie, ceilings: Ceilings = ROLE_CEILINGS): Ceiling {
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
export const RULES: Rules = { ceilings: ROLE_CEILINGS, matrix: POLICY };

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
