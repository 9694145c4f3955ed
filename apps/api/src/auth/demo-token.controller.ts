import { applyDecorators, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { partOf } from '#event-sourcing';
import { actorRoles, ProviderMark, type Role, viewerRoles } from '#personal-data';
import { units } from '#vocabulary';
import { problemResponses } from '../problems/problem.answer.js';
import { notFound } from '../problems/problem.js';
import { Code, CodeOf, OpaqueId, OptionalField } from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';
import { LoginSubject, StartKey, Tenant } from '../validation/who-decorators.js';
import { ValidBody } from '../validation/pipes.js';
import { DemoIssuer } from './demo-issuer.js';
import { isDirectLoopback } from './loopback.js';
import { TokenVerifier } from './login.js';
import { unauthenticated } from './token-verifier.js';

export class DemoPlaceBody {
  @CodeOf(partOf(actorRoles, ...viewerRoles))
  role!: Role;

  @Tenant()
  municipality!: string;
}

export class DemoTokenBody extends DemoPlaceBody {
  @StartKey()
  key!: string;

  @OptionalField()
  @LoginSubject('Whose login to play; one a role unless told')
  sub?: string;

  @OptionalField()
  @Code(units, 'The unit that it works in; the coordinating unit unless told')
  unit?: string;

  @OptionalField()
  @OpaqueId('The person who looks, with the role SUBJECT')
  subjectId?: string;

  @OptionalField()
  @ListOf(() => DemoPlaceBody, { max: 20, description: 'More municipalities, with a role in each' })
  others?: DemoPlaceBody[];
}

export class DemoTokenAnswer {
  @ApiProperty()
  accessToken!: string;
}

/** Tokens for trying things out on one's own machine; gone as soon as a provider is configured. */
@ApiTags('demonstration')
@Controller('demo')
export class DemoTokenController {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    private readonly provider: ProviderMark,
  ) {}

  @Post('token')
  @HttpCode(201)
  @ApiOperation({
    summary:
      'A token for demonstration, for whoever has the start key, from this machine only and never beside a real provider',
  })
  @ApiCreatedResponse({ type: DemoTokenAnswer })
  @applyDecorators(...problemResponses(400, 401, 404, 413, 415))
  async token(
    @Req() request: FastifyRequest,
    @ValidBody(DemoTokenBody) { key, ...login }: DemoTokenBody,
  ): Promise<DemoTokenAnswer> {
    if (!(this.verifier instanceof DemoIssuer) || !isDirectLoopback(request)) throw notFound();
    if (!this.verifier.isStartKey(key)) throw unauthenticated('start-key');
    // Another process may serve the same data with a provider by now.
    if (await this.provider.stands()) throw notFound();
    return { accessToken: await this.verifier.issue(login) };
  }
}
