export { behind, type Behind } from './behind.js';
export { asyncApi } from './asyncapi.js';
export {
  families,
  type Family,
  grantedTypes,
  publicEventTypes,
  type PublicType,
  publicTypes,
  publicTypesOf,
  toldCategories,
  typeOfCode,
  withheldCategories,
} from './catalogue.js';
export { described, eventSchema } from './schemas.js';
export { type PublicEvent, Telling, type Told } from './telling.js';
export { type Beginning, seesStill, type View } from './view.js';
