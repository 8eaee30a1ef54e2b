import type { Person } from '../../clients/application/person-of-clients.js';
import type { ShownContact } from '../../contacts/domain/shown-contact.js';
import type { ShownGoal } from '../../goals/domain/goal.js';
import type { ShownNeed } from '../../needs/domain/need.js';
import type { OwedTask } from '../../tasks/application/tasks-of-clients.js';
import type { Change } from '../domain/change.js';
import type { ShownSection } from '../domain/plan-section.js';
import type { NamedSignOff } from '../domain/plan-sign-off.js';
import type {
  ChangeResponse,
  PlanContact,
  PlanGoal,
  PlanNeed,
  PlanPerson,
  PlanSectionResponse,
  PlanSignOffResponse,
  PlanTask,
} from './plan-part.response.js';

export const personOnPlan = ({ goesBy, pronouns, languages, team, supporters }: Person): PlanPerson => ({
  goesBy,
  pronouns,
  languages,
  team: team.map(({ membershipId, name, role, isPrimary, since }) => ({ membershipId, name, role, isPrimary, since })),
  supporters: supporters.map(({ id, name, relation, mayBeTold }) => ({
    id,
    name,
    relation: relation ?? null,
    mayBeTold,
  })),
});

export const sectionResponse = (section: ShownSection): PlanSectionResponse => ({
  id: section.id,
  section: section.section,
  text: section.text,
  class: section.class,
  writtenBy: section.writtenBy,
  writtenAt: section.writtenAt,
  version: section.version,
});

export const goalOnPlan = ({ id, ownWords, teamNote, state, workedOnBy, steps, version }: ShownGoal): PlanGoal => ({
  id,
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
  domain: need.domain,
  state: need.state,
  ownWords: need.ownWords ?? null,
  teamNote: need.teamNote ?? null,
  class: need.class,
  wantsHelp: need.wantsHelp,
  workedOnBy: need.workedOnBy,
  version: need.version,
});

export const taskOnPlan = (task: OwedTask): PlanTask => ({
  id: task.id,
  kind: task.kind,
  title: task.title,
  dueOn: task.dueOn,
  dueAt: task.dueAt,
  isOverdue: task.isOverdue,
  ownerMembershipId: task.ownerMembershipId,
  ownerName: task.ownerName,
  ownerRole: task.ownerRole,
});

export const contactOnPlan = ({ contact, words, answers }: ShownContact): PlanContact => ({
  id: contact.id,
  happenedAt: contact.happenedAt,
  channel: contact.channel,
  outcome: contact.outcome,
  authorId: contact.authorId,
  minutes: contact.minutes,
  goalToday: words.goalToday ?? null,
  note: words.note ?? null,
  accompaniedTo: contact.accompaniedTo,
  accompaniment: contact.accompaniment,
  answers: Object.fromEntries(Object.entries(answers).map(([question, { answer }]) => [question, answer])),
});

export const signOffResponse = (signOff: NamedSignOff): PlanSignOffResponse => ({
  id: signOff.id,
  membershipId: signOff.membershipId,
  signedBy: signOff.signedBy,
  role: signOff.role,
  planAsOf: signOff.planAsOf,
  seenClasses: signOff.seenClasses,
  signedAt: signOff.signedAt,
});

export const changeResponse = (change: Change): ChangeResponse => ({
  id: change.id,
  kind: change.kind,
  recordId: change.recordId,
  class: change.class,
  what: change.version === 1 ? 'made' : 'changed',
  at: change.at,
  occurredAt: change.occurredAt,
  byMembershipId: change.byMembershipId,
  byName: change.byName,
  byRole: change.byRole,
});
