import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../access/policy.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Language } from '../domain/organisation.js';
import type { Membership, Staff } from '../domain/staff.js';

@Entity('staff')
export class StaffRow implements Staff {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly email!: string;
  @Column('text', { name: 'display_name' }) readonly displayName!: string;
  @Column('text') readonly language!: Language;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @InstantColumn({ name: 'activated_at', nullable: true }) readonly activatedAt!: string | null;
  @InstantColumn({ name: 'disabled_at', nullable: true }) readonly disabledAt!: string | null;
  @Column('integer') readonly version!: number;
}

@Entity('membership')
export class MembershipRow implements Membership {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'staff_id' }) readonly staffId!: string;
  @Column('uuid', { name: 'organisation_id' }) readonly organisationId!: string;
  @Column('text') readonly role!: Role;
  @InstantColumn({ name: 'started_at' }) readonly startedAt!: string;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('integer') readonly version!: number;
}
