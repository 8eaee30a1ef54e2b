import type { Life } from './life.js';
import { AT_THE_CLINIC } from './lives/at-the-clinic.js';
import { CHICKADEE } from './lives/chickadee.js';
import { ELSEWHERE } from './lives/elsewhere.js';
import { GREY } from './lives/grey.js';
import { HANK } from './lives/hank.js';
import { JOSIE } from './lives/josie.js';
import { LOU } from './lives/lou.js';
import { MAC } from './lives/mac.js';
import { MARISOL } from './lives/marisol.js';
import { NOOR } from './lives/noor.js';
import { PETRA } from './lives/petra.js';
import { SPARROW } from './lives/sparrow.js';
import { TESS } from './lives/tess.js';
import { WITH_ANA } from './lives/with-ana.js';
import { WITH_MAUDE } from './lives/with-maude.js';
import { WREN } from './lives/wren/wren.js';
import { ZIGGY } from './lives/ziggy.js';

/** In the order in which they are planted: the long path first. */
export const DEMO_LIVES: readonly Life[] = [
  ...[WREN, MAC, JOSIE, TESS, GREY, PETRA, ZIGGY, NOOR],
  ...[HANK, LOU, MARISOL, CHICKADEE, SPARROW],
  ...[...WITH_MAUDE, ...WITH_ANA, ...AT_THE_CLINIC, ...ELSEWHERE],
];
