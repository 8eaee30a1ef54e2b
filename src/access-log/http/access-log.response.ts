import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES } from '../../access/policy.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_TEXT, NEXT } from '../../platform/http/openapi/fields.js';
import { OUTCOMES, type LogLine } from '../domain/log-line.js';
import { toldLine, type Telling } from './page/told-line.js';

/** The same line in plain words, in the language that was asked for. */
export class ToldLineResponse {
  /** On the client’s own wall clock. */
  @ApiProperty({ example: '2026-11-23 09:00' }) readonly when!: string;
  /** The name as it stands in the directory of the staff; "you" where it was the client. */
  @ApiProperty() readonly who!: string;
  /** Empty where it was the client. */
  @ApiProperty() readonly role!: string;
  /** The organisation for which it was done. */
  @ApiProperty() readonly organisation!: string;
  /** What was done. */
  @ApiProperty() readonly what!: string;
  /** What kinds of data it touched. */
  @ApiProperty({ type: [String] }) readonly classes!: readonly string[];
  /** Why whoever did it may. */
  @ApiProperty() readonly ground!: string;
  /** What for. */
  @ApiProperty() readonly purpose!: string;
  /** Done, or not let in. */
  @ApiProperty() readonly outcome!: string;
}

export class LogLineResponse {
  @ApiProperty(ID) readonly id!: string;
  /** When, to the millisecond. */
  @ApiProperty(INSTANT) readonly at!: string;
  /** Lines of one request have the same. */
  @ApiProperty(ID) readonly requestId!: string;
  /** Whose act it was; null where no person acted. */
  @ApiProperty(MAYBE_ID) readonly personId!: string | null;
  @ApiProperty(MAYBE_ID) readonly organisationId!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly role!: string | null;
  @ApiProperty(MAYBE_ID) readonly clientId!: string | null;
  /** Its name; it never changes its meaning. */
  @ApiProperty() readonly event!: string;
  @ApiProperty({ enum: OUTCOMES }) readonly outcome!: string;
  /** The classes of data that it touched. */
  @ApiProperty({ enum: DATA_CLASSES, isArray: true }) readonly classes!: readonly string[];
  /** On what it rested; null where no access to a client was needed or none was given. */
  @ApiProperty(MAYBE_TEXT) readonly ground!: string | null;
  /** The record that made that ground. */
  @ApiProperty(MAYBE_ID) readonly groundId!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly purpose!: string | null;
  /** The same in plain words. */
  @ApiProperty({ type: ToldLineResponse }) readonly told!: ToldLineResponse;
}

export class LogResponse {
  @ApiProperty({ type: [LogLineResponse] }) readonly items!: readonly LogLineResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class AccessLogResponse extends LogResponse {
  @ApiProperty() readonly timeZone!: string;
}

export const lineResponse =
  (telling: Telling) =>
  (line: LogLine): LogLineResponse => {
    const { personName: _, organisationName: __, ...rest } = line;
    return { ...rest, told: toldLine(line, telling) };
  };
