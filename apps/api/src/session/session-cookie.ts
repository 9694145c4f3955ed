import type { FastifyReply, FastifyRequest } from 'fastify';

type Headers = Pick<FastifyRequest, 'headers'>['headers'];

/** A cookie that no script reads and no other site sends along, for this host alone; over TLS nobody else can have set it either. */
export class HostCookie {
  readonly #name: string;
  readonly #attributes: string;

  /** `publicUrl`: where the installation is reached from outside; without it, this machine. */
  constructor(name: string, publicUrl: string | undefined) {
    const isSecure = publicUrl?.startsWith('https:') === true;
    this.#name = isSecure ? `__Host-${name}` : name;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  }

  /** Undefined where it is not there, or there are several: then somebody else has set one of them. */
  in({ cookie = '' }: Headers): string | undefined {
    const found = cookie
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.#name}=`))
      .map((pair) => pair.slice(this.#name.length + 1));
    return found.length === 1 ? found[0] : undefined;
  }

  /** Until the browser is closed, or for so many seconds. */
  set(reply: FastifyReply, value: string, seconds?: number): void {
    const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
    reply.header('Set-Cookie', `${this.#name}=${value}; ${this.#attributes}${age}`);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }
}
