import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type {
  EffectOnHousing,
  EffectOnIncome,
  IntakeRhythm,
  OatAfter,
  OatInside,
  Readmission,
  ReferredBy,
  Service,
  ServiceKind,
} from '../domain/service.js';

@Entity('service')
export class ServiceRow implements Service {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'organisation_id' }) readonly organisationId!: Id;
  @Column('text') readonly name!: string;
  @Column('text') readonly kind!: ServiceKind;
  @Column('text', { nullable: true }) readonly about!: string | null;
  @Column('text', { array: true }) readonly languages!: string[];
  @Column('text', { array: true, name: 'referred_by' }) readonly referredBy!: ReferredBy[];
  @Column('integer', { name: 'length_days', nullable: true }) readonly lengthDays!: number | null;
  @Column('text', { name: 'intake_rhythm' }) readonly intakeRhythm!: IntakeRhythm;
  @Column('integer', { name: 'monthly_cost', nullable: true }) readonly monthlyCost!: number | null;
  @Column('text', { name: 'effect_on_income' }) readonly effectOnIncome!: EffectOnIncome;
  @Column('text', { name: 'effect_on_housing' }) readonly effectOnHousing!: EffectOnHousing;
  @Column('text', { name: 'oat_inside' }) readonly oatInside!: OatInside;
  @Column('text', { name: 'oat_after' }) readonly oatAfter!: OatAfter;
  @Column('text') readonly readmission!: Readmission;
  @Column('integer', { name: 'call_in_every_days', nullable: true }) readonly callInEveryDays!: number | null;
  @Column('integer', { name: 'capacity_holds_hours' }) readonly capacityHoldsHours!: number;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @InstantColumn({ name: 'closed_at', nullable: true }) readonly closedAt!: string | null;
  @Column('integer') readonly version!: number;
}
