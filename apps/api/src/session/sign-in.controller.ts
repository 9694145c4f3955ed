import { Controller, Get, Inject, Query, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Handouts } from '#personal-data';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ApiConfig } from '../config.js';
import { BrowserSessions } from './browser-sessions.js';
import { localPath } from './local-path.js';
import { HostCookie } from './session-cookie.js';
import { type Pending, PersonSignIn, SignIn, SignInFault } from './sign-in.js';

/** What was begun at one door is not finished at the other. */
type Door = 'sign-in' | 'sign-in-person';

/** Where a browser goes to sign in, and where the provider sends it back to. Each leads to a page, whatever came of it. */
@ApiExcludeController()
@Controller('sign-in')
export class SignInController {
  readonly #cookie: HostCookie;

  constructor(
    private readonly sessions: BrowserSessions,
    private readonly signIn: SignIn,
    private readonly personSignIn: PersonSignIn,
    private readonly handouts: Handouts,
    @Inject(ApiConfig) { publicUrl }: ApiConfig,
  ) {
    this.#cookie = new HostCookie('samspor-sign-in', publicUrl);
  }

  @Get()
  @Redirect('/', 303)
  begin(@InExchange() exchange: Exchange, @Query('to') to: unknown) {
    return this.#begun(exchange, 'sign-in', localPath(to));
  }

  @Get('callback')
  @Redirect('/', 303)
  callback(@InExchange() exchange: Exchange) {
    return this.#finished(exchange, 'sign-in');
  }

  @Get('person')
  @Redirect('/', 303)
  beginPerson(@InExchange() exchange: Exchange) {
    return this.#begun(exchange, 'sign-in-person', '/min-side');
  }

  @Get('person/callback')
  @Redirect('/', 303)
  callbackPerson(@InExchange() exchange: Exchange) {
    return this.#finished(exchange, 'sign-in-person');
  }

  #begun(exchange: Exchange, door: Door, wanted: string) {
    return ledTo(exchange, wanted, async () => {
      const { goTo, pending } = await this.#at(door).begin(wanted);
      this.#cookie.set(exchange.reply, this.handouts.seal(door, JSON.stringify(pending)), 600);
      return goTo;
    });
  }

  #finished(exchange: Exchange, door: Door) {
    const { request, reply } = exchange;
    const pending = this.#pending(exchange, door);
    const wanted = localPath(pending?.to);
    return ledTo(exchange, wanted, async () => {
      this.#cookie.clear(reply);
      const { as, idToken } = await this.#at(door).finish(request.url, pending);
      await this.sessions.begin(request, reply, { by: 'PROVIDER', as, idToken });
      return wanted;
    });
  }

  #at(door: Door): SignIn {
    return door === 'sign-in' ? this.signIn : this.personSignIn;
  }

  #pending({ request }: Exchange, door: Door): Pending | undefined {
    const sealed = this.#cookie.in(request.headers);
    const opened = sealed && this.handouts.open(door, sealed);
    return opened ? (JSON.parse(opened) as Pending) : undefined;
  }
}

/** The page where one signs in says what went wrong, and still knows where one wanted to go; the log has the cause. */
async function ledTo(
  { request }: Exchange,
  wanted: string,
  work: () => Promise<string>,
): Promise<{ readonly url: string }> {
  try {
    return { url: await work() };
  } catch (error) {
    if (!(error instanceof SignInFault)) throw error;
    request.failure = error;
    const said = new URLSearchParams({ feil: error.code, ...(wanted !== '/' && { til: wanted }) });
    return { url: `/logg-inn?${said.toString()}` };
  }
}
