import { newId, type Id } from '../../src/kernel/ids.js';
import { ROLES, type Role } from '../../src/access/policy.js';
import type { Recipient, SaidByHer, Situation, Standing } from './decision-situations.js';

/** When everything is asked. */
export const NOW = '2026-11-23T16:00:00.000Z';
const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const at = (milliseconds: number): string => new Date(Date.parse(NOW) + milliseconds).toISOString();
/** When what was taken back was taken back: a consent ends when that is said. */
export const SAID_THEN = at(-DAY);

/** A membership at one of the two places, as a consent, a team or an emergency names it. */
export interface Member {
  readonly membershipId: Id;
  readonly personId: Id;
  readonly organisationId: Id;
  readonly role: Role;
}

/** Somebody whom the situation is about, and a colleague in the same role at the same place. */
export interface Asker extends Member {
  readonly colleague: Id;
  readonly otherOrganisation: Id;
}

/** Two in each role at each of the two places; who of them a situation is about. */
export async function staffOf<One extends Member>(
  places: { readonly home: Id; readonly elsewhere: Id },
  make: (role: Role, organisationId: Id) => Promise<One>,
): Promise<(situation: Situation) => One & Asker> {
  const askers = new Map<string, One & Asker>();
  const { home, elsewhere } = places;
  for (const role of ROLES)
    for (const [organisation, otherOrganisation] of [
      [home, elsewhere],
      [elsewhere, home],
    ] as const) {
      const colleague = (await make(role, organisation)).membershipId;
      askers.set(`${role} ${organisation}`, { ...(await make(role, organisation)), colleague, otherOrganisation });
    }
  return ({ role, relationship }) => {
    const isAway = relationship === 'none' || relationship === 'team_of_elsewhere';
    const asker = askers.get(`${role} ${isAway ? elsewhere : home}`);
    if (!asker) throw new Error(`Nobody is ${role}.`);
    return asker;
  };
}

type Row = Readonly<Record<string, unknown>>;
/** What stands about one client, table by table; recomputing her grants follows from the triggers of these. */
export type Sources = Readonly<Record<'care_team_member' | 'consent' | 'break_glass', readonly Row[]>>;

export const sourcesOf = (situation: Situation, clientId: Id, asker: Asker): Sources => ({
  care_team_member: teamOf(situation, clientId, asker),
  consent: consentsOf(situation.said, clientId, asker),
  break_glass: glassOf(situation, clientId, asker),
});

function teamOf({ relationship }: Situation, clientId: Id, { membershipId }: Asker): readonly Row[] {
  if (!['team', 'team_of_elsewhere', 'ended'].includes(relationship)) return [];
  const over = relationship === 'ended' && { ended_at: at(-DAY), ended_because: 'other' };
  const started = { started_at: at(-40 * DAY), is_primary: false, created_by: membershipId, version: 1 };
  return [
    { id: newId(), client_id: clientId, class: 'coordination', membership_id: membershipId, ...started, ...over },
  ];
}

const TIMES: Readonly<Record<Standing, Row>> = {
  in_force: { valid_from: at(-10 * DAY), valid_until: at(10 * DAY) },
  expired: { valid_from: at(-10 * DAY), valid_until: at(-MINUTE) },
  not_begun: { valid_from: at(MINUTE) },
  withdrawn: { valid_from: at(-10 * DAY), state: 'withdrawn', ended_at: SAID_THEN },
  for_care_alone: { valid_from: at(-10 * DAY), purposes: ['care_management'] },
};

const recipientOf = (recipient: Recipient, { membershipId, colleague, role, ...at }: Asker): Row =>
  ({
    organisation: { recipient_kind: 'organisation' },
    role: { recipient_kind: 'role', recipient_role: role },
    person: { recipient_kind: 'person', recipient_membership_id: membershipId },
    another_role: { recipient_kind: 'role', recipient_role: role === 'physician' ? 'counsellor' : 'physician' },
    colleague: { recipient_kind: 'person', recipient_membership_id: colleague },
    another_organisation: { recipient_kind: 'organisation', recipient_organisation_id: at.otherOrganisation },
  })[recipient];

function consentsOf(said: SaidByHer | undefined, clientId: Id, asker: Asker): readonly Row[] {
  if (!said) return [];
  const by = { explained_by: asker.membershipId, created_by: asker.membershipId, updated_by: asker.membershipId };
  const row = (decision: string, recipient: Recipient, standing: Standing): Row => ({
    ...{ id: newId(), client_id: clientId, class: 'coordination', decision, classes: said.names, reach: 'record' },
    ...{ recipient_organisation_id: asker.organisationId, ...recipientOf(recipient, asker) },
    ...{ how_given: 'in_person', language: 'en', copy_given: true, words: '\\x01', state: 'active' },
    ...{ created_at: at(-10 * DAY), updated_at: at(-10 * DAY), version: 1, ...by, ...TIMES[standing] },
  });
  const { decision, recipient, standing } = said;
  if (decision !== 'deny_beside_permit') return [row(decision, recipient, standing)];
  return [row('permit', 'organisation', 'in_force'), row('deny', recipient, standing)];
}

const OPENED = {
  open: { opened: -30, state: 'open' },
  over: { opened: -61, state: 'open' },
  closed: { opened: -30, closed: -10, state: 'closed' },
} as const;

function glassOf({ glass }: Situation, clientId: Id, asker: Asker): readonly Row[] {
  if (glass === 'none') return [];
  const { opened, state, ...more } = OPENED[glass];
  const closed = 'closed' in more && { closed_at: at(more.closed * MINUTE), closed_by: asker.membershipId };
  return [
    {
      ...{ id: newId(), client_id: clientId, class: 'coordination', because: 'life_in_danger', state, version: 1 },
      ...{ membership_id: asker.membershipId, person_id: asker.personId, role: asker.role, ...closed },
      ...{ organisation_id: asker.organisationId, opened_at: at(opened * MINUTE) },
      ...{ ends_at: at((opened + 60) * MINUTE), review_due_at: at(opened * MINUTE + 3 * DAY) },
    },
  ];
}
