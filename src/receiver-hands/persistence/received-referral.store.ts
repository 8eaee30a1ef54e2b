import { Injectable } from '@nestjs/common';
import type { DataClass } from '../../access/policy.js';
import type { ChannelWords } from '../../clients/domain/channel.js';
import type { ClientNameWords } from '../../clients/domain/client-name.js';
import type { ClientWords } from '../../clients/domain/client.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import type { AskedWords, ReferralWords } from '../../referrals/domain/referral.js';
import type { ReceivedReferral, SharedChannel, SharedName } from '../domain/received-referral.js';
import type { ReceiverLinkWords } from '../domain/receiver-link.js';

/** Row-level security shows the one that the link is for, and of her what that shares: nothing here asks for less. */
const RECEIVED: Statement = {
  name: 'received-referral',
  text: `SELECT r.id, r.client_id AS "clientId", r.caller_id AS "callerId", r.asks_for AS "asksFor", r.urgency, r.state, r.because,
      r.sent_at AS "sentAt", r.answer_by AS "answerBy", r.shared_classes::text[] AS "sharedClasses", r.words, r.asked_words AS "askedWords", r.version,
      o.name AS sender, l.id AS "linkId", l.words AS "linkWords", coalesce(k.wrapped, ck.wrapped) AS wrapped,
      c.words AS "clientWords", c.time_zone AS "timeZone"
    FROM referral r JOIN organisation o ON o.id = r.sender_organisation_id JOIN receiver_link l ON l.id = (SELECT app_link())
    LEFT JOIN client c ON c.id = r.client_id
    LEFT JOIN sealing_key k ON k.client_id = r.client_id LEFT JOIN caller_key ck ON ck.caller_id = r.caller_id
    WHERE r.id = (SELECT received_referral())`,
};
const SUMMARIES: Statement = {
  name: 'received-summaries',
  text: 'SELECT id, class, words FROM referral_summary WHERE referral_id = $1 ORDER BY class',
};
const NAMES: Statement = {
  name: 'received-names',
  text: `SELECT id, setting, words FROM client_name WHERE client_id = $1 AND ended_at IS NULL ORDER BY created_at, id`,
};
/** Those on which she may be reached. */
const CHANNELS: Statement = {
  name: 'received-channels',
  text: `SELECT id, kind, may_leave_voicemail AS "mayLeaveVoicemail", safe_hours AS "safeHours", words FROM channel
    WHERE client_id = $1 AND ended_at IS NULL AND may_contact ORDER BY created_at, id`,
};

interface Sealed {
  readonly id: Id;
  readonly words: Buffer;
}
type Plain = 'id' | 'clientId' | 'asksFor' | 'urgency' | 'state' | 'because' | 'sentAt' | 'answerBy' | 'sharedClasses';
interface Found extends Sealed, Pick<ReceivedReferral, Plain | 'sender' | 'timeZone' | 'version'> {
  readonly callerId: Id | null;
  readonly linkId: Id;
  readonly linkWords: Buffer;
  readonly wrapped: Buffer;
  readonly clientWords: Buffer | null;
  readonly askedWords: Buffer | null;
}
/** Opens what stands in a row of this table and class. */
type Opening = <T>(table: string, of: DataClass, row: Sealed) => T;

/** What one referral shares, opened: read by whoever came for it by a link. */
@Injectable()
export class ReceivedReferralStore {
  constructor(private readonly words: Words) {}

  async read(tx: Transaction): Promise<ReceivedReferral | undefined> {
    const [found] = await tx.query<Found>(RECEIVED);
    if (!found) return undefined;
    const open = this.openingWith(found);
    const link = open<ReceiverLinkWords>('receiver_link', 'coordination', { id: found.linkId, words: found.linkWords });
    return {
      ...plainOf(found),
      ...saidIn(open<ReferralWords>('referral', 'coordination', found)),
      question: askedIn(found, open),
      ...(await this.ofHer(tx, found, open)),
      senderPhone: link.senderPhone,
      summaries: await this.summaries(tx, found.id, open),
    };
  }

  private openingWith(found: Found): Opening {
    const key = this.keyOf(found);
    return (table, of, { id, words }) => this.words.open(key, { table, id, class: of }, words);
  }

  private keyOf({ clientId, callerId, wrapped }: Found): ClientKey {
    return clientId === null
      ? this.words.unwrapOfCaller(callerId ?? '', wrapped)
      : this.words.unwrap(clientId, wrapped);
  }

  private async summaries(tx: Transaction, id: Id, open: Opening): Promise<ReceivedReferral['summaries']> {
    const rows = await tx.query<Sealed & { class: DataClass }>(SUMMARIES, [id]);
    return rows.map((row) => ({ class: row.class, ...open<{ text: string }>('referral_summary', row.class, row) }));
  }

  private async ofHer(tx: Transaction, { clientId, clientWords }: Found, open: Opening) {
    if (clientId === null) return { names: [], birthDate: null, pronouns: null, channels: [] };
    const [names, channels] = await Promise.all([
      tx.query<Sealed & Omit<SharedName, 'name'>>(NAMES, [clientId]),
      tx.query<Sealed & SharedChannel>(CHANNELS, [clientId]),
    ]);
    const her = clientWords && open<ClientWords>('client', 'identity_name', { id: clientId, words: clientWords });
    return {
      names: names.map(({ setting, ...row }) => {
        const { name } = open<ClientNameWords>('client_name', 'identity_name', row);
        return { setting, name };
      }),
      birthDate: her?.birthDate ?? null,
      pronouns: her?.pronouns ?? null,
      channels: channels.map(({ kind, mayLeaveVoicemail, safeHours, ...row }) => {
        const { note: _, ...shown } = open<ChannelWords>('channel', 'identity_contact', row);
        return { kind, mayLeaveVoicemail, safeHours, ...shown };
      }),
    };
  }
}

const plainOf = ({
  words: _,
  wrapped: _w,
  callerId: _c,
  linkId: _l,
  linkWords: _k,
  clientWords: _h,
  askedWords: _a,
  ...plain
}: Found) => plain;

const orNull = <T>(words: T | undefined): T | null => words ?? null;

const saidIn = ({ outside, reason, ownWords, alias, answer }: ReferralWords) => ({
  addressedTo: orNull(outside?.name),
  reason: orNull(reason),
  ownWords: orNull(ownWords),
  alias: orNull(alias),
  answer: orNull(answer),
});

/** What was asked of the sender. */
const askedIn = ({ id, askedWords }: Found, open: Opening): string | null =>
  askedWords && orNull(open<AskedWords>('referral/asked', 'coordination', { id, words: askedWords }).question);
