/** Asks the API as the login of a token, which is never told again. */
export class PackageClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The JSON of an answer. */
  async json<Answer>(path: string, body?: unknown): Promise<Answer> {
    return (await (await this.asked(path, body)).json()) as Answer;
  }

  /** What streams in; what breaks off is an error. */
  async bytes(path: string): Promise<AsyncIterable<Uint8Array>> {
    const { body } = await this.asked(path);
    if (body === null) throw new Error(`${path} was answered with nothing.`);
    return body;
  }

  private async asked(path: string, body?: unknown): Promise<Response> {
    if (!URL.canParse(path, this.url)) {
      throw new Error(`"${this.url}" is no address. Give one with --url, such as http://127.0.0.1:3000`);
    }
    const headers = { authorization: `Bearer ${this.token}`, 'accept-language': 'en' };
    const request =
      body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          };
    for (;;) {
      const response = await fetch(new URL(path, this.url), request).catch((error: unknown) => {
        throw new Error(
          `Nothing answers on ${this.url}. Start Samspor, or say with --url where it runs (or with DATA_DIR or PORT, as it was started).`,
          { cause: error },
        );
      });
      // What was recorded a moment ago is not shown yet.
      if (response.status === 202) continue;
      if (response.ok) return response;
      const { detail, title } = (await response.json().catch(() => ({}))) as Readonly<Record<string, string>>;
      throw new Error(`${response.status}: ${detail ?? title ?? 'refused'} Nothing was written.`);
    }
  }
}
