import { IsVersionText } from '../../audit/links/link-input.js';
import { IsIdText, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';

const CURSOR = 200;
const FORM_TOKEN = 60;

export class LinkPageQuery {
  /** The language of the page. */
  @Optional() @IsOneOf(['en', 'fr']) readonly l?: 'en' | 'fr';
}

export class HandPageQuery extends LinkPageQuery {
  /** Where an earlier page of a list begins. */
  @Optional() @IsWords({ max: CURSOR }) readonly c?: string;
}

/** A form of one of these pages. */
export class HandForm {
  /** What the page put into its form: bound to the session. */
  @IsWords({ max: FORM_TOKEN }) readonly f!: string;
}

export class WithdrawForm extends HandForm {
  /** The consent that is taken back. */
  @IsIdText() readonly consent!: string;
  /** As the page showed it. */
  @IsVersionText() readonly version!: string;
}
