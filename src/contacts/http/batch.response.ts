import { ApiProperty } from '@nestjs/swagger';
import { Refusal } from '../../kernel/refusal.js';
import type { Language } from '../../platform/http/language.js';
import { problemBody } from '../../platform/http/problem-body.js';
import type { BatchResult } from '../application/log-contact-batch.js';

class BatchResultPart {
  @ApiProperty({ type: 'integer', description: 'Which item of the batch, from 0.' }) readonly index!: number;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true }) readonly id!: string | null;
  @ApiProperty({
    enum: ['saved', 'already_saved', 'not_saved'],
    description: 'After `saved` and `already_saved`, take it out of the outbox.',
  })
  readonly status!: BatchResult['status'];
  @ApiProperty({
    required: false,
    description: 'With `not_saved`: why, and the mend. Pointers begin at the batch: `/items/3/minutes`.',
    allOf: [{ $ref: '#/components/schemas/Problem' }],
  })
  readonly problem?: object;
}

export class ContactBatchResponse {
  @ApiProperty({ type: [BatchResultPart], description: 'In the order of the batch.' })
  readonly items!: readonly BatchResultPart[];
}

interface Asked {
  readonly language: Language;
  readonly requestId: string;
}

export const batchResponse = (results: readonly BatchResult[], asked: Asked): ContactBatchResponse => ({
  items: results.map(({ id, status, refusal }, index) => ({
    index,
    id,
    status,
    ...(refusal && { problem: problemBody(within(refusal, index), asked.language, asked.requestId) }),
  })),
});

/** The faults of an item, as its batch sees them. */
function within({ problem, facts, faults }: Refusal, index: number): Refusal {
  const placed = faults.map((fault) => ({ ...fault, pointer: `/items/${index}${fault.pointer}` }));
  return new Refusal(problem, facts, placed);
}
