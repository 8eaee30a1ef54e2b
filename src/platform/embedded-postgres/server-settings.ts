export interface ServerChoices {
  /** False does without fsync: for tests, whose data nobody misses. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

const forPrivacy = [
  // What a failed statement carries (names, notes, a phone number) must not end up in a log file.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];

/** What is committed still outlives a killed server, though not a power cut. */
const withoutDurability = ['fsync=off', 'full_page_writes=off'];

/** In the order in which they count: a later one overrides an earlier one. */
export function serverSettings(port: number, choices: ServerChoices): string[] {
  const own = Object.entries(choices.settings ?? {}).map(([name, value]) => `${name}=${value}`);
  return [
    'max_connections=200',
    'timezone=UTC',
    ...forPrivacy,
    ...(choices.durable === false ? withoutDurability : []),
    ...own,
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // A socket's path may be 107 bytes long at most, which the path of a project can exceed.
    'unix_socket_directories=',
  ];
}
