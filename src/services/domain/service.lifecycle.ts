import { lifecycle } from '../../kernel/lifecycle.js';
import type { Service } from './service.js';

export type ServiceState = 'open' | 'closed';
export type ServiceMove = 'close' | 'reopen';

export const serviceLifecycle = lifecycle<ServiceState, ServiceMove, object>({
  initial: 'open',
  final: [],
  moves: {
    close: { from: ['open'], to: 'closed' },
    reopen: { from: ['closed'], to: 'open' },
  },
});

export const serviceStateOf = ({ closedAt }: Pick<Service, 'closedAt'>): ServiceState =>
  closedAt === null ? 'open' : 'closed';
