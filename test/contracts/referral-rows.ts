import type pg from 'pg';
import { newId, type Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { plantReferral } from '../support/planted-referral.js';
import type { Hop, Referred } from './decision-referrals.js';
import { POLICIES_ALONE } from './decision-sql.js';
import { fillTable, shownTables, type ShownTable } from './referral-tables.js';
import { at, DAY, NOW, sourcesOf, staffOf, type Asker, type Sources } from './situation-rows.js';
import { BLANK, KEYS, plantSources } from './situation-sql.js';

/** A client with one referral that is asked about, and one that went nowhere. */
export interface PlantedReferred {
  readonly referred: Referred;
  readonly clientId: Id;
  readonly its: Id;
  readonly other: Id;
  readonly asker: Asker;
}
export interface ReferralScene {
  readonly planted: readonly PlantedReferred[];
  readonly tables: readonly ShownTable[];
}

/** In days from now. */
export const STANDS: Readonly<Record<Hop, { readonly state: string; readonly sent: number; readonly ended?: number }>> =
  {
    drafted: { state: 'drafted', sent: -5 },
    sent: { state: 'sent', sent: -5 },
    accepted: { state: 'accepted', sent: -5 },
    completed_10_days_ago: { state: 'completed', sent: -50, ended: -10 },
    completed_40_days_ago: { state: 'completed', sent: -50, ended: -40 },
    stopped_40_days_ago: { state: 'stopped', sent: -50, ended: -40 },
    declined_10_days_ago: { state: 'declined', sent: -50, ended: -10 },
    declined_40_days_ago: { state: 'declined', sent: -50, ended: -40 },
    withdrawn: { state: 'withdrawn', sent: -5, ended: -1 },
    entered_in_error: { state: 'entered_in_error', sent: -5, ended: -1 },
    to_another_house: { state: 'sent', sent: -5 },
  };

/** What ties the worker to her, and what she said; the first consent is what the referral goes by. */
export function saidOf({ role, relationship, agreed, denied }: Referred, clientId: Id, asker: Asker): Sources {
  const sources = (said: Parameters<typeof sourcesOf>[0]['said']) =>
    sourcesOf({ role, relationship, glass: 'none', said }, clientId, asker);
  const early = agreed.standing === 'in_force' ? { valid_from: at(-60 * DAY), valid_until: null } : {};
  const permit = sources({ decision: 'permit', ...agreed });
  const consents = permit.consent.map((row) => ({ ...row, reach: agreed.reach, ...early }));
  const denials = denied ? sources({ decision: 'deny', standing: 'in_force', ...denied }).consent : [];
  return { ...permit, consent: [...consents, ...denials] };
}

/** Through the triggers of the tables, as in service; then a row of each class stands in each of them. */
export async function plantReferred(owner: pg.Client, all: readonly Referred[]): Promise<ReferralScene> {
  const context = contextOf(undefined as never, owner);
  const [home, elsewhere] = [await context.organisation(), await context.organisation()];
  const askerIn = await staffOf({ home, elsewhere }, (role, where) => context.worker(role, where));
  const sender = await context.worker('counsellor', home);
  const planted = all.map((referred) => {
    const asker = askerIn({ ...referred, glass: 'none', said: undefined });
    return { referred, clientId: newId(), its: newId(), other: newId(), asker };
  });
  await owner.query(BLANK, [planted.map(({ clientId }) => clientId), home, NOW]);
  await owner.query(KEYS);
  const said = planted.map(({ referred, clientId, asker }) => saidOf(referred, clientId, asker));
  await plantSources(owner, said);
  for (const [i, { referred, clientId, its, other, asker }] of planted.entries()) {
    const to = referred.hop === 'to_another_house' ? asker.otherOrganisation : asker.organisationId;
    const one = { clientId, from: sender, to, consentId: idOf(said[i]?.consent[0]), classes: referred.shares };
    const { state, sent, ended } = STANDS[referred.hop];
    const endedAt = ended === undefined ? {} : { endedAt: at(ended * DAY) };
    await plantReferral(owner, { ...one, id: its, state, at: at(sent * DAY), ...endedAt });
    await plantReferral(owner, { ...one, id: other, state: 'drafted', at: at(-5 * DAY) });
  }
  await owner.query(POLICIES_ALONE);
  const tables = await shownTables(owner);
  for (const table of tables) await owner.query(fillTable(table), idsOf(planted));
  await owner.query('ANALYZE');
  return { planted, tables };
}

const idOf = (row: Readonly<Record<string, unknown>> = {}): Id => String(row['id']);

/** Of the clients, of the referrals that are asked about, and of the others. */
export const idsOf = (planted: readonly PlantedReferred[]): [Id[], Id[], Id[]] => [
  planted.map((one) => one.clientId),
  planted.map((one) => one.its),
  planted.map((one) => one.other),
];
