import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { BeforeOthers, OfferedBy, Outcome, Transport } from '../domain/attempt.codes.js';
import type { AttemptState } from '../domain/attempt.lifecycle.js';
import type { Attempt, BeforeStep } from '../domain/attempt.js';

@Entity('attempt')
export class AttemptRow implements Attempt {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @Column('uuid', { name: 'service_id', nullable: true }) readonly serviceId!: Id | null;
  @Column('smallint') readonly round!: number;
  @Column('smallint') readonly number!: number;
  @InstantColumn({ name: 'offered_for' }) readonly offeredFor!: string;
  @Column('text') readonly zone!: string;
  @Column('text', { name: 'offered_by_channel' }) readonly offeredByChannel!: OfferedBy;
  @Column('uuid', { name: 'bed_id', nullable: true }) readonly bedId!: Id | null;
  @InstantColumn({ name: 'answer_by', nullable: true }) readonly answerBy!: string | null;
  @Column('text', { name: 'before_others_because', nullable: true }) readonly beforeOthersBecause!: BeforeOthers | null;
  @Column('text') readonly state!: AttemptState;
  @Column('text', { nullable: true }) readonly outcome!: Outcome | null;
  @InstantColumn({ name: 'confirmed_at', nullable: true }) readonly confirmedAt!: string | null;
  @Column('text', { name: 'confirmed_by_channel', nullable: true }) readonly confirmedByChannel!: OfferedBy | null;
  @Column('text', { nullable: true }) readonly transport!: Transport | null;
  @Column('uuid', { name: 'accompanied_by', nullable: true }) readonly accompaniedBy!: Id | null;
  @Column('jsonb', { name: 'before_steps' }) readonly beforeSteps!: BeforeStep[];
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('date', { name: 'next_try_on', nullable: true }) readonly nextTryOn!: string | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
