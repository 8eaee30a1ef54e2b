import type { WeekHours } from '../../kernel/civil-time.js';
import type { Particular } from './particular.js';

export const CHANNEL_KINDS = ['phone', 'text', 'email', 'letter', 'through_person', 'in_person', 'other'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** One way to reach her, and what is safe on it. */
export interface Channel extends Particular {
  readonly class: 'identity_contact';
  readonly kind: ChannelKind;
  readonly mayContact: boolean;
  readonly mayLeaveVoicemail: boolean;
  /** In her own time zone. Empty: any hour. */
  readonly safeHours: readonly WeekHours[];
}

export interface ChannelWords {
  /** The number or address; through a person, how that person is reached. */
  readonly value?: string;
  readonly person?: string;
  readonly sayWhat?: string;
  /** Who to say one is. */
  readonly sayWho?: string;
  readonly note?: string;
}
