import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { PlanSection, SectionName } from '../domain/plan-section.js';

@Entity('plan_section')
export class PlanSectionRow implements PlanSection {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: DataClass;
  @Column('text') readonly section!: SectionName;
  @Column('bytea') readonly words!: Buffer;
  @Column('uuid', { name: 'written_by' }) readonly updatedBy!: Id;
  @InstantColumn({ name: 'written_at' }) readonly updatedAt!: string;
  @Column('integer') readonly version!: number;
}
