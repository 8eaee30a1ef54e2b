import { DATA_CLASSES, ROLES, type DataClass, type Role } from '../../src/access/policy.js';
import { drawnOfEach } from './drawing.js';
import {
  ASKED_FOR,
  mayBe,
  RECIPIENTS,
  STANDINGS,
  type Question,
  type Recipient,
  type Standing,
} from './decision-situations.js';
import { RELATIONSHIPS, type Tie } from './decision-table.js';

/** Where a referral of hers stands, ten or forty days after an answer; the last went to another house than the worker's. */
export const HOPS = {
  drafted: { carries: false },
  sent: { carries: true },
  accepted: { carries: true },
  completed_10_days_ago: { carries: true },
  completed_40_days_ago: { carries: false },
  stopped_40_days_ago: { carries: false },
  declined_10_days_ago: { carries: true },
  declined_40_days_ago: { carries: false },
  withdrawn: { carries: false },
  entered_in_error: { carries: false },
  to_another_house: { carries: false },
} as const;
export type Hop = keyof typeof HOPS;

/** What she agreed to for it: to whom, in which time, and whether the record itself is opened too. */
export interface Agreed {
  readonly recipient: Recipient;
  readonly standing: Standing;
  readonly reach: 'record' | 'referrals';
  readonly names: readonly DataClass[];
}

/** One referral between a client's house and the worker's, or within it. */
export interface Referred extends Tie {
  readonly hop: Hop;
  readonly agreed: Agreed;
  /** What she said no to beside it, and to whom. */
  readonly denied: { readonly recipient: Recipient; readonly names: readonly DataClass[] } | undefined;
  readonly shares: readonly DataClass[];
}

/** Whether the row is one of the referral that is asked about, or of another one that went nowhere. */
export type Which = 'its' | 'other';

/** Every class but a counsellor's own notes; the most that a referral may carry to a role, written down once more. */
const ALL: readonly DataClass[] = DATA_CLASSES.filter((name) => name !== 'counselling');
const PERSON: readonly DataClass[] = ['identity_name', 'identity_contact', 'coordination'];
const SHOWN_THROUGH: Readonly<Partial<Record<Role, readonly DataClass[]>>> = {
  ...{ peer_navigator: ALL, counsellor: ALL, physician: ALL, intake_worker: ALL, coordinator: PERSON },
};

const NAMED: readonly Recipient[] = ['organisation', 'role', 'person'];
const MAY_BE_NAMED: readonly Role[] = [...(Object.keys(SHOWN_THROUGH) as Role[]), 'pharmacist'];
const SOME: readonly DataClass[] = ['identity_contact', 'coordination', 'substance_use'];
const PLAIN: Agreed = { recipient: 'organisation', standing: 'in_force', reach: 'referrals', names: DATA_CLASSES };

const agreements = (role: Role): readonly Agreed[] =>
  RECIPIENTS.filter((recipient) => recipient !== 'role' || MAY_BE_NAMED.includes(role)).flatMap((recipient) =>
    STANDINGS.filter((standing) => standing === 'in_force' || NAMED.includes(recipient)).flatMap((standing) =>
      (['record', 'referrals'] as const).map((reach) => ({ recipient, standing, reach, names: SOME })),
    ),
  );
const denials = (role: Role): readonly Referred['denied'][] =>
  RECIPIENTS.filter((recipient) => recipient !== 'role' || MAY_BE_NAMED.includes(role)).flatMap((recipient) =>
    [SOME, ['coordination' as const]].map((names) => ({ recipient, names })),
  );

/** Of each role and tie: each hop; and where the role is shown anything, each agreement, each no beside it, each share. */
export const REFERRED: readonly Referred[] = ROLES.flatMap((role) =>
  RELATIONSHIPS.flatMap((relationship) => {
    const plain = { role, relationship, hop: 'sent', agreed: PLAIN, denied: undefined, shares: ALL } as const;
    const hops = (Object.keys(HOPS) as Hop[]).map((hop) => ({ ...plain, hop }));
    if (!SHOWN_THROUGH[role]) return hops;
    return [
      ...hops,
      ...agreements(role).map((agreed) => ({ ...plain, agreed })),
      ...denials(role).map((denied) => ({ ...plain, denied })),
      ...[SOME, PERSON].map((shares) => ({ ...plain, shares })),
    ];
  }),
);

/** Over the whole of her: what a referral lets through adds nothing to it, and a consent for referrals alone neither. */
export function mayOverAll({ role, relationship, agreed, denied }: Referred, question: Question): boolean {
  const permitted = agreed.reach === 'record' ? { decision: 'permit' as const, ...agreed } : undefined;
  const said = denied ? ({ decision: 'deny', standing: 'in_force', ...denied } as const) : permitted;
  return mayBe({ role, relationship, glass: 'none', said }, question);
}

const isCarried = ({ hop, agreed, shares }: Referred, of: DataClass): boolean =>
  HOPS[hop].carries && shares.includes(of) && agreed.names.includes(of);

const isAgreedFor = ({ role, agreed: { recipient, standing } }: Referred, { class: of, purpose }: Question): boolean =>
  NAMED.includes(recipient) &&
  (standing === 'in_force' || (standing === 'for_care_alone' && purpose === 'care_management')) &&
  (SHOWN_THROUGH[role] ?? []).includes(of);

const isDenied = ({ denied }: Referred, of: DataClass): boolean =>
  denied !== undefined && NAMED.includes(denied.recipient) && denied.names.includes(of);

/** The first evaluator, pure: through the referral alone, to read what was shared and agreed to; and to move it on. */
export const mayThrough = (referred: Referred, question: Question): boolean =>
  isCarried(referred, question.class) &&
  isAgreedFor(referred, question) &&
  !isDenied(referred, question.class) &&
  (question.verb === 'read' || question.class === 'coordination');

export const nameOfReferred = ({ role, relationship, hop, agreed, denied, shares }: Referred): string =>
  [
    ...[role, relationship, hop.replaceAll('_', ' '), `shares ${shares.join('+')}`],
    `agreed to ${agreed.recipient}, ${agreed.standing}, ${agreed.reach}, of ${agreed.names.join('+')}`,
    denied ? `no to ${denied.recipient} of ${denied.names.join('+')}` : 'no denial',
  ].join(' · ');

export const REFERRAL_QUESTIONS: readonly Question[] = ASKED_FOR.flatMap((purpose) =>
  DATA_CLASSES.flatMap((of) => (['read', 'write'] as const).map((verb) => ({ verb, class: of, purpose }))),
);

/** Of each hop, agreement, no and share one where it matters most, at another house; and some of the rest. */
export const sampleOfReferred = (): readonly Referred[] => {
  const whatIsSaid = ({ hop, agreed, denied, shares }: Referred) => JSON.stringify([hop, agreed, denied, shares]);
  const isReceiver = ({ role, relationship }: Referred) => relationship === 'none' && SHOWN_THROUGH[role] !== undefined;
  return [
    ...drawnOfEach(REFERRED.filter(isReceiver), whatIsSaid),
    ...drawnOfEach(
      REFERRED.filter((one) => isReceiver(one) && one.hop === 'sent'),
      ({ role }) => role,
    ),
    ...drawnOfEach(
      REFERRED.filter((one) => !isReceiver(one)),
      ({ role, relationship }) => `${role} ${relationship}`,
    ),
  ];
};
