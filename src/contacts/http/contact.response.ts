import { ApiProperty } from '@nestjs/swagger';
import { WITHHELD, type WithheldResponse, ReadRecordResponse, RECORDS } from '../../access/http/ground.response.js';
import { ID, MAYBE_ID, INSTANT, MAYBE_TEXT, MAYBE_COUNT, VERSION, NEXT } from '../../platform/http/openapi/fields.js';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import { CONTACT_MOVES, type SeenContact } from '../application/contact-desk.js';
import type { ContactHistory } from '../application/read-contact-versions.js';
import { answeredQuestions, ANSWER_VALUES, QUESTION_CLASSES, type Answer, type Question } from '../domain/answer.js';
import * as codes from '../domain/contact.codes.js';
import { contactLifecycle } from '../domain/contact.lifecycle.js';
import { isLate } from '../domain/contact.rules.js';
import type { ContactVersion, ShownContact } from '../domain/shown-contact.js';

class ContactAnswer {
  @ApiProperty({ enum: ANSWER_VALUES, description: 'Unknown is an answer of its own and never a no.' })
  readonly answer!: string;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: DataClass;
}

const Answered = (): PropertyDecorator => ApiProperty({ type: ContactAnswer, required: false });

/** A question that is absent was not asked, or is of a class that `withheld` names. */
class ContactAnswers implements Partial<Record<Question, ContactAnswer>> {
  @Answered() readonly mood_low?: ContactAnswer;
  @Answered() readonly sleep_poor?: ContactAnswer;
  @Answered() readonly feels_unsafe?: ContactAnswer;
  @Answered() readonly cravings?: ContactAnswer;
  @Answered() readonly withdrawal?: ContactAnswer;
  @Answered() readonly substance_use_today?: ContactAnswer;
  @Answered() readonly needs_place_tonight?: ContactAnswer;
  @Answered() readonly needs_food?: ContactAnswer;
}

class ContactContent {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: DataClass;
  @ApiProperty({ ...ID, description: 'The membership that was there and wrote it down.' }) readonly createdBy!: string;
  @ApiProperty({ enum: contactLifecycle.states, description: '`retracted`: it was written down by mistake.' })
  readonly state!: string;
  @ApiProperty({ enum: codes.CONTACT_CHANNELS }) readonly channel!: string;
  @ApiProperty({ enum: codes.STARTED_BY }) readonly startedBy!: string;
  @ApiProperty({ enum: codes.OUTCOMES }) readonly outcome!: string;
  @ApiProperty(INSTANT) readonly happenedAt!: string;
  @ApiProperty(INSTANT) readonly recordedAt!: string;
  @ApiProperty({ description: 'Written down more than a day after it happened.' }) readonly late!: boolean;
  @ApiProperty(MAYBE_COUNT) readonly minutes!: number | null;
  @ApiProperty({ enum: codes.SETTINGS, nullable: true }) readonly setting!: string | null;
  @ApiProperty({ enum: codes.PURPOSES, isArray: true }) readonly purposes!: readonly string[];
  @ApiProperty({ enum: codes.ACTIONS, isArray: true }) readonly actions!: readonly string[];
  @ApiProperty({ enum: codes.ACCOMPANIED_TO, nullable: true }) readonly accompaniedTo!: string | null;
  @ApiProperty({ enum: codes.ACCOMPANIMENTS, nullable: true }) readonly accompaniment!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly place!: string | null;
  @ApiProperty() readonly preparedVisit!: boolean;
  @ApiProperty({ enum: codes.NALOXONE, nullable: true }) readonly naloxone!: string | null;
  @ApiProperty(MAYBE_COUNT) readonly naloxoneKits!: number | null;
  @ApiProperty({ description: 'That own experience was shared; what is never kept.' })
  readonly experienceShared!: boolean;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The client’s goal that day, in their own words.' }) readonly goalToday!:
    string | null;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty() readonly answers!: ContactAnswers;
  @ApiProperty({ type: 'array', items: ID, description: 'The tasks that it opened.' })
  readonly followUps!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class ListedContactResponse extends ContactContent {
  @ApiProperty({
    enum: CONTACT_MOVES,
    isArray: true,
    description: '`amend`: PATCH /v1/contacts/{id}; the others: POST /v1/contacts/{id}/moves.',
  })
  readonly openMoves!: readonly string[];
}

export class ContactResponse extends ListedContactResponse {
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
}

export class ContactsResponse {
  @ApiProperty({ type: [ListedContactResponse] }) readonly items!: readonly ListedContactResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

class ContactVersionPart extends ContactContent {
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that wrote this version.' })
  readonly updatedBy!: string | null;
}

export class ContactVersionsResponse {
  @ApiProperty({ type: [ContactVersionPart], description: 'Newest first; the last is as it was first written down.' })
  readonly items!: readonly ContactVersionPart[];
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
}

/** Plain data of the shape of a response class. */
type Plain<Shape> = { readonly [Name in keyof Shape]: Shape[Name] };

const content = ({ contact, words, answers }: ShownContact): Plain<ContactContent> => ({
  ...contact,
  late: isLate(contact),
  goalToday: words.goalToday ?? null,
  note: words.note ?? null,
  place: words.place ?? null,
  answers: Object.fromEntries(
    answeredQuestions(answers).map((question) => [question, answer(question, answers[question])]),
  ),
});

const answer = (question: Question, given: Answer | undefined): ContactAnswer => ({
  answer: given?.answer ?? 'unknown',
  note: given?.note ?? null,
  class: QUESTION_CLASSES[question],
});

export const listedContact = (seen: SeenContact): Plain<ListedContactResponse> => ({
  ...content(seen),
  openMoves: seen.openMoves,
});

export const contactResponse = (seen: SeenContact): ContactResponse => ({
  ...listedContact(seen),
  withheld: seen.withheld,
});

const version = (of: ContactVersion): ContactVersionPart => ({
  ...content(of),
  updatedAt: of.updatedAt,
  updatedBy: of.updatedBy,
});

export const versionsResponse = ({ versions, withheld }: ContactHistory): ContactVersionsResponse => ({
  items: versions.map(version),
  withheld,
});
