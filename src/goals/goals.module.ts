import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AddGoal } from './application/add-goal.js';
import { AddStep } from './application/add-step.js';
import { ChangeGoal } from './application/change-goal.js';
import { ChangeStep } from './application/change-step.js';
import { FindGoals } from './application/find-goals.js';
import { GoalDesk } from './application/goal-desk.js';
import { GoalsOfClients } from './application/goals-of-clients.js';
import { MoveGoal } from './application/move-goal.js';
import { ReadGoal } from './application/read-goal.js';
import { GoalStepsController } from './http/goal-steps.controller.js';
import { GoalsController } from './http/goals.controller.js';
import { GoalStore } from './persistence/goal.store.js';

const USE_CASES = [FindGoals, ReadGoal, AddGoal, ChangeGoal, MoveGoal, AddStep, ChangeStep];

@Module({
  imports: [TasksModule, ClientsModule],
  controllers: [GoalsController, GoalStepsController],
  providers: [GoalStore, GoalDesk, GoalsOfClients, ...USE_CASES],
  exports: [GoalsOfClients],
})
export class GoalsModule {}
