import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from '#postgres';

/** Where new tables find hardly any room: a file system of its own where one may be mounted, else a limit as a quota sets it. */
export class SmallDisk {
  private constructor(
    private readonly superuser: Pool,
    private readonly folder: string,
    private readonly isMounted: boolean,
  ) {}

  static async open(superuser: Pool): Promise<SmallDisk> {
    const folder = mkdtempSync(join(tmpdir(), 'samspor-small-'));
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0;
    const disk = new SmallDisk(superuser, folder, isMounted);
    if (isMounted) await disk.makeTablespace();
    else await disk.limit('1000000');
    return disk;
  }

  async close(): Promise<void> {
    if (this.isMounted) {
      await this.superuser.query('alter database samspor reset default_tablespace');
      // The read models that did fit stand there.
      await this.superuser.query('alter table all in tablespace small set tablespace pg_default');
      await this.superuser.query('alter index all in tablespace small set tablespace pg_default');
      await this.superuser.query('drop tablespace small');
      execFileSync('umount', [this.folder]);
    } else {
      await this.limit('unlimited');
    }
    rmSync(this.folder, { recursive: true });
  }

  private async makeTablespace(): Promise<void> {
    const { rows } = await this.superuser.query<{ data_directory: string }>('show data_directory');
    const { uid, gid } = statSync(rows[0]?.data_directory ?? '');
    execFileSync('chown', [`${uid}:${gid}`, this.folder]);
    await this.superuser.query(`create tablespace small location '${this.folder}'`);
    await this.superuser.query('grant create on tablespace small to public');
    await this.superuser.query('alter database samspor set default_tablespace = small');
  }

  /** Of the server's own process, which new connections take over. */
  private async limit(bytes: string): Promise<void> {
    const { rows } = await this.superuser.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
    );
    const server = execFileSync('ps', ['-o', 'ppid=', '-p', String(rows[0]?.pid)])
      .toString()
      .trim();
    execFileSync('prlimit', ['--pid', server, `--fsize=${bytes}:`]);
  }
}
