import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_INSTANT, MAYBE_TEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { Id } from '../../kernel/ids.js';
import type { WeekHours } from '../../kernel/civil-time.js';
import type { ParticularList } from '../application/list-particulars.js';
import type { OneParticular } from '../application/opened-particulars.js';
import { CHANNEL_KINDS, type Channel, type ChannelKind, type ChannelWords } from '../domain/channel.js';
import { contactability, type NotNow } from '../domain/channel.rules.js';
import { NAME_SETTINGS, type ClientName, type ClientNameWords, type NameSetting } from '../domain/client-name.js';
import { particularLifecycle, standingOf, type Particular } from '../domain/particular.js';
import { MAY_BE_TOLD, type MayBeTold, type Supporter, type SupporterWords } from '../domain/supporter.js';
import { ReadRecordResponse, readOf, RECORDS, seenBy, SeenResponse } from '../../access/http/ground.response.js';

const OPEN_MOVES = {
  enum: particularLifecycle.verbs,
  isArray: true,
  description: 'What may be done to it next.',
} as const;

class ParticularResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(ID) readonly createdBy!: Id;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty(OPEN_MOVES) readonly openMoves!: readonly 'end'[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class NameResponse extends ParticularResponse {
  @ApiProperty({ enum: NAME_SETTINGS }) readonly setting!: NameSetting;
  @ApiProperty() readonly name!: string;
}

class WeekHoursResponse {
  @ApiProperty({ type: [Number], description: '1 is Monday.' }) readonly days!: readonly number[];
  @ApiProperty({ example: '17:00' }) readonly from!: string;
  @ApiProperty({ example: '21:30' }) readonly to!: string;
}

export class ChannelResponse extends ParticularResponse {
  @ApiProperty({ enum: CHANNEL_KINDS }) readonly kind!: ChannelKind;
  @ApiProperty(MAYBE_TEXT) readonly value!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly person!: string | null;
  @ApiProperty() readonly mayContact!: boolean;
  @ApiProperty() readonly mayLeaveVoicemail!: boolean;
  @ApiProperty({ type: [WeekHoursResponse], description: 'In the client’s own time zone; none: any hour.' })
  readonly safeHours!: readonly WeekHours[];
  @ApiProperty(MAYBE_TEXT) readonly sayWhat!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Who to say one is.' }) readonly sayWho!: string | null;
  @ApiProperty() readonly contactableNow!: boolean;
  @ApiProperty({ enum: ['ended', 'asked_not_to', 'outside_safe_hours', 'zone_withheld'], nullable: true })
  readonly notNowBecause!: NotNow | null;
  @ApiProperty(MAYBE_INSTANT) readonly nextSafeAt!: string | null;
}

export class SupporterResponse extends ParticularResponse {
  @ApiProperty() readonly name!: string;
  @ApiProperty(MAYBE_TEXT) readonly relation!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly reachedBy!: string | null;
  @ApiProperty({ enum: MAY_BE_TOLD }) readonly mayBeTold!: MayBeTold;
}

class ParticularsResponse extends SeenResponse {
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export class NamesResponse extends ParticularsResponse {
  @ApiProperty({ type: [NameResponse] }) readonly items!: readonly NameResponse[];
}
export class ChannelsResponse extends ParticularsResponse {
  @ApiProperty({ type: [ChannelResponse] }) readonly items!: readonly ChannelResponse[];
}
export class SupportersResponse extends ParticularsResponse {
  @ApiProperty({ type: [SupporterResponse] }) readonly items!: readonly SupporterResponse[];
}

type One<P extends Particular, W extends object> = OneParticular<P, W>;

const common = ({ particular, words, mayChange }: One<Particular, { note?: string }>) => ({
  id: particular.id,
  clientId: particular.clientId,
  note: words.note ?? null,
  createdAt: particular.createdAt,
  createdBy: particular.createdBy,
  endedAt: particular.endedAt,
  openMoves: mayChange ? particularLifecycle.openMoves(standingOf(particular), {}) : [],
  version: particular.version,
});

export const nameResponse = (one: One<ClientName, ClientNameWords>): NameResponse => ({
  ...common(one),
  setting: one.particular.setting,
  name: one.words.name,
});

export function channelResponse(one: One<Channel, ChannelWords>): ChannelResponse {
  const { particular, words } = one;
  const { contactableNow, because, nextSafeAt } = contactability(particular, one.now, one.zone);
  return {
    ...common(one),
    kind: particular.kind,
    value: words.value ?? null,
    person: words.person ?? null,
    mayContact: particular.mayContact,
    mayLeaveVoicemail: particular.mayLeaveVoicemail,
    safeHours: particular.safeHours,
    sayWhat: words.sayWhat ?? null,
    sayWho: words.sayWho ?? null,
    contactableNow,
    notNowBecause: because,
    nextSafeAt,
  };
}

export const supporterResponse = (one: One<Supporter, SupporterWords>): SupporterResponse => ({
  ...common(one),
  name: one.words.name,
  relation: one.words.relation ?? null,
  reachedBy: one.words.reachedBy ?? null,
  mayBeTold: one.particular.mayBeTold,
});

export const particularsResponse = <P extends Particular, W extends object, Shown>(
  list: ParticularList<P, W>,
  show: (one: One<P, W>) => Shown,
) => ({ items: list.items.map(show), ...seenBy(list), ...readOf(list) });
