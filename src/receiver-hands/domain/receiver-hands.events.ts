import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { NotOpened } from '../../kernel/one-time-link.js';

interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}
/** Of a caller's referral no client is named. */
interface About {
  readonly id: Id;
  readonly clientId: Id | null;
}

const about = (clientId: Id | null) => (clientId === null ? {} : { clientId });
const ofLink = ({ id, clientId }: About, { ground }: On) => ({
  ...about(clientId),
  ground,
  facts: { receiverLinkId: id },
});

export const linkDone = (
  event: 'receiver_link.made' | 'receiver_link.read' | 'receiver_link.taken_back',
  link: About,
  on: On,
) => ({ event, ...ofLink(link, on) });

export const linksListed = ({ id, clientId }: About, { ground }: On, shown: number) => ({
  event: 'receiver_link.listed',
  ...about(clientId),
  ground,
  facts: { referralId: id, shown },
});

const byLink = (id: Id): On => ({ ground: { basis: 'receiver_link', basisId: id } });

export const linkOpened = (link: About) => ({ event: 'receiver_link.opened', ...ofLink(link, byLink(link.id)) });
export const linkNotOpened = (link: About, why: NotOpened) => {
  const { facts, ...rest } = ofLink(link, byLink(link.id));
  return { event: 'receiver_link.not_opened', ...rest, facts: { ...facts, why } };
};
export const sessionEnded = (link: About) => ({ event: 'receiver_session.ended', ...ofLink(link, byLink(link.id)) });

/** `linkId` in whose name; `classes` of which something was shown. */
export const packageRead = (
  { id, clientId }: About,
  linkId: Id,
  { classes, version }: { readonly classes: readonly DataClass[]; readonly version: number },
) => ({
  event: 'received_referral.read',
  ...about(clientId),
  classes: clientId === null ? [] : classes,
  ...byLink(linkId),
  facts: { referralId: id, version },
});
