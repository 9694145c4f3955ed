import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { disposableClasses, languageForms, relationEndReasons, relationKinds } from '#subject';
import { Reads } from '../auth/reads.js';
import { SearchBrake } from '../auth/search-brake.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { caseOfSubject } from '../cases/case.answers.js';
import { coordinationOfSubject } from '../coordination/coordination.answers.js';
import { enquiryOfSubject } from '../enquiries/enquiry.answers.js';
import { Problem } from '../problems/problem.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  answer,
  code,
  date,
  flag,
  integer,
  list,
  object,
  orNull,
  page,
  party,
  personal,
  text,
} from '../reading/shape.js';
import { Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { PersonSearchBody } from './subject.bodies.js';
import { PersonSearchPageQuery, SubjectPageQuery } from './subject.page-query.js';
import { PersonSearchQuery, SubjectQuery } from './subjects.queries.js';
import { sayFault } from '../problems/fault-sentences.js';

const person = {
  subjectId: text(),
  municipality: text(),
  givenName: orNull(personal()),
  familyName: orNull(personal()),
  birthDate: orNull(personal()),
  birthYear: orNull(integer()),
  protectedAddress: orNull(flag()),
  isDead: flag(),
  disposed: flag('The keys of the person’s own record are destroyed'),
};
const subjectAnswer = answer({
  ...person,
  identityNumber: orNull(personal()),
  formerNumbers: list(personal()),
  formerNames: list(
    object({
      givenName: orNull(personal()),
      familyName: orNull(personal()),
      since: orNull(date()),
    }),
  ),
  nameSince: orNull(date()),
  diedOn: orNull(personal()),
  deathToldOn: orNull(date()),
  movedOn: orNull(date()),
  movedTo: orNull(text()),
  contact: orNull(
    object({
      address: orNull(personal()),
      telephone: orNull(personal()),
      email: orNull(personal()),
      languageForm: orNull(code(languageForms)),
      interpreterLanguage: orNull(personal()),
      setOn: date(),
    }),
  ),
  relations: list(
    object({
      relationId: text(),
      party,
      kind: code(relationKinds),
      validFrom: date(),
      validUntil: orNull(date('Last day on which it holds')),
      endedOn: orNull(date('From that day on it holds no more')),
      endReason: orNull(code(relationEndReasons)),
      isCurrent: flag('Whether it holds today'),
      parentalResponsibility: orNull(flag('Of a parent alone')),
      scope: orNull(personal()),
      restriction: orNull(personal()),
      mayBeContacted: orNull(flag()),
      telephone: orNull(personal()),
      email: orNull(personal()),
    }),
  ),
  contactWithheld: flag('There is more, for purpose CONTACT'),
  cases: orNull(list(caseOfSubject)),
  coordination: orNull(coordinationOfSubject),
  enquiries: orNull(list(enquiryOfSubject)),
  merged: list(text()),
  disposedClasses: list(code(disposableClasses)),
  revision: text('The same as in the ETag'),
});
/** `count`: how many there are on all pages. */
const searchAnswer = page({ persons: list(object(person)), count: integer() });

@ApiTags('subjects')
@Controller('v1')
export class SubjectsReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly brake: SearchBrake,
  ) {}

  @Get('subjects/:subjectId')
  @Reads('person')
  @ReadRoute(
    'One person, with the newest cases, the coordination now and before, and the newest enquiries; null what the role sees nothing of',
    subjectAnswer,
    404,
  )
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(SubjectPageQuery) query: SubjectPageQuery,
  ) {
    const found = await this.queries.execute(new SubjectQuery(request, subjectId, query));
    reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Post('person-searches')
  @HttpCode(200)
  @Reads('personSearch')
  @ReadRoute(
    'Finds persons by number, name or birth date; a POST, so that no name stands in an address',
    searchAnswer,
    413,
    415,
    429,
  )
  async search(
    @InExchange() { request }: Exchange,
    @ValidBody(PersonSearchBody) search: PersonSearchBody,
    @ValidQuery(PersonSearchPageQuery) query: PersonSearchPageQuery,
  ) {
    if (Object.keys(search).length === 0) {
      const message = sayFault('something-to-find');
      throw new Problem('invalid-body.search', { errors: [{ path: '', message }] });
    }
    await this.brake.take(request);
    return this.queries.execute(new PersonSearchQuery(request, search, query));
  }
}
