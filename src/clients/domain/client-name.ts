import type { Particular } from './particular.js';

/** Where a name is hers: what she goes by with us, on a health card, on the line, on the street, at home. */
export const NAME_SETTINGS = ['goes_by', 'legal', 'line', 'community', 'family', 'earlier', 'other'] as const;
export type NameSetting = (typeof NAME_SETTINGS)[number];

export interface ClientName extends Particular {
  readonly class: 'identity_name';
  readonly setting: NameSetting;
}

export interface ClientNameWords {
  readonly name: string;
  readonly note?: string;
}

export type NamedIn = Pick<ClientName, 'setting' | 'createdAt'> & Pick<ClientNameWords, 'name'>;

/** The name to say: what she goes by, the newest; else her first name of any setting. */
export function saidName(names: readonly NamedIn[]): string | undefined {
  const oldestFirst = [...names].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return (oldestFirst.findLast(({ setting }) => setting === 'goes_by') ?? oldestFirst[0])?.name;
}
