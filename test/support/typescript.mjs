// `node --import ./test/support/typescript.mjs --conditions=source <file>.ts`
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
