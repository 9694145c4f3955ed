export interface Message {
  /** The last id that came, in this message or before. */
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events as the HTML standard has them, as far as they are sent here. */
export class EventSourceParser {
  private rest = '';
  private id: string | undefined;

  take(text: string): Message[] {
    const blocks = `${this.rest}${text}`.split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map((block) => {
      let [event, data] = ['message', ''];
      for (const line of block.split('\n')) {
        const [, name, value = ''] = /^([a-z]*): ?(.*)$/.exec(line) ?? [];
        if (name === 'id') this.id = value;
        if (name === 'event') event = value;
        if (name === 'data') data += value;
      }
      return { id: this.id, event, data };
    });
  }
}
