import fc from 'fast-check';

/** The same documents in each run; `FAST_CHECK_SEED=random` looks for others. */
const { FAST_CHECK_SEED = '20260305' } = process.env;

if (FAST_CHECK_SEED !== 'random') fc.configureGlobal({ seed: Number(FAST_CHECK_SEED) });
