import { statfsSync } from 'node:fs';

const megabyte = 1024 * 1024;
/** What is recorded still has to find room in the read models, and PostgreSQL in its own log, which ends it where it finds none. */
const reserve = 32 * megabyte;
/** Of a small disk no more than this part. */
const largestShare = 8;
const rememberedMs = 250;

export interface Disk {
  /** Bytes. */
  readonly free: number;
  readonly size: number;
}

/** Tells, of folders that Samspor writes to, on which disk there is too little room to go on recording; undefined while there is enough. */
export function roomIn(folders: readonly string[], look = diskOf): () => string | undefined {
  let told: string | undefined;
  let until = 0;
  return () => {
    if (performance.now() < until) return told;
    until = performance.now() + rememberedMs;
    told = folders.map((folder) => lackIn(folder, look(folder))).find((lack) => lack !== undefined);
    return told;
  };
}

function lackIn(folder: string, disk: Disk | undefined): string | undefined {
  // What cannot be looked at is told of by whoever writes there.
  if (disk === undefined) return undefined;
  const needed = Math.min(reserve, disk.size / largestShare);
  if (disk.free >= needed) return undefined;
  return `The disk of ${folder} has ${inMegabytes(disk.free)} left. Below ${inMegabytes(needed)} nothing is recorded: make room there.`;
}

function diskOf(folder: string): Disk | undefined {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return undefined;
  }
}

const inMegabytes = (bytes: number) => `${Math.floor(bytes / megabyte)} MB`;
