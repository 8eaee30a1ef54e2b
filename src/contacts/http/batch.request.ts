import { ApiExtraModels } from '@nestjs/swagger';
import { Is, type InputRule } from '../../platform/http/validation.js';
import { BatchContactRequest } from './contact.request.js';

const MOST = 200;

/** Each item is looked at by itself, so that a broken one does not hold back the others. */
const items: InputRule = {
  code: 'list_of_contacts',
  holds: (value) => Array.isArray(value) && value.length >= 1 && value.length <= MOST,
  message: {
    en: `Send a list of 1 to ${MOST} contacts; send more in a second batch.`,
    fr: `Envoyez une liste de 1 à ${MOST} contacts ; envoyez le reste dans un second lot.`,
  },
  schema: { type: () => BatchContactRequest, isArray: true, minItems: 1, maxItems: MOST },
};

@ApiExtraModels(BatchContactRequest)
export class ContactBatchRequest {
  @Is(items) readonly items!: readonly unknown[];
}
