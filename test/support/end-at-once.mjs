// Loaded into every process of a test run. A worker of Jest with nothing left to do ends at once: to take down the half gigabyte of its tests'
// contexts piece by piece takes longer than Jest waits, which then tells of open handles. Whatever really is left open keeps it from coming here.
if (process.send !== undefined) process.once('beforeExit', () => process.exit());
