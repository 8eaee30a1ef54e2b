import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WhoWorksOnIt } from '../../clients/domain/worked-on-by.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { HousingStatus } from '../domain/housing.js';
import type { Need } from '../domain/need.js';
import type { NeedClass, NeedDomain } from '../domain/need.domains.js';
import type { Documents } from '../domain/need.facts.js';
import type { ConfirmedBy, NeedState, WantsHelp } from '../domain/need.lifecycle.js';

@Entity('need')
export class NeedRow implements Need {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: NeedClass;
  @Column('text') readonly domain!: NeedDomain;
  @Column('text') readonly state!: NeedState;
  @Column('text', { name: 'wants_help' }) readonly wantsHelp!: WantsHelp;
  @Column('smallint', { nullable: true }) readonly rank!: number | null;
  @Column('text', { name: 'worked_on_by', nullable: true }) readonly workedOnBy!: WhoWorksOnIt | null;
  @Column('uuid', { name: 'worked_on_by_membership_id', nullable: true }) readonly workedOnByMembershipId!: Id | null;
  @Column('date', { nullable: true }) readonly since!: string | null;
  @Column('text', { name: 'confirmed_by', nullable: true }) readonly confirmedBy!: ConfirmedBy | null;
  @InstantColumn({ name: 'confirmed_at', nullable: true }) readonly confirmedAt!: string | null;
  @Column('text', { name: 'housing_status', nullable: true }) readonly housingStatus!: HousingStatus | null;
  @Column('jsonb', { nullable: true }) readonly documents!: Documents | null;
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
