import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WeekHours } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { InstantColumn } from '../../platform/database/columns.js';
import type { Channel, ChannelKind } from '../domain/channel.js';

@Entity('channel')
export class ChannelRow implements Channel {
  @PrimaryColumn('uuid') readonly id!: Id;
  @Column('uuid', { name: 'client_id' }) readonly clientId!: Id;
  @Column('text') readonly class!: 'identity_contact';
  @Column('text') readonly kind!: ChannelKind;
  @Column('boolean', { name: 'may_contact' }) readonly mayContact!: boolean;
  @Column('boolean', { name: 'may_leave_voicemail' }) readonly mayLeaveVoicemail!: boolean;
  @Column('jsonb', { name: 'safe_hours' }) readonly safeHours!: WeekHours[];
  @Column('bytea') readonly words!: Buffer;
  @InstantColumn({ name: 'created_at' }) readonly createdAt!: string;
  @Column('uuid', { name: 'created_by' }) readonly createdBy!: Id;
  @InstantColumn({ name: 'ended_at', nullable: true }) readonly endedAt!: string | null;
  @Column('integer') readonly version!: number;
}
