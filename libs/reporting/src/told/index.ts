export { type Targets, targetsOn } from './targets.js';
export { labelOf, type UnitName } from './code-words.js';
export { saidOf, wordsOf } from './shown-words.js';
export {
  toldEdition,
  type ToldBreakdown,
  toldFigures,
  type ToldLine,
  type ToldMeasure,
  type ToldTable,
  type ToldTheme,
  type TrendPoint,
} from './tell.js';
export { type FileLine, fileLinesOf } from './lines.js';
export { headOf, noteOf, printedThemes } from './page.js';
