import { applyDecorators, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Drafts, type Login, type Saved, workingRoles } from '#personal-data';
import { Clock } from '#apps/clock';
import type { ApiRequest } from '../auth/authenticate.js';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import { notFound, Problem } from '../problems/problem.js';
import { Id, ValidBody } from '../validation/pipes.js';
import { uuidPattern } from '../validation/values.js';
import { draftAnswer, DraftBody, draftsAnswer, savedAnswer } from './draft.answers.js';

const Draft = () =>
  applyDecorators(
    ApiExtraModels(ProblemAnswer),
    ApiHeader({
      name: 'Samspor-Municipality',
      required: false,
      schema: { type: 'string' },
      description: 'Which municipality, where the token is for several',
    }),
    ...problemResponses(400, 401, 403, 404, 503),
  );

/** What somebody has half written: theirs alone, and no action, so that no event and no trail tells of it. */
@ApiTags('drafts')
@Roles(...workingRoles)
@Opens({ nobody: 'What one has half written oneself' })
@Controller('v1/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Draft()
  @ApiOperation({ summary: 'The own drafts of the last week, the one saved last first' })
  @ApiOkResponse({ schema: draftsAnswer })
  async all(@InExchange() { request }: Exchange) {
    const all = await this.drafts.all(authorOf(request), this.now());
    return {
      drafts: all.map(({ draftId: id, form, about, ...saved }) => ({ id, form, about, ...told(saved) })),
    };
  }

  @Get(':draftId')
  @Draft()
  @ApiOperation({ summary: 'One of them, with its text' })
  @ApiOkResponse({ schema: draftAnswer })
  async one(@InExchange() { request }: Exchange, @Id('draftId') draftId: string) {
    const found = await this.drafts.find(authorOf(request), uuid(draftId), this.now());
    if (found === undefined) throw notFound();
    const { draftId: id, form, about, text, ...saved } = found;
    return { id, form, about, text: JSON.parse(text) as object, ...told(saved) };
  }

  @Put(':draftId')
  @HttpCode(200)
  @Draft()
  @applyDecorators(...problemResponses(412, 413, 415))
  @ApiOperation({
    summary: 'Saves a draft for a week under an id that the browser made; the same once more changes nothing',
  })
  @ApiOkResponse({ schema: savedAnswer })
  async save(
    @InExchange() { request }: Exchange,
    @Id('draftId') draftId: string,
    @ValidBody(DraftBody) { form, about = null, text, revision }: DraftBody,
  ) {
    const draft = { draftId: uuid(draftId), form, about, text: JSON.stringify(text) };
    const saved = await this.drafts.save(authorOf(request), draft, this.now(), revision);
    if (saved === undefined) throw new Problem('stale-revision.draft');
    return told(saved);
  }

  @Delete(':draftId')
  @HttpCode(204)
  @Draft()
  @ApiOperation({ summary: 'Throws one of them away' })
  @ApiNoContentResponse()
  async remove(@InExchange() { request }: Exchange, @Id('draftId') draftId: string) {
    if (!(await this.drafts.delete(authorOf(request), uuid(draftId)))) throw notFound();
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}

/** In the municipality that the request is about. */
function authorOf(request: ApiRequest): Login {
  const { issuer, subject } = request.login;
  return { tenant: tenantOf(request), issuer, subject };
}

function uuid(id: string): string {
  if (!uuidPattern.test(id)) throw notFound();
  return id;
}

const told = ({ revision, savedAt }: Saved) => ({ revision, savedAt: new Date(savedAt).toISOString() });
