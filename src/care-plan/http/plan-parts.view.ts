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

export const personOnPlan = ({ supporters, ...person }: Person): PlanPerson => ({
  ...person,
  supporters: supporters.map(({ id, name, relation, mayBeTold }) => ({
    id,
    name,
    relation: relation ?? null,
    mayBeTold,
  })),
});

export const sectionResponse = ({ clientId: _, ...section }: ShownSection): PlanSectionResponse => section;

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

export const signOffResponse = ({
  clientId: _,
  class: _class,
  version: _version,
  ...shown
}: NamedSignOff): PlanSignOffResponse => shown;

export const changeResponse = ({ version, ...change }: Change): ChangeResponse => ({
  ...change,
  what: version === 1 ? 'made' : 'changed',
});
