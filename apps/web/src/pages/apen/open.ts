import type { Read } from '../../api/read.js';

export type Open = Read<'/open/{municipality}'>;
