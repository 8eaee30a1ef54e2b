/**
 * Who may ever do what: the first of the four questions, on one page. The others (relationship, consent, state) are
 * answered from `access_grant`, by the same classes. A missing cell does not compile.
 */
export const ROLES = [
  'line_operator',
  'peer_navigator',
  'counsellor',
  'physician',
  'pharmacist',
  'intake_worker',
  'coordinator',
  'privacy_officer',
  'community_partner',
  'administrator',
] as const;
/**
 * Who comes by a one-time link has a role too: the client by her own, and a receiver without an account by that of one
 * referral. No membership has these roles, and no list of staff roles names them.
 */
export const LINK_ROLES = ['client', 'receiver'] as const;
export type LinkRole = (typeof LINK_ROLES)[number];
export type Role = (typeof ROLES)[number] | LinkRole;
export const isByLink = (role: string | null | undefined): role is LinkRole => LINK_ROLES.some((one) => one === role);

export const DATA_CLASSES = [
  'identity_name',
  'identity_contact',
  'coordination',
  'medication',
  'substance_use',
  'mental_health',
  'counselling',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/**
 * How far a permission reaches: never · the actor's own things · the actor's organisation · clients on whom a grant
 * stands for the class that the record has · every organisation (directory facts only).
 */
export type Reach = 'none' | 'own' | 'organisation' | 'granted' | 'all';

type Row = Readonly<Record<Role, Reach>>;

/** Of the staff. */
const everyone = (reach: Reach): Row =>
  ({ ...Object.fromEntries(ROLES.map((role) => [role, reach])), client: 'none', receiver: 'none' }) as Row;
const nobodyBut = (cells: Partial<Row>): Row => ({ ...everyone('none'), ...cells });

/** The four professions that work on a care plan. */
const careTeam = { peer_navigator: 'granted', counsellor: 'granted', physician: 'granted' } as const;
/** Who has to do with the end of a record. */
const erasers = {
  privacy_officer: 'organisation',
  coordinator: 'organisation',
  line_operator: 'organisation',
} as const;
const withCoordinator = { ...careTeam, coordinator: 'granted' } as const;

export const POLICY = {
  'me:read': everyone('own'),
  'me:change': everyone('own'),
  'session:end': everyone('own'),
  'session:verify': everyone('own'),
  'organisation:read': everyone('all'),
  /** Any administrator may bring another organisation in, and is its first administrator. */
  'organisation:register': nobodyBut({ administrator: 'all' }),
  'organisation:manage': nobodyBut({ administrator: 'organisation' }),
  'staff:read': everyone('organisation'),
  'staff:manage': nobodyBut({ administrator: 'organisation' }),
  'client:create': nobodyBut({ peer_navigator: 'organisation', counsellor: 'organisation', physician: 'organisation' }),
  'client:search': nobodyBut(withCoordinator),
  'client:read': nobodyBut(withCoordinator),
  'client:change': nobodyBut(careTeam),
  'channel:read': nobodyBut(withCoordinator),
  'channel:change': nobodyBut(careTeam),
  'supporter:read': nobodyBut(withCoordinator),
  'supporter:change': nobodyBut(careTeam),
  'care-team:read': nobodyBut(withCoordinator),
  'care-team:change': nobodyBut(withCoordinator),
  'record-link:read': nobodyBut(withCoordinator),
  'record-link:change': nobodyBut(careTeam),
  'record-pair:set-aside': nobodyBut(withCoordinator),
  /** Any client’s, for whoever may hold data of one and works with people face to face. */
  'break-glass:open': nobodyBut({ peer_navigator: 'all', counsellor: 'all', physician: 'all' }),
  'break-glass:read': nobodyBut({ ...withCoordinator, privacy_officer: 'organisation' }),
  'break-glass:move': nobodyBut({
    ...{ peer_navigator: 'own', counsellor: 'own', physician: 'own' },
    privacy_officer: 'organisation',
  }),
  /** A privacy officer: those about clients whose record is kept in her organisation. */
  'consent:read': nobodyBut({ ...withCoordinator, privacy_officer: 'organisation', client: 'own' }),
  'consent:record': nobodyBut(withCoordinator),
  'consent:move': nobodyBut({ ...withCoordinator, privacy_officer: 'organisation', client: 'own' }),
  'contact:read': nobodyBut(withCoordinator),
  'contact:write': nobodyBut(careTeam),
  'goal:read': nobodyBut(withCoordinator),
  'goal:change': nobodyBut(careTeam),
  'need:read': nobodyBut(withCoordinator),
  'need:change': nobodyBut(careTeam),
  'care-plan:read': nobodyBut({ ...withCoordinator, client: 'granted' }),
  'care-plan:write': nobodyBut(careTeam),
  'care-plan:sign': nobodyBut(withCoordinator),
  'timeline:read': nobodyBut(withCoordinator),
  'service:read': everyone('all'),
  'service:manage': nobodyBut({
    intake_worker: 'organisation',
    coordinator: 'organisation',
    administrator: 'organisation',
  }),
  'service:match': nobodyBut(withCoordinator),
  /** Of the operator’s own line, by row-level security. */
  'caller:read': nobodyBut({ line_operator: 'organisation' }),
  'caller:write': nobodyBut({ line_operator: 'organisation' }),
  /** What a client took along from the line, by her decision. */
  'caller-link:read': nobodyBut(withCoordinator),
  'caller-link:change': nobodyBut(careTeam),
  /** Of clients by grants, narrowed to the referral for whoever receives it; of a caller by row-level security. */
  'referral:read': nobodyBut({ ...withCoordinator, intake_worker: 'granted', line_operator: 'organisation' }),
  'referral:write': nobodyBut({ ...withCoordinator, intake_worker: 'granted', line_operator: 'organisation' }),
  /** Dates that were offered, stays, and who waits: by grants, narrowed to the referral for whoever receives it. */
  'attempt:read': nobodyBut({ ...withCoordinator, intake_worker: 'granted' }),
  'attempt:write': nobodyBut({ ...withCoordinator, intake_worker: 'granted' }),
  'stay:read': nobodyBut({ ...withCoordinator, intake_worker: 'granted' }),
  'stay:write': nobodyBut({ ...withCoordinator, intake_worker: 'granted' }),
  'waiting-list:read': nobodyBut({ ...withCoordinator, intake_worker: 'granted' }),
  'bed:read': nobodyBut({
    ...{ peer_navigator: 'organisation', counsellor: 'organisation', physician: 'organisation' },
    ...{ intake_worker: 'organisation', coordinator: 'organisation', administrator: 'organisation' },
  }),
  'task:read': { ...everyone('own'), ...withCoordinator },
  'task:change': { ...everyone('own'), ...withCoordinator },
  'notice:read': everyone('own'),
  'hand-link:read': nobodyBut(withCoordinator),
  'hand-link:make': nobodyBut(withCoordinator),
  /** Her own side of the link. */
  'hand:read': nobodyBut({ client: 'own' }),
  /** What one referral shares, read and answered by a receiver without an account. */
  'received-referral:read': nobodyBut({ receiver: 'own' }),
  'received-referral:answer': nobodyBut({ receiver: 'own' }),
  'access-log:read': nobodyBut({ privacy_officer: 'organisation', client: 'own' }),
  'disclosure:read': nobodyBut({ privacy_officer: 'organisation', client: 'own' }),
  'audit:read': nobodyBut({ privacy_officer: 'organisation' }),
  'legal-hold:manage': nobodyBut({ privacy_officer: 'organisation' }),
  /** To ask for it. Who decides is a privacy officer and another person: see the lifecycle. */
  'erasure:request': nobodyBut({ privacy_officer: 'organisation', coordinator: 'organisation' }),
  /** Of a caller, whoever works the line; they see and take back what was asked there, and decide nothing. */
  'caller:erase': nobodyBut({ line_operator: 'organisation' }),
  'erasure:read': nobodyBut(erasers),
  'erasure:move': nobodyBut(erasers),
  'retention:manage': nobodyBut({ privacy_officer: 'organisation' }),
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof POLICY;

export interface Ceiling {
  readonly read: readonly DataClass[];
  readonly write: readonly DataClass[];
  /** Read where her consent names them, and on no other ground. */
  readonly byConsent?: readonly DataClass[];
  /** Read through one referral, where its sender shared them; `coordination` is then written too. */
  readonly byReferral?: readonly DataClass[];
}

const ALL_BUT_COUNSELLING = DATA_CLASSES.filter((name) => name !== 'counselling');

/** The most a role may hold over a whole client. The table `role_ceiling` says the same; a contract test compares them. */
export const ROLE_CEILINGS: Readonly<Partial<Record<Role, Ceiling>>> = {
  peer_navigator: {
    read: ['identity_name', 'identity_contact', 'coordination', 'medication', 'substance_use', 'mental_health'],
    write: ['identity_name', 'identity_contact', 'coordination', 'substance_use'],
    byReferral: ALL_BUT_COUNSELLING,
  },
  counsellor: {
    read: [...DATA_CLASSES],
    write: ['identity_name', 'identity_contact', 'coordination', 'substance_use', 'mental_health', 'counselling'],
    byReferral: ALL_BUT_COUNSELLING,
  },
  physician: {
    read: ALL_BUT_COUNSELLING,
    write: ALL_BUT_COUNSELLING,
    byConsent: ['counselling'],
    byReferral: ALL_BUT_COUNSELLING,
  },
  /** Works on the referrals that came in, and holds nothing in any other way. */
  intake_worker: { read: [], write: [], byReferral: ALL_BUT_COUNSELLING },
  coordinator: {
    read: ['identity_name', 'identity_contact', 'coordination'],
    write: ['coordination'],
    byReferral: ['identity_name', 'identity_contact', 'coordination'],
  },
  client: { read: ALL_BUT_COUNSELLING, write: [] },
  /** What one referral shares, and only to read. */
  receiver: { read: [], write: [], byReferral: ALL_BUT_COUNSELLING },
};

export const reachOf = (role: Role, permission: Permission): Reach => POLICY[permission][role];
