import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { digestOf, type Vault } from '#personal-data';
import { DemoIssuer } from '../auth/demo-issuer.js';
import type { Login, TokenVerifier } from '../auth/login.js';
import { isDirectLoopback } from '../auth/loopback.js';
import { type ApiConfig, usualSession } from '../config.js';
import { Problem } from '../problems/problem.js';
import { assertOwnScript, changes } from './own-page.js';
import { HostCookie } from './session-cookie.js';

/** What somebody who is signed in with a browser came by; both are over where the other takes their place. */
export type SignedInBy = 'PROVIDER' | 'DEMONSTRATION';

/** What a session is, beside its times. */
export interface SessionContent {
  readonly by: SignedInBy;
  /** Absent where nobody was chosen yet whom to play. */
  readonly as?: SignedIn;
  /** What a log-out shows to the provider. */
  readonly idToken?: string;
}
export interface SignedIn {
  readonly login: Login;
  /** The one of the login’s in which it works now. */
  readonly municipality: string;
}

export interface Session extends SessionContent {
  readonly id: string;
  readonly endsAt: number;
  /** When it ends unless it is used meanwhile. */
  readonly idleEndsAt: number;
}

interface Known {
  readonly content: SessionContent;
  readonly endsAt: number;
  usedAt: number;
  readonly untilMs: number;
}

const longestMs = 60_000;
const minuteMs = 60_000;

/** Browsers that are signed in. What the vault says of one is held in memory for a minute at most, so that another process ends it within that time. */
export class BrowserSessions {
  readonly #known = new LRUCache<string, Known>({ max: 10_000 });
  readonly #cookie: HostCookie;
  readonly #idleMs: number;
  readonly #longestMs: number;
  /** Counts what was ended, so that a session read before its end is not held after it. */
  #ends = 0;

  constructor(
    private readonly vault: Pick<Vault, 'sessions' | 'provider'>,
    private readonly config: Pick<ApiConfig, 'oidc' | 'personOidc' | 'publicUrl' | 'session'>,
    private readonly verifier: TokenVerifier,
  ) {
    const { idleMinutes, longestMinutes } = config.session ?? usualSession;
    this.#cookie = new HostCookie('samspor', config.publicUrl);
    this.#idleMs = idleMinutes * minuteMs;
    this.#longestMs = longestMinutes * minuteMs;
  }

  /** The session of a request’s cookie, while it lasts. To ask for it is no use of it. */
  async of({ headers }: Pick<FastifyRequest, 'headers'>): Promise<Session | undefined> {
    const id = this.#cookie.in(headers);
    const known = id === undefined ? undefined : await this.#lasting(id);
    return known && id !== undefined ? this.#told(id, known) : undefined;
  }

  /** The same where there has to be one. */
  async needed(request: Pick<FastifyRequest, 'headers'>): Promise<Session> {
    const session = await this.of(request);
    if (session === undefined) throw ended();
    return session;
  }

  /** Who asks by a cookie for something under /v1; undefined without one. Uses the session, unless a page asks by itself while nobody is at it. */
  async signedIn(request: FastifyRequest): Promise<SignedIn | undefined> {
    const id = this.#cookie.in(request.headers);
    if (id === undefined) return undefined;
    assertOwnScript(request, this.config.publicUrl);
    const known = await this.#lasting(id);
    const isUnattended = !changes(request) && request.headers['samspor-unattended'] === '1';
    if (known === undefined || !(isUnattended || (await this.#isUsed(id, known)))) throw ended();
    if (known.content.as === undefined) throw new Problem('unauthenticated.nobody-chosen');
    return known.content.as;
  }

  /** Begins a session in the place of the one that the request may have. */
  async begin({ headers }: FastifyRequest, reply: FastifyReply, content: SessionContent): Promise<void> {
    const former = this.#cookie.in(headers);
    if (former !== undefined) await this.#end(former);
    const usedAt = Date.now();
    const endsAt = usedAt + this.#longestMs;
    const id = await this.vault.sessions.begin({ content: JSON.stringify(content), usedAt, endsAt });
    this.#cookie.set(reply, id);
  }

  /** Goes on as somebody else, or elsewhere, under another id and until the same time. */
  async goOn(reply: FastifyReply, { id: former, by, idToken }: Session, as: SignedIn): Promise<void> {
    const content: SessionContent = { by, as, ...(idToken !== undefined && { idToken }) };
    const kept = { content: JSON.stringify(content), usedAt: Date.now() };
    const id = await this.vault.sessions.replace(former, kept);
    this.#forget(former);
    if (id === undefined) throw ended();
    this.#cookie.set(reply, id);
  }

  async end({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const id = this.#cookie.in(headers);
    if (id !== undefined) await this.#end(id);
    this.#cookie.clear(reply);
  }

  /** Whom to play can be chosen: by whoever has the start key, from this machine only and never beside a provider. */
  async isDemonstration(request: FastifyRequest): Promise<boolean> {
    return (
      this.verifier instanceof DemoIssuer &&
      isDirectLoopback(request) &&
      !(await this.vault.provider.stands())
    );
  }

  /** Removes what is over. */
  async sweep(): Promise<void> {
    const now = Date.now();
    await this.vault.sessions.sweep({ endedBy: now, unusedSince: now - this.#idleMs });
  }

  async #end(id: string): Promise<void> {
    await this.vault.sessions.end(id);
    this.#forget(id);
  }

  #forget(id: string): void {
    this.#ends += 1;
    this.#known.delete(nameOf(id));
  }

  async #lasting(id: string): Promise<Known | undefined> {
    const now = Date.now();
    const held = this.#known.get(nameOf(id));
    const known = held !== undefined && now < held.untilMs ? held : await this.#read(id, now);
    return known !== undefined && now < Math.min(known.endsAt, known.usedAt + this.#idleMs)
      ? known
      : undefined;
  }

  async #read(id: string, now: number): Promise<Known | undefined> {
    const ends = this.#ends;
    const kept = await this.vault.sessions.find(id);
    const content = kept && (JSON.parse(kept.content) as SessionContent);
    if (kept === undefined || content === undefined || !(await this.#counts(content))) {
      this.#known.delete(nameOf(id));
      return undefined;
    }
    const { usedAt, endsAt } = kept;
    const known = { content, usedAt, endsAt, untilMs: now + longestMs };
    if (ends === this.#ends) this.#known.set(nameOf(id), known);
    return known;
  }

  /** What people came by then is what they come by now. */
  async #counts({ by, as }: SessionContent): Promise<boolean> {
    if (by === 'PROVIDER') {
      const provider = as?.login.own === undefined ? this.config.oidc : this.config.personOidc;
      return as !== undefined && as.login.issuer === provider?.issuer;
    }
    return this.verifier instanceof DemoIssuer && !(await this.vault.provider.stands());
  }

  /** Notes it at most once a minute, and oftener where a session ends unless it is used within two. */
  async #isUsed(id: string, known: Known): Promise<boolean> {
    const now = Date.now();
    if (now - known.usedAt < Math.min(minuteMs, this.#idleMs / 2)) return true;
    known.usedAt = now;
    if (await this.vault.sessions.touch(id, now)) return true;
    this.#forget(id);
    return false;
  }

  #told(id: string, { content, endsAt, usedAt }: Known): Session {
    return { ...content, id, endsAt, idleEndsAt: Math.min(endsAt, usedAt + this.#idleMs) };
  }
}

const nameOf = (id: string) => digestOf(id).toString('base64url');
const ended = () => new Problem('unauthenticated.session-ended', { reason: 'session-ended' });
