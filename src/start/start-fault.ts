/** Why the programme cannot start, in words that name the mend: shown as it is, without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
