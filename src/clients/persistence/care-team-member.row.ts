import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { CareTeamMember, LeftBecause } from '../domain/care-team.js';

@Entity('care_team_member')
export class CareTeamMemberRow implements CareTeamMember {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('uuid', { name: 'membership_id' }) readonly membershipId!: Id;
  @Column('boolean', { name: 'is_primary' }) readonly isPrimary!: boolean;
  @InstantColumn({ name: 'started_at' }) readonly startedAt!: string;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('text', { name: 'ended_because', nullable: true }) readonly endedBecause!: LeftBecause | null;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @Column('integer') readonly version!: number;
}
