import { Clearable, IsOneOf, IsPart, IsWords, Optional } from '../../platform/http/validation.js';
import { ANSWER_VALUES, type Answer, type AnswerValue, type Question } from '../domain/answer.js';

class AnswerRequest implements Answer {
  /** `unknown`: asked, and the client did not say or could not tell. */
  @IsOneOf(ANSWER_VALUES) readonly answer!: AnswerValue;
  @IsWords({ max: 1_000 }) @Optional() readonly note?: string;
}

const IsAnswer = (): PropertyDecorator => IsPart(() => AnswerRequest);

/** Each question is put so that yes means: look after this. */
export class AnswersRequest implements Partial<Record<Question, Answer>> {
  @IsAnswer() @Optional() readonly mood_low?: AnswerRequest;
  @IsAnswer() @Optional() readonly sleep_poor?: AnswerRequest;
  @IsAnswer() @Optional() readonly feels_unsafe?: AnswerRequest;
  @IsAnswer() @Optional() readonly cravings?: AnswerRequest;
  @IsAnswer() @Optional() readonly withdrawal?: AnswerRequest;
  @IsAnswer() @Optional() readonly substance_use_today?: AnswerRequest;
  @IsAnswer() @Optional() readonly needs_place_tonight?: AnswerRequest;
  @IsAnswer() @Optional() readonly needs_food?: AnswerRequest;
}

export class AnswersChangeRequest implements Partial<Record<Question, Answer | null>> {
  @IsAnswer() @Clearable() readonly mood_low?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly sleep_poor?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly feels_unsafe?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly cravings?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly withdrawal?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly substance_use_today?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly needs_place_tonight?: AnswerRequest | null;
  @IsAnswer() @Clearable() readonly needs_food?: AnswerRequest | null;
}
