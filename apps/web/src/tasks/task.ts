import type { Read } from '../api/read.js';

/** Something that waits for somebody. */
export type Task = Read<'/v1/tasks'>['tasks'][number];
