import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Organisation, OrganisationKind, Province } from '../domain/organisation.js';

@Entity('organisation')
export class OrganisationRow implements Organisation {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly kind!: OrganisationKind;
  @Column('text') readonly province!: Province;
  @Column('text', { name: 'time_zone' }) readonly timeZone!: string;
  @Column('text', { array: true }) readonly languages!: readonly string[];
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @InstantColumn({ name: 'closed_at', nullable: true }) readonly closedAt!: string | null;
  @Column('integer') readonly version!: number;
}
