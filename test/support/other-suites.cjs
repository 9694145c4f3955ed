// What `npm run test:rest` gives to `jest --filter`: what `npm test` of the same TEST_SEED left to it.
const { shared } = require('./some-suites.cjs');

module.exports = async (paths) => ({ filtered: shared(paths, Number(process.env.TEST_SEED)).others });
