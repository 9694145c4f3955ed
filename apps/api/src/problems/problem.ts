import {
  codeOfRule,
  type Phrase,
  type Sentence,
  type Spoken,
  type Standing,
  type Values,
} from '#event-sourcing';
import { type ProblemRule, sayProblem } from './problem-sentences.js';
import { type ProblemType, problemTypes } from './problem-types.js';

/** One fault in a request: where it is, in the body's own words (`items[0].reason`), and what is wrong. Never the value. */
export interface Fault<Message = Phrase> {
  readonly path: string;
  readonly message: Message;
}

/** What the API answers when it does not do as asked (RFC 9457). `type` is stable; sentences may change. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Where a type has cases that a client tells apart. */
  readonly reason?: string;
  readonly errors?: readonly Fault<string>[];
  readonly restsOn?: readonly Standing[];
}

/** A problem before it is told in somebody's language: one of the edge, or a refusal by the domain. */
export interface Untold {
  readonly type: string;
  readonly status: number;
  readonly title: Sentence;
  readonly phrase: Phrase;
  readonly headers: Readonly<Record<string, string>>;
  readonly reason?: string | undefined;
  readonly errors?: readonly Fault[] | undefined;
  readonly restsOn?: readonly Standing[] | undefined;
}

interface ProblemOptions extends ErrorOptions {
  /** What fills the sentence. */
  readonly values?: Values;
  readonly reason?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere in the API to answer with that problem. */
export class Problem extends Error implements Untold {
  readonly type: string;
  readonly status: number;
  readonly title: Sentence;
  readonly phrase: Phrase;
  readonly headers: Readonly<Record<string, string>>;
  readonly reason: string | undefined;
  readonly errors: readonly Fault[] | undefined;

  constructor(rule: ProblemRule, { values, reason, errors, headers = {}, ...options }: ProblemOptions = {}) {
    const phrase = sayProblem(rule, values);
    super(phrase.en, options);
    this.name = 'Problem';
    this.type = codeOfRule(rule);
    [this.status, ...this.title] = problemTypes[this.type as ProblemType];
    this.phrase = phrase;
    this.headers = headers;
    this.reason = reason;
    this.errors = errors;
  }
}

const place = { en: 0, nb: 1, nn: 2 } as const satisfies Readonly<Record<Spoken, number>>;

/** The problem as it is answered in one language. */
export function toldIn(
  language: Spoken,
  { type, status, title, phrase, headers, reason, errors, restsOn }: Untold,
): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
} {
  return {
    status,
    headers: { ...headers, 'Content-Language': language },
    body: {
      type,
      title: title[place[language]],
      status,
      detail: phrase[language],
      ...(reason !== undefined && { reason }),
      ...(errors && { errors: errors.map(({ path, message }) => ({ path, message: message[language] })) }),
      ...(restsOn && { restsOn }),
    },
  };
}

export const notFound = () => new Problem('not-found');
