import type { PlannedDate, PlannedStay } from '../../admissions/domain/planned-admission.js';
import type { Person } from '../../clients/application/person-of-clients.js';
import type { ShownContact } from '../../contacts/domain/shown-contact.js';
import type { ShownGoal } from '../../goals/domain/goal.js';
import type { ShownNeed } from '../../needs/domain/need.js';
import type { PlannedReferral } from '../../referrals/domain/planned-referral.js';
import type { OwedTask } from '../../tasks/application/tasks-of-clients.js';
import type { Change, TimelineEntry } from '../domain/change.js';
import type { ShownSection } from '../domain/plan-section.js';
import type { NamedSignOff } from '../domain/plan-sign-off.js';
import type {
  ChangeResponse,
  PlanContact,
  PlanDate,
  PlanGoal,
  PlanNeed,
  PlanPerson,
  PlanReferral,
  PlanSectionResponse,
  PlanSignOffResponse,
  TimelineEntryResponse,
  PlanStay,
  PlanTask,
} from './plan-part.response.js';

export const personOnPlan = ({ goesBy, pronouns, languages, team, supporters }: Person): PlanPerson => ({
  goesBy,
  pronouns,
  languages,
  team: team.map(({ clientId, membershipId, name, role, isPrimary, since }) => ({
    ...{ clientId, membershipId, name, role, isPrimary, since },
  })),
  supporters: supporters.map(({ id, clientId, name, relation, mayBeTold }) => ({
    id,
    clientId,
    name,
    relation: relation ?? null,
    mayBeTold,
  })),
});

export const sectionResponse = (section: ShownSection): PlanSectionResponse => ({
  id: section.id,
  clientId: section.clientId,
  section: section.section,
  text: section.text,
  class: section.class,
  updatedBy: section.updatedBy,
  updatedAt: section.updatedAt,
  version: section.version,
});

export const goalOnPlan = ({
  id,
  clientId,
  ownWords,
  teamNote,
  state,
  workedOnBy,
  steps,
  version,
}: ShownGoal): PlanGoal => ({
  id,
  clientId,
  ownWords,
  teamNote: teamNote ?? null,
  state,
  workedOnBy,
  steps: steps.map((step) => ({
    id: step.id,
    text: step.text,
    state: step.state,
    dueOn: step.dueOn,
    workedOnBy: step.workedOnBy,
  })),
  version,
});

export const needOnPlan = (need: ShownNeed): PlanNeed => ({
  id: need.id,
  clientId: need.clientId,
  domain: need.domain,
  state: need.state,
  ownWords: need.ownWords ?? null,
  teamNote: need.teamNote ?? null,
  class: need.class,
  wantsHelp: need.wantsHelp,
  workedOnBy: need.workedOnBy,
  version: need.version,
});

export const referralOnPlan = (referral: PlannedReferral): PlanReferral => ({
  id: referral.id,
  clientId: referral.clientId,
  asksFor: referral.asksFor,
  urgency: referral.urgency,
  sender: referral.sender,
  receiver: referral.receiver ?? referral.outside?.name ?? null,
  service: referral.service,
  reason: referral.reason ?? null,
  ownWords: referral.ownWords ?? null,
  state: referral.state,
  because: referral.because,
  owes: referral.owes,
  nextStepBy: referral.nextStepBy,
  overdue: referral.isOverdue,
  placeInLine: referral.placeInLine,
  reviewOn: referral.reviewOn,
  version: referral.version,
});

export const dateOnPlan = ({ isLapsed, ...date }: PlannedDate): PlanDate => ({ ...date, lapsed: isLapsed });

export const stayOnPlan = ({ toldOfLowerTolerance, ...stay }: PlannedStay): PlanStay => ({
  ...stay,
  lowerTolerance: stay.endedAt !== null,
  toldOfLowerTolerance,
});

export const taskOnPlan = (task: OwedTask): PlanTask => ({
  id: task.id,
  clientId: task.clientId,
  kind: task.kind,
  title: task.title,
  due: task.dueAt === null ? null : { on: task.dueOn, at: task.dueAt },
  overdue: task.isOverdue,
  owner: {
    organisationId: task.ownerOrganisationId,
    membershipId: task.ownerMembershipId,
    name: task.ownerName,
    role: task.ownerRole,
  },
});

export const contactOnPlan = ({ contact, words, answers }: ShownContact): PlanContact => ({
  id: contact.id,
  clientId: contact.clientId,
  happenedAt: contact.happenedAt,
  channel: contact.channel,
  outcome: contact.outcome,
  createdBy: contact.createdBy,
  minutes: contact.minutes,
  goalToday: words.goalToday ?? null,
  note: words.note ?? null,
  accompaniedTo: contact.accompaniedTo,
  accompaniment: contact.accompaniment,
  answers: Object.fromEntries(Object.entries(answers).map(([question, { answer }]) => [question, answer])),
});

export const signOffResponse = (signOff: NamedSignOff): PlanSignOffResponse => ({
  id: signOff.id,
  clientId: signOff.clientId,
  by: signOff.membershipId,
  byName: signOff.signedBy,
  byRole: signOff.role,
  planAsOf: signOff.planAsOf,
  seenClasses: signOff.seenClasses,
  signedAt: signOff.signedAt,
});

const changeMembers = (change: Change) => ({
  id: change.id,
  clientId: change.clientId,
  kind: change.kind,
  recordId: change.recordId,
  class: change.class,
  what: change.version === 1 ? 'made' : 'changed',
  at: change.at,
  occurredAt: change.occurredAt,
  by: change.by,
  byName: change.byName,
  byRole: change.byRole,
});

export const changeResponse = (change: Change): ChangeResponse => changeMembers(change);

export const timelineEntryResponse = (entry: TimelineEntry): TimelineEntryResponse => ({
  ...changeMembers(entry),
  step: entry.step,
});
