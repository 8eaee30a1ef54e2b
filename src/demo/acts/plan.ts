import type { SectionName } from '../../care-plan/domain/plan-section.js';
import type { GoalMove } from '../../goals/domain/goal.lifecycle.js';
import type { StepMove } from '../../goals/domain/goal-step.lifecycle.js';
import type { HousingStatus } from '../../needs/domain/housing.js';
import type { NeedDomain } from '../../needs/domain/need.domains.js';
import type { Documents } from '../../needs/domain/need.facts.js';
import type { ConfirmedBy, NeedMove, WantsHelp } from '../../needs/domain/need.lifecycle.js';
import type { DemoWorker } from '../demo-places.js';
import type { Act, Asked } from '../life.js';

export const member = ({ membershipId }: DemoWorker) => ({ who: 'member', membershipId }) as const;

interface Worked {
  readonly workedOnBy?: ReturnType<typeof member>;
  readonly rank?: number;
  readonly teamNote?: string;
}

export const goal =
  (key: string, ownWords: string, more: Worked = {}): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/goals`,
    body: { id: told.make(`goal/${key}`), ownWords, ...more },
  });

export const goalIs =
  (key: string, move: Exclude<GoalMove, 'become'>, note?: string): Act =>
  (told) =>
    moved('goals', told.change(`goal/${key}`), { move, ...(note !== undefined && { note }) });

export const goalBecomes =
  (key: string, successor: string): Act =>
  (told) =>
    moved('goals', told.change(`goal/${key}`), { move: 'become', becomes: told.known(`goal/${successor}`) });

/** @param due in days from the day of planting */
export const step =
  (goalKey: string, key: string, text: string, due?: number): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/goals/${told.known(`goal/${goalKey}`)}/steps`,
    body: { id: told.make(`step/${key}`), text, ...(due !== undefined && { dueOn: told.day(due) }) },
  });

export const stepIs =
  (key: string, move: StepMove): Act =>
  (told) =>
    moved('goal-steps', told.change(`step/${key}`), { move });

interface NeedSaid extends Omit<Worked, 'workedOnBy'> {
  readonly ownWords?: string;
  readonly wantsHelp?: WantsHelp;
  readonly workedOnBy?: ReturnType<typeof member>;
  readonly housingStatus?: HousingStatus;
  readonly documents?: Documents;
}

/** One of each domain is enough for a life; a second one has a key of its own. */
export const need =
  (domain: NeedDomain, said: NeedSaid = {}, key: string = domain): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/needs`,
    body: { id: told.make(`need/${key}`), domain, ...said },
  });

export const needIs =
  (key: string, move: Exclude<NeedMove, 'confirm'>, note?: string): Act =>
  (told) =>
    moved('needs', told.change(`need/${key}`), { move, ...(note !== undefined && { note }) });

export const needConfirmed =
  (key: string, confirmedBy: ConfirmedBy): Act =>
  (told) =>
    moved('needs', told.change(`need/${key}`), { move: 'confirm', confirmedBy });

export const needNow =
  (key: string, said: NeedSaid): Act =>
  (told) => {
    const { id, version } = told.change(`need/${key}`);
    return { method: 'PATCH', path: `/v1/needs/${id}`, version, body: { ...said } };
  };

/** Written the first time, written anew from then on. */
export const section =
  (name: SectionName, text: string): Act =>
  (told) => {
    if (told.has(`section/${name}`)) {
      const { id, version } = told.change(`section/${name}`);
      return { method: 'PATCH', path: `/v1/plan-sections/${id}`, version, body: { text } };
    }
    const body = { id: told.make(`section/${name}`), section: name, text };
    return { method: 'POST', path: `/v1/clients/${told.clientId}/care-plan/sections`, body };
  };

export const signs: Act = (told) => ({
  method: 'POST',
  path: `/v1/clients/${told.clientId}/care-plan/sign-offs`,
  body: { id: told.makeNext('sign-off') },
});

/** From here on, what others change is new to this worker. */
export const looks: Act = (told) => ({ method: 'GET', path: `/v1/clients/${told.clientId}/care-plan` });

export const moved = (
  kind: 'goals' | 'goal-steps' | 'needs' | 'tasks' | 'break-glass',
  { id, version }: { readonly id: string; readonly version: number },
  body: Readonly<Record<string, unknown>>,
): Asked => ({ method: 'POST', path: `/v1/${kind}/${id}/moves`, version, body });
