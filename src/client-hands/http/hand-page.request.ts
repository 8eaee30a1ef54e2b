import { IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';

const CURSOR = 200;
const FORM_TOKEN = 60;

export class HandPageQuery {
  /** The language of the page. */
  @Optional() @IsOneOf(['en', 'fr']) readonly l?: 'en' | 'fr';
  /** Where an earlier page of a list begins. */
  @Optional() @IsWords({ max: CURSOR }) readonly c?: string;
}

/** A form of one of these pages. */
export class LeaveForm {
  /** What the page put into its form: bound to the session. */
  @IsWords({ max: FORM_TOKEN }) readonly f!: string;
}
