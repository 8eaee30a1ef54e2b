import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { ClientName, NameSetting } from '../domain/client-name.js';

@Entity('client_name')
export class ClientNameRow implements ClientName {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'identity_name';
  @Column('text') readonly setting!: NameSetting;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('integer') readonly version!: number;
}
