import { isCivilTime } from '../../kernel/civil-time.js';
import type { WeekHours } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import {
  Clearable,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsWords,
  IsYesNo,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import { CHANNEL_KINDS, type ChannelKind } from '../domain/channel.js';
import { NAME_SETTINGS, type NameSetting } from '../domain/client-name.js';
import { particularLifecycle } from '../domain/particular.js';
import { MAY_BE_TOLD, type MayBeTold } from '../domain/supporter.js';

const SHORT = { max: 200 };
const NOTE = { max: 2_000 };

/** Of a list: whether what has ended is shown too. */
export class ParticularsQuery {
  @IsOneOf(['ended']) @Optional() readonly include?: 'ended';
}

export class EndRequest {
  @IsOneOf(particularLifecycle.verbs) readonly move!: 'end';
}

export class AddNameRequest {
  @IsIdText() @Optional() readonly id?: Id;
  @IsOneOf(NAME_SETTINGS) readonly setting!: NameSetting;
  @IsWords(SHORT) readonly name!: string;
  @IsWords(NOTE) @Optional() readonly note?: string;
}

export class ChangeNameRequest {
  @IsOneOf(NAME_SETTINGS) @Optional() readonly setting?: NameSetting;
  @IsWords(SHORT) @Optional() readonly name?: string;
  @IsWords(NOTE) @Clearable() readonly note?: string | null;
}

const span: InputRule = {
  code: 'week_hours',
  holds: (value) => {
    if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'days,from,to')
      return false;
    const { days, from, to } = value as Record<keyof WeekHours, unknown>;
    return isWeekdays(days) && isCivilTime(from) && isCivilTime(to);
  },
  message: {
    en: 'Send {"days": [1, 2], "from": "17:00", "to": "21:30"}; 1 is Monday, 7 Sunday, each once.',
    fr: 'Envoyez {"days": [1, 2], "from": "17:00", "to": "21:30"} ; 1 est lundi, 7 dimanche, une fois chacun.',
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['days', 'from', 'to'],
    properties: {
      days: { type: 'array', minItems: 1, maxItems: 7, items: { type: 'integer', minimum: 1, maximum: 7 } },
      from: { type: 'string', example: '17:00' },
      to: { type: 'string', example: '21:30' },
    },
  },
};
const SPANS = { max: 21 };

const isWeekdays = (days: unknown): boolean =>
  Array.isArray(days) &&
  days.length > 0 &&
  new Set(days).size === days.length &&
  days.every((day) => Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7);

export class AddChannelRequest {
  @IsIdText() @Optional() readonly id?: Id;
  @IsOneOf(CHANNEL_KINDS) readonly kind!: ChannelKind;
  /** The number or address; through a person, how that person is reached. */
  @IsWords(SHORT) @Optional() readonly value?: string;
  /** Through whom. */
  @IsWords(SHORT) @Optional() readonly person?: string;
  @IsYesNo() readonly mayContact!: boolean;
  /** No, unless the client said yes. */
  @IsYesNo() @Optional() readonly mayLeaveVoicemail?: boolean;
  /** In the client’s own time zone; none named: any hour. A `to` at or before `from` is on the next day. */
  @IsListOf(span, SPANS) @Optional() readonly safeHours?: WeekHours[];
  @IsWords(NOTE) @Optional() readonly sayWhat?: string;
  /** Who to say one is. */
  @IsWords(SHORT) @Optional() readonly sayWho?: string;
  @IsWords(NOTE) @Optional() readonly note?: string;
}

export class ChangeChannelRequest {
  @IsWords(SHORT) @Clearable() readonly value?: string | null;
  @IsWords(SHORT) @Clearable() readonly person?: string | null;
  @IsYesNo() @Optional() readonly mayContact?: boolean;
  @IsYesNo() @Optional() readonly mayLeaveVoicemail?: boolean;
  @IsListOf(span, SPANS) @Optional() readonly safeHours?: WeekHours[];
  @IsWords(NOTE) @Clearable() readonly sayWhat?: string | null;
  @IsWords(SHORT) @Clearable() readonly sayWho?: string | null;
  @IsWords(NOTE) @Clearable() readonly note?: string | null;
}

export class AddSupporterRequest {
  @IsIdText() @Optional() readonly id?: Id;
  @IsWords(SHORT) readonly name!: string;
  /** What they may be told, as the client said. */
  @IsOneOf(MAY_BE_TOLD) readonly mayBeTold!: MayBeTold;
  /** Who this is to the client, in their words. */
  @IsWords(SHORT) @Optional() readonly relation?: string;
  @IsWords(SHORT) @Optional() readonly reachedBy?: string;
  @IsWords(NOTE) @Optional() readonly note?: string;
}

export class ChangeSupporterRequest {
  @IsWords(SHORT) @Optional() readonly name?: string;
  @IsOneOf(MAY_BE_TOLD) @Optional() readonly mayBeTold?: MayBeTold;
  @IsWords(SHORT) @Clearable() readonly relation?: string | null;
  @IsWords(SHORT) @Clearable() readonly reachedBy?: string | null;
  @IsWords(NOTE) @Clearable() readonly note?: string | null;
}
