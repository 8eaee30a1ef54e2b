import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Need } from './need.js';
import type { NeedMove, NeedState } from './need.lifecycle.js';

type About = Pick<Need, 'id' | 'clientId' | 'class' | 'domain' | 'version'>;
/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

const about = (need: About, { ground }: On) => ({ clientId: need.clientId, classes: [need.class], ground });
/** The domain of a need tells what her life lacks: an audit row names the record and its class only. */
const factsOf = ({ id, version }: About) => ({ needId: id, version });

export const needsListed = (clientId: Id, on: On, shown: readonly { readonly class: DataClass }[]) => ({
  event: 'need.listed',
  clientId,
  classes: [...new Set(shown.map((need) => need.class))],
  ground: on.ground,
  facts: { shown: shown.length },
});

export const needDone = (event: 'need.read' | 'need.found', need: About, on: On) => ({
  event,
  ...about(need, on),
  facts: factsOf(need),
});

export const needChanged = (need: About, on: On, fields: readonly string[]) => ({
  event: 'need.changed',
  ...about(need, on),
  facts: { ...factsOf(need), fields },
});

export const needMoved = (
  need: About & { readonly state: NeedState },
  on: On,
  made: { readonly move: NeedMove; readonly from: NeedState },
) => ({ event: 'need.moved', ...about(need, on), facts: { ...factsOf(need), ...made, to: need.state } });
