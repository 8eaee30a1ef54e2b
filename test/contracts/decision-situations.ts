import type { Purpose } from '../../src/access/actor.js';
import { DATA_CLASSES, ROLES, type DataClass, type Role } from '../../src/access/policy.js';
import { drawnOfEach } from './drawing.js';
import { CEILINGS, RELATIONSHIPS, type Relationship, type Tie } from './decision-table.js';

/** A record opened in an emergency: not, half an hour ago, longer ago than it lasts, and closed by hand. */
const GLASS = ['none', 'open', 'over', 'closed'] as const;
type Glass = (typeof GLASS)[number];
/** Whom a consent names: three ways to name the worker, and three to name somebody else. */
export const RECIPIENTS = [
  'organisation',
  'role',
  'person',
  'another_role',
  'colleague',
  'another_organisation',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];
/** The last: a permit to the organisation that is in force, and a denial. */
export const DECISIONS = ['permit', 'deny', 'deny_beside_permit'] as const;
export const STANDINGS = ['in_force', 'expired', 'not_begun', 'withdrawn', 'for_care_alone'] as const;
export type Standing = (typeof STANDINGS)[number];
/** What a consent names is one half of the classes or the other. */
const HALVES: readonly (readonly DataClass[])[] = [
  ['identity_name', 'coordination', 'mental_health', 'counselling'],
  ['identity_contact', 'medication', 'substance_use'],
];
export const ASKED_FOR = ['care_management', 'emergency'] as const satisfies readonly Purpose[];

export interface SaidByHer {
  readonly decision: (typeof DECISIONS)[number];
  readonly recipient: Recipient;
  readonly standing: Standing;
  readonly names: readonly DataClass[];
}

export interface Situation extends Tie {
  readonly relationship: Relationship;
  readonly glass: Glass;
  readonly said: SaidByHer | undefined;
}

export interface Question {
  readonly verb: 'read' | 'write';
  readonly class: DataClass;
  readonly purpose: (typeof ASKED_FOR)[number];
}

const MAY_OPEN: readonly Role[] = ['peer_navigator', 'counsellor', 'physician'];
const MAY_BE_NAMED: readonly Role[] = [...MAY_OPEN, 'pharmacist', 'intake_worker', 'coordinator'];

const namesHer = (recipient: Recipient): boolean => ['organisation', 'role', 'person'].includes(recipient);

const whatSheMaySay = (role: Role): readonly (SaidByHer | undefined)[] => [
  undefined,
  ...RECIPIENTS.filter((recipient) => recipient !== 'role' || MAY_BE_NAMED.includes(role)).flatMap((recipient) =>
    STANDINGS.filter((standing) => standing === 'in_force' || namesHer(recipient)).flatMap((standing) =>
      DECISIONS.flatMap((decision) => HALVES.map((names) => ({ decision, recipient, standing, names }))),
    ),
  ),
];

export const SITUATIONS: readonly Situation[] = ROLES.flatMap((role) =>
  RELATIONSHIPS.flatMap((relationship) =>
    GLASS.filter((glass) => glass === 'none' || MAY_OPEN.includes(role)).flatMap((glass) =>
      whatSheMaySay(role).map((said) => ({ role, relationship, glass, said })),
    ),
  ),
);

export const QUESTIONS: readonly Question[] = ASKED_FOR.flatMap((purpose) =>
  DATA_CLASSES.flatMap((of) => (['read', 'write'] as const).map((verb) => ({ verb, class: of, purpose }))),
);

const isOfHome = ({ relationship }: Tie): boolean => ['same_organisation', 'ended', 'team'].includes(relationship);

/** Whether what the client said speaks of this class, to this worker, for this purpose, now. */
function speaks({ recipient, standing, names }: SaidByHer, { class: of, purpose }: Question): boolean {
  const isInForce = standing === 'in_force' || (standing === 'for_care_alone' && purpose === 'care_management');
  return namesHer(recipient) && isInForce && names.includes(of);
}

const isDenied = ({ said }: Situation, question: Question): boolean =>
  said !== undefined && said.decision !== 'permit' && speaks(said, question);

function isPermitted({ said }: Situation, question: Question): boolean {
  if (said === undefined || said.decision === 'deny') return false;
  const permit = said.decision === 'permit' ? said : { ...said, recipient: 'organisation', standing: 'in_force' };
  return speaks(permit as SaidByHer, question);
}

const isWithin = ({ role }: Situation, { verb, class: of }: Question): boolean =>
  CEILINGS[role]?.[verb].includes(of) ?? false;

/** With a reason, to read, for whoever says that it is an emergency; never a counsellor's notes. */
const isUnmasked = (situation: Situation, question: Question): boolean =>
  situation.glass === 'open' &&
  question.purpose === 'emergency' &&
  question.verb === 'read' &&
  question.class !== 'counselling' &&
  isWithin(situation, question);

/** Within the organisation that keeps her record: the team and its coordinators, by role. */
const isTied = (situation: Situation, question: Question): boolean =>
  (situation.relationship === 'team' || (situation.role === 'coordinator' && isOfHome(situation))) &&
  isWithin(situation, question);

/** Everybody else: what she agreed to, to read. Who of elsewhere is on her team writes it too. */
function isAgreed(situation: Situation, question: Question): boolean {
  if (!isPermitted(situation, question)) return false;
  if (question.verb === 'write') return situation.relationship === 'team_of_elsewhere' && isWithin(situation, question);
  return isWithin(situation, question) || (CEILINGS[situation.role]?.byConsent?.includes(question.class) ?? false);
}

/**
 * The first evaluator, pure: relationship and consent, as the rules of access have them. Deny beats permit, binds her home
 * as well, and cuts everything but what was opened in an emergency.
 */
export const mayBe = (situation: Situation, question: Question): boolean =>
  isUnmasked(situation, question) ||
  (!isDenied(situation, question) && (isTied(situation, question) || isAgreed(situation, question)));

export const nameOf = ({ role, relationship, glass, said }: Situation): string =>
  [
    ...[role, relationship, `glass ${glass}`],
    said ? `${said.decision} to ${said.recipient}, ${said.standing}, of ${said.names.join('+')}` : 'nothing said',
  ].join(' · ');

/** Of each relationship and each thing that she may have said, one with a role that may hold data; and some of the other roles. */
export const sample = (): readonly Situation[] => [
  ...drawnOfEach(
    SITUATIONS.filter(({ role }) => CEILINGS[role]),
    ({ relationship, said }) => JSON.stringify([relationship, said]),
  ),
  ...drawnOfEach(
    SITUATIONS.filter(({ role }) => !CEILINGS[role]),
    ({ role, relationship }) => `${role} ${relationship}`,
    2,
  ),
];
