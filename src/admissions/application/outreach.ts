import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { addDays, civilDateAt, type CivilDate } from '../../kernel/civil-time.js';
import { TaskOpening } from '../../tasks/application/task-opening.js';
import { TaskSettling } from '../../tasks/application/task-settling.js';
import type { Naloxone } from '../domain/stay.codes.js';
import { FOLLOW_UPS, isNaloxoneOwed, NALOXONE_OFFER, OUTREACH, type FollowUp } from '../domain/stay.rules.js';
import { KeeperStore, type Keeper } from '../persistence/keeper.store.js';
import type { OfClient } from './admission-desk.js';

/** What somebody is to do after a stay. */
export interface FollowUpWish {
  readonly title: string;
  readonly dueOn: CivilDate;
}

type KindOfTask = 'warm_outreach' | 'after_care';

/**
 * Tasks at the sender that follow from a date or a stay, in the same transaction: a date that was missed opens an offer
 * and no penalty, and after a stay the follow-up is there already.
 */
@Injectable()
export class Outreach {
  constructor(
    private readonly keepers: KeeperStore,
    private readonly opening: TaskOpening,
    private readonly settling: TaskSettling,
  ) {}

  /** Once: what is owed already is not owed twice. */
  async open(tx: Tx, at: OfClient): Promise<void> {
    if (await this.settling.isOwed(tx, at.referral.id, 'warm_outreach')) return;
    const keeper = await this.keeper(tx, at);
    const due = { title: OUTREACH.title[keeper.language], dueOn: dayIn(tx, keeper, OUTREACH.days) };
    await this.task(tx, at, keeper, { kind: 'warm_outreach', ...due });
  }

  /** The next date is confirmed: whoever was to reach out has done so, or need not. */
  async settle(tx: Tx, { referral, on }: OfClient): Promise<void> {
    await this.settling.ofKind(tx, referral.id, 'warm_outreach', on);
  }

  /** Those that whoever ended the stay named, or else the proposals; and naloxone, where it is still to be offered. */
  async followUp(tx: Tx, at: OfClient, named: readonly FollowUpWish[] | undefined, naloxone: Naloxone): Promise<void> {
    const keeper = await this.keeper(tx, at);
    const proposed = ({ title, days }: FollowUp) => ({ title: title[keeper.language], dueOn: dayIn(tx, keeper, days) });
    const wishes = [
      ...(isNaloxoneOwed(naloxone) ? [proposed(NALOXONE_OFFER)] : []),
      ...(named ?? FOLLOW_UPS.map(proposed)),
    ];
    for (const wish of wishes) await this.task(tx, at, keeper, { kind: 'after_care', ...wish });
  }

  /** Whoever asked, or their role, or the coordinators: what is to be done is dropped by nobody. */
  private async keeper(tx: Tx, { referral }: OfClient): Promise<Keeper> {
    const keeper = await this.keepers.atSender(tx, referral.id);
    if (!keeper) throw new Error('What is to be done because of a referral would be kept by nobody.');
    return keeper;
  }

  private async task(tx: Tx, { referral, on }: OfClient, keeper: Keeper, what: FollowUpWish & { kind: KindOfTask }) {
    const { kind, title, dueOn } = what;
    const about = { clientId: referral.clientId, class: referral.class };
    const source = { kind: 'referral', id: referral.id };
    const owner = {
      ownerOrganisationId: keeper.organisationId,
      ownerMembershipId: keeper.membershipId,
      ownerRole: keeper.role,
    };
    const wish = { about, kind, words: { title }, source, due: { on: dueOn }, zone: keeper.zone };
    await this.opening.forKeeper(tx, wish, owner, on);
  }
}

const dayIn = ({ now }: Tx, { zone }: Keeper, days: number): CivilDate => addDays(civilDateAt(now, zone), days);
