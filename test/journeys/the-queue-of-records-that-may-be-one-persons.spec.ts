import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { join } from '../support/joined-records.js';
import { World, type Worker } from '../support/world.js';

interface Found {
  readonly records: readonly { readonly clientId: Id; readonly goesBy: string }[];
  readonly reasons: readonly { readonly shared: string; readonly class: string }[];
}

describe('the queue of records that may be one person’s', () => {
  let world: World;
  let peer: Worker;
  let coordinator: Worker;
  const ids = new Map<string, Id>();
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    coordinator = await world.worker('coordinator', peer.organisationId);
  });
  afterAll(() => world.close());

  const make = async (goesBy: string, more: { birthDate?: string; phone?: string } = {}, who = peer): Promise<Id> => {
    const { phone: value, ...plain } = more;
    const { body } = await world
      .as(who)
      .post('/v1/clients')
      .send({ goesBy, ...plain })
      .expect(201);
    if (value !== undefined)
      await world
        .as(who)
        .post(`/v1/clients/${body.id}/channels`)
        .send({ kind: 'phone', value, mayContact: true })
        .expect(201);
    ids.set(goesBy, body.id);
    return body.id;
  };
  const queue = async (who = coordinator): Promise<readonly Found[]> => {
    const found: Found[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const at: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await world.as(who).get(`/v1/possible-duplicates?limit=2${at}`).expect(200);
      found.push(...body.items);
      next = body.next;
    }
    return found;
  };
  const names = ({ records }: Found) =>
    records
      .map(({ goesBy }) => goesBy)
      .sort()
      .join(' + ');
  const shared = ({ reasons }: Found) => reasons.map((one) => `${one.class} ${one.shared}`).sort();

  it('names pairs with all of why, and nobody for one thing that many share', async () => {
    await make('Marie Tremblay');
    await make('Tremblé Marie');
    await make('Robin', { birthDate: '1990-05-02' });
    await make('Robyn Lafleur', { birthDate: '1990-05-02' });
    await make('Wren', { phone: '+1 403 555 0142' });
    await make('Wren Cardinal', { phone: '403-555-0142' });
    await make('Somebody Else', { phone: '403 555 0142' });
    await make('Lark', { birthDate: '1990-05-02' });
    await make('Heron Nakoda', { phone: '780 555 0142' });
    await make('Marie Tremblay', {}, await world.worker('peer_navigator'));
    const found = await queue();
    expect(found.map(names).sort()).toEqual([
      'Marie Tremblay + Tremblé Marie',
      'Robin + Robyn Lafleur',
      'Wren + Wren Cardinal',
    ]);
    const reasons = new Map(found.map((one) => [names(one), shared(one)]));
    expect(reasons.get('Marie Tremblay + Tremblé Marie')).toEqual(['identity_name name', 'identity_name names_alike']);
    expect(reasons.get('Robin + Robyn Lafleur')).toEqual(['identity_name birth_date', 'identity_name name']);
    expect(reasons.get('Wren + Wren Cardinal')).toEqual(['identity_contact phone', 'identity_name name']);
    expect(JSON.stringify(found)).not.toMatch(/score|1990|0142/);
  });

  it('within what each may see', async () => {
    const other = await world.worker('peer_navigator', peer.organisationId);
    expect(await queue(other)).toEqual([]);
    const joining = { membershipId: other.membershipId };
    await world
      .as(peer)
      .post(`/v1/clients/${ids.get('Robin')}/care-team`)
      .send(joining)
      .expect(201);
    expect(await queue(other)).toEqual([]);
    await world
      .as(peer)
      .post(`/v1/clients/${ids.get('Robyn Lafleur')}/care-team`)
      .send(joining)
      .expect(201);
    expect((await queue(other)).map(names)).toEqual(['Robin + Robyn Lafleur']);
  });

  it('until somebody says why they are to stay apart, or they are joined', async () => {
    const pair = { clientId: ids.get('Wren'), otherClientId: ids.get('Wren Cardinal') };
    const send = (because: string) =>
      world
        .as(coordinator)
        .post('/v1/possible-duplicates/set-aside')
        .send({ ...pair, because });
    expect((await send('relatives').expect(200)).body).toMatchObject({ because: 'relatives', setAsideAt: world.now });
    expect((await send('two_people').expect(200)).body).toMatchObject({ because: 'relatives' });
    const robin = ids.get('Robin') ?? '';
    const { body } = await join(world, peer, robin, ids.get('Robyn Lafleur') ?? '').expect(201);
    expect((await queue()).map(names)).toEqual(['Marie Tremblay + Tremblé Marie']);
    const asked = { otherClientId: ids.get('Wren Cardinal') };
    const seen = await world
      .as(peer)
      .post(`/v1/clients/${ids.get('Wren')}/links/preview`)
      .send(asked)
      .expect(200);
    expect(seen.body).toMatchObject({ setAside: { because: 'relatives' }, isJoined: false });
    expect(body.state).toBe('joined');
  });

  it('and every record that was shown has it in its log', async () => {
    const rows = await world.look<{ client_id: Id }>(
      `SELECT DISTINCT client_id FROM audit_entry WHERE event = 'possible_duplicate.listed' AND person_id = $1 AND client_id IS NOT NULL`,
      [coordinator.personId],
    );
    expect(rows).toHaveLength(6);
    await world.as(coordinator).get('/v1/possible-duplicates?cursor=WyJhIl0').expect(400);
  });
});
