import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Served, SharedChannel, ShownReferral, Summary } from '../domain/referral.js';
import { ReferralPackageStore } from '../persistence/referral-package.store.js';
import { ReferralDesk, type FoundReferral } from './referral-desk.js';
import { referralView, type ReferralView } from './referral-view.js';

/** A referral with all that goes along with it, as far as the actor sees it. */
export interface ReferralWhole extends ReferralView {
  readonly summaries: readonly Summary[];
  readonly serves: readonly Served[];
  readonly channels: readonly SharedChannel[];
  /** Whom the receiver took a caller for. */
  readonly receivedAs: Id | null;
}

interface Showing {
  readonly found: FoundReferral;
  readonly whole: ReferralWhole;
}

@Injectable()
export class ReferralShowing {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly packages: ReferralPackageStore,
  ) {}

  /** As it stands now, under the grants of now. @throws Refusal `not_found`, `role_may_not` */
  async one(tx: Tx, id: Id): Promise<Showing> {
    return shown(tx, await this.desk.oneWith(tx, 'referral:read', id, (one) => this.along(tx, one)));
  }

  /** One that was taken, as this transaction left it, under the grants of now. @throws Refusal `not_found` */
  async again(tx: Tx, taken: ShownReferral): Promise<Showing> {
    return shown(tx, await this.desk.again(tx, 'referral:read', taken, (one) => this.along(tx, one)));
  }

  /** What goes along with it. */
  private async along(tx: Tx, referral: ShownReferral): Promise<Along> {
    const { id, clientId, callerId, sharedClasses } = referral;
    const isReached = clientId !== null && sharedClasses.includes('identity_contact');
    const [summaries, serves, channels, receivedAs] = await Promise.all([
      this.packages.summaries(tx, referral),
      clientId === null ? [] : this.packages.serves(tx, id),
      isReached ? this.packages.channels(tx, clientId) : [],
      callerId === null ? undefined : this.packages.reception(tx, id),
    ]);
    return { summaries, serves, channels, receivedAs: receivedAs ?? null };
  }
}

type Along = Pick<ReferralWhole, 'summaries' | 'serves' | 'channels' | 'receivedAs'>;

function shown(tx: Tx, { found, beside }: { readonly found: FoundReferral; readonly beside: Along }): Showing {
  const channels = found.held.read.has('identity_contact') ? beside.channels : [];
  return { found, whole: { ...referralView(tx, found), ...beside, channels } };
}
