import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Disclosures } from '../../disclosures/application/disclosures.js';
import type { Recipient } from '../../disclosures/domain/disclosure.js';
import type { Referral } from '../domain/referral.js';
import { AgreementStore } from '../persistence/agreement.store.js';
import { ReferralStore } from '../persistence/referral.store.js';

/** On what a referral leaves. */
export interface Agreement extends Pick<
  Referral,
  'consentId' | 'agreedHow' | 'agreedAt' | 'agreedUntil' | 'agreementEndedAt'
> {
  /** To whom it leaves; nobody of whom a register is kept, where it is about a caller. */
  readonly to?: Recipient;
  readonly ground?: { readonly basis: string; readonly basisId: Id };
}

/** Whether she agreed that this goes to them, and by what that is known. */
@Injectable()
export class Agreements {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly disclosures: Disclosures,
    private readonly referrals: ReferralStore,
  ) {}

  /**
   * By a consent of the client that names the receiver and holds all of what is shared; where there is no record of hers,
   * or no organisation here to name, by what was said on the referral itself.
   *
   * @param wanted a consent that the sender names; otherwise the narrowest that holds it
   * @returns nothing where she did not agree to it, or no longer
   * @throws Refusal `caller_erased`
   */
  async standing(tx: Tx, referral: Referral, wanted?: Id): Promise<Agreement | undefined> {
    const { clientId, receiverOrganisationId, sharedClasses } = referral;
    if (clientId === null) await this.referrals.keyOf(tx, referral); // nothing of a caller who was erased leaves any more
    if (clientId === null || receiverOrganisationId === null) return saidOnIt(referral);
    const found = await this.agreements.consent(tx, { clientId, receiverOrganisationId, sharedClasses }, wanted);
    return (
      found && {
        ...{ consentId: found.id, agreedHow: null, agreedAt: null, agreedUntil: found.until, agreementEndedAt: null },
        ...{ to: found.to, ground: { basis: 'consent', basisId: found.id } },
      }
    );
  }

  /** Nothing of a client's leaves without its line in the register. */
  async disclose(tx: Tx, { clientId, sharedClasses }: Referral, { to, ground }: Agreement): Promise<void> {
    if (clientId === null || !to || !ground) return;
    await this.disclosures.keep(tx, {
      clientId,
      kind: 'referral_package',
      recipient: to,
      classes: sharedClasses,
      ground,
    });
  }
}

export const agreedOn = ({ consentId, agreedHow, agreedAt, agreedUntil, agreementEndedAt }: Agreement) => ({
  ...{ consentId, agreedHow, agreedAt, agreedUntil, agreementEndedAt },
});

function saidOnIt({ id, clientId, agreedHow, agreedAt, agreementEndedAt }: Referral): Agreement | undefined {
  if (agreedAt === null || agreementEndedAt !== null) return undefined;
  const said = { consentId: null, agreedHow, agreedAt, agreedUntil: null, agreementEndedAt };
  return clientId === null ? said : { ...said, to: { kind: 'outside' }, ground: { basis: 'referral', basisId: id } };
}
