import type { Channel } from '../domain/channel.js';
import type { ClientName } from '../domain/client-name.js';
import type { Supporter } from '../domain/supporter.js';
import { ChannelRow } from './channel.row.js';
import { ClientNameRow } from './client-name.row.js';
import type { ParticularTable } from './particular.store.js';
import { SupporterRow } from './supporter.row.js';

const COMMON = `p.id, p.client_id AS "clientId", p.class, p.words, p.created_at AS "createdAt", p.created_by AS "createdBy",
    p.ended_at AS "endedAt", p.version, k.wrapped`;
const OF_CLIENTS = 'JOIN sealing_key k ON k.client_id = p.client_id WHERE p.client_id = ANY ($1)';

const statements = (name: string, own: string, from: string) => ({
  list: {
    name: `${name}-list`,
    text: `SELECT ${COMMON}, ${own} FROM ${from} ${OF_CLIENTS} AND ($2 OR p.ended_at IS NULL) ORDER BY p.created_at, p.id`,
  },
  one: { name: `${name}-one`, text: `SELECT ${COMMON}, ${own} FROM ${from} ${OF_CLIENTS} AND p.id = $2` },
});

export const NAME_TABLE: ParticularTable<ClientName> = {
  name: 'client_name',
  row: ClientNameRow,
  ...statements('client-name', 'p.setting', 'client_name p'),
};

export const CHANNEL_TABLE: ParticularTable<Channel> = {
  name: 'channel',
  row: ChannelRow,
  ...statements(
    'channel',
    `p.kind, p.may_contact AS "mayContact", p.may_leave_voicemail AS "mayLeaveVoicemail", p.safe_hours AS "safeHours",
      c.time_zone AS zone`,
    'channel p LEFT JOIN client c ON c.id = p.client_id',
  ),
};

export const SUPPORTER_TABLE: ParticularTable<Supporter> = {
  name: 'supporter',
  row: SupporterRow,
  ...statements('supporter', 'p.may_be_told AS "mayBeTold"', 'supporter p'),
};
