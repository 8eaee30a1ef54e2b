import { API_EXAMPLES } from '../../../src/api-examples.js';
import type { Made, Prepared, Stage } from './stage.js';

/** Consents, emergencies, joined records, and what a client holds in her own hands. */
export function preparedSharing(stage: Stage): Prepared {
  const { world, as } = stage;
  const consent = async () => {
    const { at } = await stage.inClient('consents');
    const recipient = { organisationId: await world.organisation() };
    const wish = { ...(API_EXAMPLES['RecordConsentRequest']?.['deny'] as object), recipient };
    const { body } = await as.post(at).send(wish).expect(201);
    return { as, at: `/v1/consents/${body.id}`, version: 1 };
  };
  const inEmergency = async () => {
    const physician = world.as(await world.worker('physician'));
    return { as: physician, at: `/v1/clients/${await stage.client()}/break-glass` };
  };
  const twoRecords = async (part: string) => ({
    ...(await stage.inClient(part)),
    put: { otherClientId: await stage.client() },
  });

  return {
    'ConsentsController.record': async () => ({
      ...(await stage.inClient('consents')),
      put: { organisationId: await world.organisation() },
    }),
    'ConsentsController.move': () => stage.moves(consent()),
    'BreakGlassController.open': inEmergency,
    'BreakGlassController.move': async () => {
      const { as: physician, at } = await inEmergency();
      const { id, version } = await stage.make(at, 'OpenBreakGlassRequest', physician);
      return { as: physician, at: `/v1/break-glass/${id}/moves`, version };
    },
    'RecordLinksController.preview': () => twoRecords('links/preview'),
    'RecordLinksController.join': () => twoRecords('links'),
    'RecordLinksController.move': async () => {
      const { at, put } = await twoRecords('links');
      const said = { ...(API_EXAMPLES['JoinRecordsRequest']?.['said'] as object), ...put };
      const { body } = await as.post(at).send(said).expect(201);
      return { as, at: `/v1/record-links/${body.id}/moves`, version: 1 };
    },
    'PossibleDuplicatesController.setAside': async () => ({
      as,
      put: { clientId: await stage.client(), otherClientId: await stage.client() },
    }),
    'HandLinksController.make': () => stage.inClient('hand-links'),
    'HandLinksController.move': () => stage.moves(stage.own('hand-links', 'MakeHandLinkRequest')),
    'MyController.open': async () => {
      const made = await stage.make((await stage.inClient('hand-links')).at, 'MakeHandLinkRequest');
      const { url, code } = made as Made & { url: string; code: string };
      return { as: world.anonymous, put: { link: url.split('/').at(-1), code } };
    },
  };
}
