import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Client, HeardOfUs } from '../domain/client.js';

@Entity('client')
export class ClientRow implements Client {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('text') readonly class!: 'identity_name';
  @Column('uuid', { name: 'home_organisation_id' }) readonly homeOrganisationId!: Id;
  @Column('text') readonly province!: string;
  @Column('text', { name: 'time_zone' }) readonly timeZone!: string;
  @Column('text', { array: true }) readonly languages!: string[];
  @Column('text', { name: 'heard_of_us', nullable: true }) readonly heardOfUs!: HeardOfUs | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('integer') readonly version!: number;
}
