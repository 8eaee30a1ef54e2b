import type { Id } from '../../kernel/ids.js';
import { IsIdText, IsWords, IsYesNo, Optional } from '../../platform/http/validation.js';

const LABEL = { max: 40 };

export class AddBedRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** Of the house, such as “Room 4, window”; never of whoever sleeps there. */
  @IsWords(LABEL) readonly label!: string;
}

export class ChangeBedRequest {
  /** Of the house, never of whoever sleeps there. */
  @IsWords(LABEL) @Optional() readonly label?: string;
  /** A closed bed is offered to nobody. */
  @IsYesNo() @Optional() readonly isClosed?: boolean;
}
