import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Naloxone, StayEnd } from '../domain/stay.codes.js';
import type { StayState } from '../domain/stay.lifecycle.js';
import type { Stay } from '../domain/stay.js';

@Entity('stay')
export class StayRow implements Stay {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @Column('uuid', { name: 'attempt_id', nullable: true }) readonly attemptId!: Id | null;
  @Column('uuid', { name: 'service_id' }) readonly serviceId!: Id;
  @Column('uuid', { name: 'bed_id', nullable: true }) readonly bedId!: Id | null;
  @Column('text') readonly state!: StayState;
  @InstantColumn({ name: 'admitted_at' }) readonly admittedAt!: string;
  @Column('date', { name: 'planned_end_on', nullable: true }) readonly plannedEndOn!: string | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('text', { nullable: true }) readonly because!: StayEnd | null;
  @Column('text', { nullable: true }) readonly naloxone!: Naloxone | null;
  @Column('boolean', { name: 'told_of_lower_tolerance', nullable: true }) readonly toldOfLowerTolerance!:
    boolean | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
