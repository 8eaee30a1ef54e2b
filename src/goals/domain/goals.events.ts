import type { Id } from '../../kernel/ids.js';
import type { GoalMove, GoalState } from './goal.lifecycle.js';
import type { StepMove, StepState } from './goal-step.lifecycle.js';

interface About {
  readonly id: Id;
  readonly clientId: Id;
  readonly version: number;
}
/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

const about = (clientId: Id, { ground }: On) => ({ clientId, classes: ['coordination'] as const, ground });
const aboutGoal = (goal: About, on: On) => ({
  ...about(goal.clientId, on),
  facts: { goalId: goal.id, version: goal.version },
});
const aboutStep = (step: About & { readonly goalId: Id }, on: On) => ({
  ...about(step.clientId, on),
  facts: { goalId: step.goalId, stepId: step.id, version: step.version },
});

export const goalsListed = (clientId: Id, on: On, shown: number) => ({
  event: 'goal.listed',
  ...about(clientId, on),
  facts: { shown },
});

export const goalDone = (event: 'goal.read' | 'goal.named', goal: About, on: On) => ({ event, ...aboutGoal(goal, on) });

export function goalChanged(goal: About, on: On, fields: readonly string[]) {
  const { facts, ...rest } = aboutGoal(goal, on);
  return { event: 'goal.changed', ...rest, facts: { ...facts, fields } };
}

export function goalMoved(goal: About & { readonly state: GoalState }, on: On, made: MoveMade<GoalMove, GoalState>) {
  const { facts, ...rest } = aboutGoal(goal, on);
  return { event: 'goal.moved', ...rest, facts: { ...facts, ...made, to: goal.state } };
}

export const stepDone = (
  event: 'goal_step.read' | 'goal_step.added',
  step: About & { readonly goalId: Id },
  on: On,
) => ({
  event,
  ...aboutStep(step, on),
});

export function stepChanged(step: About & { readonly goalId: Id }, on: On, fields: readonly string[]) {
  const { facts, ...rest } = aboutStep(step, on);
  return { event: 'goal_step.changed', ...rest, facts: { ...facts, fields } };
}

export function stepMoved(
  step: About & { readonly goalId: Id; readonly state: StepState },
  on: On,
  made: MoveMade<StepMove, StepState>,
) {
  const { facts, ...rest } = aboutStep(step, on);
  return { event: 'goal_step.moved', ...rest, facts: { ...facts, ...made, to: step.state } };
}

interface MoveMade<Move, State> {
  readonly move: Move;
  readonly from: State;
}
