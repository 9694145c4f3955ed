import { Controller, Get, Inject, Query, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Handouts } from '#personal-data';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ApiConfig } from '../config.js';
import { BrowserSessions } from './browser-sessions.js';
import { localPath } from './local-path.js';
import { HostCookie } from './session-cookie.js';
import { type Pending, SignIn, SignInFault } from './sign-in.js';

const what = 'sign-in';

/** Where a browser goes to sign in, and where the provider sends it back to. Each leads to a page, whatever came of it. */
@ApiExcludeController()
@Controller('sign-in')
export class SignInController {
  readonly #cookie: HostCookie;

  constructor(
    private readonly sessions: BrowserSessions,
    private readonly signIn: SignIn,
    private readonly handouts: Handouts,
    @Inject(ApiConfig) { publicUrl }: ApiConfig,
  ) {
    this.#cookie = new HostCookie('samspor-sign-in', publicUrl);
  }

  @Get()
  @Redirect('/', 303)
  begin(@InExchange() exchange: Exchange, @Query('to') to: unknown) {
    const wanted = localPath(to);
    return ledTo(exchange, wanted, async () => {
      const { goTo, pending } = await this.signIn.begin(wanted);
      this.#cookie.set(exchange.reply, this.handouts.seal(what, JSON.stringify(pending)), 600);
      return goTo;
    });
  }

  @Get('callback')
  @Redirect('/', 303)
  callback(@InExchange() exchange: Exchange) {
    const { request, reply } = exchange;
    const pending = this.#pending(exchange);
    const wanted = localPath(pending?.to);
    return ledTo(exchange, wanted, async () => {
      this.#cookie.clear(reply);
      const { as, idToken } = await this.signIn.finish(request.url, pending);
      await this.sessions.begin(request, reply, { by: 'PROVIDER', as, idToken });
      return wanted;
    });
  }

  #pending({ request }: Exchange): Pending | undefined {
    const sealed = this.#cookie.in(request.headers);
    const opened = sealed && this.handouts.open(what, sealed);
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
