import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataClass, Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { PlanSignOff } from '../domain/plan-sign-off.js';

@Entity('plan_sign_off')
export class PlanSignOffRow implements PlanSignOff {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('uuid', { name: 'membership_id' }) readonly membershipId!: Id;
  @Column('text') readonly role!: Role;
  @InstantColumn({ name: 'plan_as_of' }) readonly planAsOf!: string;
  @Column('text', { name: 'seen_classes', array: true }) readonly seenClasses!: DataClass[];
  @InstantColumn({ name: 'signed_at' }) readonly signedAt!: string;
  @Column('integer') readonly version!: number;
}
