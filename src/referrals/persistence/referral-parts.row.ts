import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { ReferralMoveMade, ServedKind } from '../domain/referral.js';
import type { Party } from '../domain/referral.codes.js';
import type { ReferralState } from '../domain/referral.lifecycle.js';

@Entity('referral_summary')
export class ReferralSummaryRow {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @Column('uuid', { name: 'client_id', nullable: true }) readonly clientId!: Id | null;
  @Column('uuid', { name: 'caller_id', nullable: true }) readonly callerId!: Id | null;
  @Column('text') readonly class!: DataClass;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}

@Entity('referral_move')
export class ReferralMoveRow implements ReferralMoveMade {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @Column('uuid', { name: 'client_id', nullable: true }) readonly clientId!: Id | null;
  @Column('uuid', { name: 'caller_id', nullable: true }) readonly callerId!: Id | null;
  @Column('text') readonly class!: 'coordination';
  @Column('smallint') readonly round!: number;
  @Column('text') readonly move!: string;
  @Column('text', { name: 'from_state', nullable: true }) readonly fromState!: ReferralState | null;
  @Column('text', { name: 'to_state' }) readonly toState!: ReferralState;
  @Column('text', { nullable: true }) readonly because!: string | null;
  @Column('text') readonly party!: Party;
  @Column('uuid', { name: 'by_membership', nullable: true }) readonly byMembership!: Id | null;
  @InstantColumn() readonly at!: string;
  @Column('bytea', { nullable: true }) readonly words!: Buffer | null;
  @Column('integer') readonly version!: number;
}

@Entity('referral_serves')
export class ReferralServesRow {
  @PrimaryColumn('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @PrimaryColumn('uuid', { name: 'record_id' }) readonly recordId!: Id;
  @Column('text') readonly kind!: ServedKind;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: DataClass;
}

/** Whom the receiver took a caller for. */
@Entity('referral_reception')
export class ReferralReceptionRow {
  @PrimaryColumn('uuid', { name: 'referral_id' }) readonly referralId!: Id;
  @Column('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @Column('integer') readonly version!: number;
}
