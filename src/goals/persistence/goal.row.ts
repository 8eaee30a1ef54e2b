import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Goal } from '../domain/goal.js';
import type { GoalState } from '../domain/goal.lifecycle.js';
import type { WhoWorksOnIt } from '../../clients/domain/worked-on-by.js';

@Entity('goal')
export class GoalRow implements Goal {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('text') readonly state!: GoalState;
  @Column('smallint', { nullable: true }) readonly rank!: number | null;
  @Column('text', { name: 'worked_on_by' }) readonly workedOnBy!: WhoWorksOnIt;
  @Column('uuid', { name: 'worked_on_by_membership_id', nullable: true }) readonly workedOnByMembershipId!: Id | null;
  @Column('uuid', { name: 'became_id', nullable: true }) readonly becameId!: Id | null;
  @InstantColumn({ name: 'reviewed_at', nullable: true }) readonly reviewedAt!: string | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
