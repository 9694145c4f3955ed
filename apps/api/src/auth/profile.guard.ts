import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { profileOf } from '#municipality';
import { ApiParts } from '../api-parts.js';
import { Problem } from '../problems/problem.js';
import { fromLog } from '../reading/from-log.js';
import type { ApiRequest } from './authenticate.js';

/** Serves only municipalities that have adopted a profile: any other key is a mistake in a token, and would quietly begin a second one. */
@Injectable()
export class ProfileGuard implements CanActivate {
  /** Those that have; a profile is replaced, and never taken away. */
  readonly #adopted = new Set<string>();

  constructor(@Inject(ApiParts) private readonly parts: Pick<ApiParts, 'runner'>) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Outside /v1 there is no login.
    const { tenants = [] } = context.switchToHttp().getRequest<Partial<ApiRequest>>();
    for (const tenant of tenants) await this.#check(tenant);
    return true;
  }

  /** While the log is away nobody is turned away for it: nothing can be recorded, and there is nothing to read. */
  async #check(tenant: string): Promise<void> {
    if (this.#adopted.has(tenant)) return;
    const asked = await fromLog(profileOf(this.parts.runner, tenant));
    if (asked === undefined) return;
    if (asked.profile === undefined) throw new Problem('forbidden.no-profile', { values: { tenant } });
    this.#adopted.add(tenant);
  }
}
