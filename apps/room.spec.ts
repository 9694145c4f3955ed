import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disk, roomIn } from './room.js';

const megabyte = 1024 * 1024;
const lackOn = (...disks: readonly (Disk | undefined)[]) =>
  roomIn(
    disks.map((_disk, place) => `/disk/${place}`),
    (folder) => disks[Number(folder.at(-1))],
  )();

describe('the room on the disks of some folders', () => {
  const large = { free: 500_000 * megabyte, size: 1_000_000 * megabyte };

  it('B3 is told to be too little on the one that has less than 32 MB left', () => {
    expect(lackOn(large, { free: 32 * megabyte, size: 4_000 * megabyte })).toBeUndefined();
    expect(lackOn(large, { free: 32 * megabyte - 1, size: 4_000 * megabyte })).toBe(
      'The disk of /disk/1 has 31 MB left. Below 32 MB nothing is recorded: make room there.',
    );
  });

  it('B3 is told of a small disk when an eighth is left', () => {
    expect(lackOn({ free: 8 * megabyte, size: 64 * megabyte })).toBeUndefined();
    expect(lackOn({ free: 8 * megabyte - 1, size: 64 * megabyte })).toContain('has 7 MB left. Below 8 MB');
  });

  it('is not told of a folder that nobody can look at', () => expect(lackOn(undefined)).toBeUndefined());

  it('is looked up where the folder lies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samspor-room-'));
    try {
      expect(roomIn([folder])()).toBeUndefined();
      expect(roomIn([join(folder, 'none')])()).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
