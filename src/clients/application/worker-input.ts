import { isNamedWorker } from '../domain/worked-on-by.js';

/** `{"who": "client"}`, or a member of the staff by their membership. */
export const namedWorker = {
  code: 'worked_on_by',
  holds: isNamedWorker,
  message: {
    en: 'Send {"who": "client"} where the client does it, or {"who": "member", "membershipId": …}.',
    fr: 'Envoyez {"who": "client"} quand la personne accompagnée s’en occupe, ou {"who": "member", "membershipId": …}.',
  },
  schema: {
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['who'],
        properties: { who: { type: 'string', enum: ['client'] } },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['who', 'membershipId'],
        properties: {
          who: { type: 'string', enum: ['member'] },
          membershipId: { type: 'string', format: 'uuid' },
        },
      },
    ],
    example: { who: 'client' },
  },
};
