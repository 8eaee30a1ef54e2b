import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { ServedKind } from '../domain/referral.js';

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
