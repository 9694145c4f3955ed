export { accessLogEvents, type Anchor } from './anchors.js';
export { anchorsOf, noteEnd } from './anchoring.js';
