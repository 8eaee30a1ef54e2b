import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { GoalStep } from '../domain/goal.js';
import type { StepState } from '../domain/goal-step.lifecycle.js';
import type { WhoWorksOnIt } from '../../clients/domain/worked-on-by.js';

@Entity('goal_step')
export class GoalStepRow implements GoalStep {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('uuid', { name: 'goal_id' }) readonly goalId!: Id;
  @Column('text') readonly state!: StepState;
  @Column('text', { name: 'worked_on_by' }) readonly workedOnBy!: WhoWorksOnIt;
  @Column('uuid', { name: 'worked_on_by_membership_id', nullable: true }) readonly workedOnByMembershipId!: Id | null;
  @Column('date', { name: 'due_on', nullable: true }) readonly dueOn!: string | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
