import type { Read } from '../../api/read.js';

/** A person as a unit reported them. */
export type Report = Read<'/v1/unit-reports'>['reports'][number];
