import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly pid: number;
  /** Undefined while it starts. */
  readonly port: number | undefined;
}

/**
 * The PostgreSQL that runs on this data folder, if one does. `postmaster.pid` alone proves nothing: after a crash its number may belong to
 * any process by now.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const { pid, port } = readPidFile(data);
  return pid !== undefined && worksIn(pid, data) ? { pid, port } : undefined;
}

/** Whether the process named in `postmaster.pid` is dead. Until the system has buried it, PostgreSQL takes it for a living one. */
export function isPostmasterDead(data: string): boolean {
  const { pid } = readPidFile(data);
  if (pid === undefined) return true;
  try {
    if (existsSync('/proc/self/cwd')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === '';
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return true;
  }
}

function readPidFile(data: string): { pid: number | undefined; port: number | undefined } {
  let lines: string[] = [];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    // no such file: nothing runs
  }
  const pid = Number(lines[0]);
  return { pid: Number.isSafeInteger(pid) && pid > 1 ? pid : undefined, port: Number(lines[3]) || undefined };
}

/** Whether the process is a PostgreSQL whose working folder (Linux) or command line (elsewhere) names the data folder. */
function worksIn(pid: number, data: string): boolean {
  try {
    if (existsSync('/proc/self/cwd')) {
      const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
      return /(^|\/)postgres$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(data);
  } catch {
    return false;
  }
}
