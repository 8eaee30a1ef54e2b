import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '../../access/actor.js';
import type { DataClass, Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Consent, ConsentReach, Decision, HowGiven, RecipientKind } from '../domain/consent.js';
import type { StoredConsentState } from '../domain/consent.lifecycle.js';

@Entity('consent')
export class ConsentRow implements Consent {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'coordination';
  @Column('text') readonly decision!: Decision;
  @Column('text', { name: 'recipient_kind' }) readonly recipientKind!: RecipientKind;
  @Column('uuid', { name: 'recipient_organisation_id' }) readonly recipientOrganisationId!: Id;
  @Column('text', { name: 'recipient_role', nullable: true }) readonly recipientRole!: Role | null;
  @Column('uuid', { name: 'recipient_membership_id', nullable: true }) readonly recipientMembershipId!: Id | null;
  @Column('text', { array: true }) readonly classes!: readonly DataClass[];
  @Column('text', { array: true, nullable: true }) readonly purposes!: readonly Purpose[] | null;
  @Column('text') readonly reach!: ConsentReach;
  @InstantColumn({ name: 'valid_from' }) readonly validFrom!: string;
  @InstantColumn({ name: 'valid_until', nullable: true }) readonly validUntil!: string | null;
  @Column('text', { name: 'how_given' }) readonly howGiven!: HowGiven;
  @Column('uuid', { name: 'explained_by' }) readonly explainedBy!: Id;
  @Column('text') readonly language!: string;
  @Column('boolean', { name: 'copy_given' }) readonly copyGiven!: boolean;
  @Column('uuid', { name: 'renews_id', nullable: true }) readonly renewsId!: Id | null;
  @Column('bytea') readonly words!: Buffer;
  @Column('bytea', { name: 'end_words', nullable: true }) readonly endWords!: Buffer | null;
  @Column('text') readonly state!: StoredConsentState;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'updated_at' }) readonly updatedAt!: string;
  @Column('uuid', { name: 'updated_by' }) readonly updatedBy!: Id;
  @Column('integer') readonly version!: number;
}
