declare module 'saxen' {
  type Decode = (text: string) => string;
  /** Calls back for what it meets on one walk; what is no XML fails. */
  export class Parser {
    on(
      event: 'openTag',
      told: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode) => void,
    ): this;
    on(event: 'closeTag', told: (name: string) => void): this;
    on(event: 'text', told: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', told: (text: string) => void): this;
    on(event: 'warn', told: (warning: Error) => void): this;
    parse(xml: string): void;
  }
}
