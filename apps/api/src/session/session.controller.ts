import { applyDecorators, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Phrase } from '#event-sourcing';
import { DraftSecrets } from '#personal-data';
import { DemoIssuer } from '../auth/demo-issuer.js';
import { demoPeople, titleOf } from '../auth/demo-people.js';
import { standingIn, TokenVerifier } from '../auth/login.js';
import { unauthenticated } from '../auth/token-verifier.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ApiConfig } from '../config.js';
import { sayFault } from '../problems/fault-sentences.js';
import { LetterOutboxIsThere } from '../letters/letter-shelf.js';
import { problemResponses } from '../problems/problem.answer.js';
import { notFound, Problem } from '../problems/problem.js';
import { ValidBody } from '../validation/pipes.js';
import { BrowserSessions, type Session, type SignedIn } from './browser-sessions.js';
import { DemoMunicipalities } from './demonstration.js';
import { assertOwnPage } from './own-page.js';
import { PersonSignIn, SignIn } from './sign-in.js';
import {
  demonstrationAnswer,
  endedAnswer,
  PlaceBody,
  sessionAnswer,
  StartKeyBody,
} from './session.answers.js';

/** Who is signed in with this browser, by a cookie that no script reads. Machines send a token instead and need none of this. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly municipalities: DemoMunicipalities,
    private readonly signIn: SignIn,
    private readonly personSignIn: PersonSignIn,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    private readonly draftSecrets: DraftSecrets,
    @Inject(ApiConfig) private readonly config: ApiConfig,
    @Inject(LetterOutboxIsThere) private readonly hasOutbox: boolean,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in, or how one may sign in; to ask for it does not prolong it' })
  @ApiOkResponse({ schema: sessionAnswer })
  @applyDecorators(...problemResponses(503))
  async current(@InExchange() { request }: Exchange) {
    const session = await this.sessions.of(request);
    if (session?.as !== undefined) return this.signedIn(session, session.as);
    const isDemonstration = await this.sessions.isDemonstration(request);
    const by = this.signIn.isConfigured ? 'PROVIDER' : isDemonstration ? 'DEMONSTRATION' : 'NONE';
    const mayChoose = isDemonstration && session !== undefined;
    return { signedIn: false, by, mayChoose, persons: this.personSignIn.isConfigured };
  }

  @Post('demonstration')
  @HttpCode(204)
  @ApiOperation({
    summary:
      'Begins a demonstration, for whoever has the start key, from this machine only and never beside a real provider',
  })
  @ApiNoContentResponse()
  @applyDecorators(...problemResponses(400, 401, 404, 413, 415, 503))
  async begin(@InExchange() { request, reply }: Exchange, @ValidBody(StartKeyBody) { key }: StartKeyBody) {
    await this.demonstrated(request);
    if (!(this.verifier instanceof DemoIssuer) || !this.verifier.isStartKey(key)) {
      throw unauthenticated('start-key');
    }
    await this.sessions.begin(request, reply, { by: 'DEMONSTRATION' });
  }

  @Get('demonstration')
  @ApiOperation({ summary: 'Whom one may play in a demonstration, all of them invented, and where' })
  @ApiOkResponse({ schema: demonstrationAnswer })
  @applyDecorators(...problemResponses(404, 503))
  async choices(@InExchange() { request }: Exchange) {
    await this.demonstrated(request);
    const people = demoPeople.map((person) => {
      const { identityNumber: _, unit = null, ...one } = person;
      return { ...one, unit, title: titleOf(one) };
    });
    return { municipalities: await this.municipalities.all(), people };
  }

  @Post('place')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Goes on in another municipality of the login, or in a demonstration as somebody else',
  })
  @ApiNoContentResponse()
  @applyDecorators(...problemResponses(400, 401, 403, 404, 413, 415, 503))
  async place(@InExchange() { request, reply }: Exchange, @ValidBody(PlaceBody) body: PlaceBody) {
    assertOwnPage(request, this.config.publicUrl);
    const session = await this.sessions.needed(request);
    const as = session.by === 'DEMONSTRATION' ? await this.played(session, body) : elsewhere(session, body);
    await this.sessions.goOn(reply, session, as);
  }

  @Delete()
  @ApiOperation({ summary: 'Signs out here, and says where the provider does' })
  @ApiOkResponse({ schema: endedAnswer })
  @applyDecorators(...problemResponses(403, 503))
  async end(@InExchange() { request, reply }: Exchange) {
    assertOwnPage(request, this.config.publicUrl);
    const session = await this.sessions.of(request);
    await this.sessions.end(request, reply);
    return { goTo: (session && (await this.endOf(session))) ?? null };
  }

  private async demonstrated(request: Exchange['request']): Promise<void> {
    if (!(await this.sessions.isDemonstration(request))) throw notFound();
  }

  /** Whoever is signed out here is so, also where the provider does not answer. */
  private async endOf({ idToken, as }: Session): Promise<string | undefined> {
    const door = as?.login.own === undefined ? this.signIn : this.personSignIn;
    return idToken === undefined ? undefined : door.endUrl(idToken).catch(() => undefined);
  }

  private async played(
    { as }: Session,
    { municipality, sub = as?.login.subject }: PlaceBody,
  ): Promise<SignedIn> {
    const known = (await this.municipalities.all()).map((one) => one.municipality);
    if (!known.includes(municipality)) throw fault('municipality', oneOf(known));
    const person = demoPeople.find((one) => one.sub === sub);
    if (person === undefined) throw fault('sub', oneOf(demoPeople.map((one) => one.sub)));
    const { identityNumber, ...played } = person;
    if (identityNumber === undefined) {
      return { login: DemoIssuer.loginOf({ ...played, municipality }), municipality };
    }
    const subjectId = await this.municipalities.registrationOf(municipality, identityNumber);
    if (subjectId === undefined) throw fault('sub', sayFault('not-registered-here'));
    const login = DemoIssuer.loginOf({ ...played, municipality, subjectId });
    return { login, municipality };
  }

  private async signedIn({ by, endsAt, idleEndsAt }: Session, { login, municipality }: SignedIn) {
    const draftKey = await this.draftSecrets.keyOf(login, 'browser', Date.now());
    return {
      signedIn: true,
      by,
      name: login.name ?? null,
      municipality,
      municipalities: login.tenants.map((tenant) => ({ municipality: tenant, ...standingIn(login, tenant) })),
      ...standingIn(login, municipality),
      idleEndsAt: new Date(idleEndsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      letterOutbox: this.hasOutbox,
      draftKey: draftKey.toString('base64url'),
    };
  }
}

/** A provider says who somebody is: only where they work now is theirs to say. */
function elsewhere({ as }: Session, { municipality, sub }: PlaceBody): SignedIn {
  if (as?.login.tenants.includes(municipality) !== true) throw new Problem('forbidden.municipality');
  if (sub !== undefined) throw fault('sub', sayFault('unknown'));
  return { ...as, municipality };
}

const oneOf = (codes: readonly string[]) => sayFault('one-of', { codes: codes.join(', ') });
const fault = (path: string, message: Phrase) => new Problem('invalid-body', { errors: [{ path, message }] });
