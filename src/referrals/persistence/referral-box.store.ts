import { Injectable } from '@nestjs/common';
import { opening } from '../../access/grants.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Questions, Statement, Transaction } from '../../platform/database/transaction.js';
import { OWING_FIRST, type Box, type BoxCount, type BoxFilter } from '../domain/referral-box.js';
import type { ShownReferral } from '../domain/referral.js';
import { ReferralStore, type ListedReferral } from './referral.store.js';
import { listedFrom } from './referral.statements.js';

type Narrowing = 'state' | 'urgency' | 'serviceId' | 'overdue';
const OURS: Readonly<Record<Box, string>> = { sent: 'sender_organisation_id', received: 'receiver_organisation_id' };
const DUE = `coalesce(next_step_by, 'infinity')`;

/** $1 rank, $2 due and $3 id of the last one shown, $4 how many, then what it is narrowed by. */
const NARROWED: Readonly<Record<Narrowing, (at: number) => string>> = {
  state: (at) => ` AND state = $${at}`,
  urgency: (at) => ` AND urgency = $${at}`,
  serviceId: (at) => ` AND service_id = $${at}`,
  overdue: () => ' AND next_step_by <= (SELECT app_now())',
};

interface Asked {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/**
 * Whoever holds few grants is asked about theirs alone, before row-level security looks for a grant row by row: a counsellor
 * with twenty clients would else have ten thousand rows of the house looked through, to be shown twenty.
 */
const HELD = `grantee_id = ANY ((SELECT app_grantees())::uuid[])`;
const FEW = 50;
const HELD_HERE = `(caller_id IS NOT NULL OR (SELECT count(*) > ${FEW} FROM (SELECT FROM access_grant WHERE ${HELD} LIMIT ${FEW + 1}) held)
    OR client_id = ANY (ARRAY(SELECT client_id FROM access_grant WHERE ${HELD} LIMIT ${FEW})))`;

interface Owing {
  readonly who: string;
  readonly rank: number;
  /** What else it is narrowed by. */
  readonly also: string;
}

/** Of one who owes, those most overdue first: along the index, however many there are. */
const owedBy = (box: Box, { who, rank, also }: Owing, room = '$4'): string => `
  SELECT *, ${rank} AS rank FROM referral
    WHERE ${OURS[box]} = (SELECT app_organisation()) AND ${HELD_HERE} AND owes = '${who}'${also} AND $1::int <= ${rank}
      AND (${DUE}, id) > (CASE WHEN $1 = ${rank} THEN $2 ELSE '-infinity'::timestamptz END,
        CASE WHEN $1 = ${rank} THEN $3 ELSE '00000000-0000-0000-0000-000000000000'::uuid END)
    ORDER BY ${DUE}, id LIMIT ${room}`;

/** The second list is read only as far as the first leaves room on the page. */
const bothOf = (box: Box, [first, second]: readonly [Owing, Owing]): string => `
  WITH ours AS MATERIALIZED (${owedBy(box, first)})
  SELECT * FROM (SELECT * FROM ours UNION ALL (${owedBy(box, second, '$4 - (SELECT count(*) FROM ours)')})) each
   ORDER BY rank, ${DUE}, id LIMIT $4`;

const onPage = (column: string): string => `ARRAY(SELECT DISTINCT ${column} FROM page WHERE client_id IS NOT NULL)`;

/**
 * What is on it is open from then on, so that what is shown through it can be asked in the same trip. With it the one by which
 * another page is known to follow: that one is not handed on.
 */
const openedPage = (page: string, order: string, rank: string): string => `
  WITH page AS MATERIALIZED (${page}), opened AS MATERIALIZED (
    SELECT ${opening(onPage('id'), onPage('client_id'))})
  ${listedFrom('page', `WHERE (SELECT true FROM opened) ${order}`, rank)}`;

/** One statement for each shape of the question, so that each has a plan over its own index. */
export function boxStatement(filter: BoxFilter): Statement {
  const { box, owes } = filter;
  const names = namesIn(filter);
  const owing = (rank: 0 | 1): Owing => ({ who: OWING_FIRST[box][rank], rank, also: alsoOf(names) });
  const [first, second] = [owing(0), owing(1)];
  const page = owes === undefined ? bothOf(box, [first, second]) : owedBy(box, owes === first.who ? first : second);
  return {
    name: ['referral-box', box, ...(owes === undefined ? [] : [owes]), ...names].join('-'),
    text: openedPage(page, `ORDER BY r.rank, ${DUE}, r.id`, ', r.rank'),
  };
}

/** What is over, and known to everybody whom it concerns: the newest first. */
export function overStatement(filter: BoxFilter): Statement {
  const names = namesIn(filter);
  const page = `SELECT * FROM referral WHERE ${OURS[filter.box]} = (SELECT app_organisation()) AND ${HELD_HERE} AND owes = 'nobody'${alsoOf(names)}
      AND $1::int = 0 AND (created_at, id) < ($2::timestamptz, $3::uuid) ORDER BY created_at DESC, id DESC LIMIT $4`;
  return {
    name: ['referral-box-over', filter.box, ...names].join('-'),
    text: openedPage(page, 'ORDER BY r.created_at DESC, r.id DESC', ', 0 AS rank'),
  };
}

const namesIn = (filter: BoxFilter): readonly Narrowing[] =>
  (Object.keys(NARROWED) as Narrowing[]).filter((name) => filter[name] !== undefined);

/** Only those that take a value have a place. */
const alsoOf = (names: readonly Narrowing[]): string => names.map((name, at) => NARROWED[name](at + 5)).join('');

export const countStatement = (box: Box): Statement => ({
  name: `referral-counts-${box}`,
  text: `SELECT state, owes, count(*)::int AS count, count(*) FILTER (WHERE next_step_by <= (SELECT app_now()))::int AS overdue
    FROM referral WHERE ${OURS[box]} = (SELECT app_organisation()) AND ${HELD_HERE} AND owes <> 'nobody' GROUP BY state, owes ORDER BY state, owes`,
});

const FIRST = ['0', '-infinity', '00000000-0000-0000-0000-000000000000'] as const;
const LAST = ['0', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

type Boxed = ListedReferral & { readonly rank: number };

@Injectable()
export class ReferralBoxStore {
  constructor(private readonly referrals: ReferralStore) {}

  /** Stuck first: what is owed here, the longest overdue before the others. Of what is over, the newest first. */
  async page(tx: Questions, filter: BoxFilter, page: PageRequest): Promise<Page<ShownReferral>> {
    const { statement, values } = asked(filter, page);
    const rows = await tx.query<Boxed>(statement, values);
    const { items, ...next } = pageOf(rows, page.limit, (last) => [String(last.rank), dueOf(filter, last), last.id]);
    return { items: await this.referrals.listed(tx, items), ...next };
  }

  counts(tx: Transaction, box: Box): Promise<BoxCount[]> {
    return tx.query<BoxCount>(countStatement(box));
  }
}

/** What it stands by in its list. */
const dueOf = ({ owes }: BoxFilter, { nextStepBy, createdAt }: Boxed): string =>
  owes === 'nobody' ? createdAt : (nextStepBy ?? 'infinity');

function asked(filter: BoxFilter, { limit, after }: PageRequest): Asked {
  const isOver = filter.owes === 'nobody';
  const statement = isOver ? overStatement(filter) : boxStatement(filter);
  const values = namesIn(filter).flatMap((name) => (name === 'overdue' ? [] : [filter[name]]));
  return { statement, values: [...(after ?? (isOver ? LAST : FIRST)), limit + 1, ...values] };
}
