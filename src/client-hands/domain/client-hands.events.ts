import type { Id } from '../../kernel/ids.js';
import type { NotOpened } from '../../kernel/one-time-link.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}
interface About {
  readonly id: Id;
  readonly clientId: Id;
}

const about = ({ id, clientId }: About, { ground }: On) => ({ clientId, ground, facts: { handLinkId: id } });

export const linkDone = (event: 'hand_link.made' | 'hand_link.read' | 'hand_link.taken_back', link: About, on: On) => ({
  event,
  ...about(link, on),
});

export const linksListed = (clientId: Id, { ground }: On, shown: number) => ({
  event: 'hand_link.listed',
  clientId,
  ground,
  facts: { shown },
});

const byLink = (id: Id): On => ({ ground: { basis: 'client_link', basisId: id } });

export const linkOpened = (link: About) => ({ event: 'hand_link.opened', ...about(link, byLink(link.id)) });
export const linkNotOpened = (link: About, why: NotOpened) => {
  const { facts, ...rest } = about(link, byLink(link.id));
  return { event: 'hand_link.not_opened', ...rest, facts: { ...facts, why } };
};
export const sessionRead = (link: About) => ({ event: 'hand_session.read', ...about(link, byLink(link.id)) });
export const sessionEnded = (link: About) => ({ event: 'hand_session.ended', ...about(link, byLink(link.id)) });
