// The little of WebDriver (W3C) that the tests in WebKit need.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One action of an input device, as §17 of the standard names them. */
export type InputAction = Readonly<Record<string, Json>>;

export class WebDriverSession {
  private constructor(
    private readonly base: string,
    private readonly id: string,
  ) {}

  /** @param base of the driver, such as `http://127.0.0.1:4444` */
  static async open(base: string, capabilities: Json): Promise<WebDriverSession> {
    const { sessionId } = (await call(`${base}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } })) as { sessionId: string };
    return new WebDriverSession(base, sessionId);
  }

  async close(): Promise<void> {
    await call(this.#path(''), 'DELETE');
  }

  async goTo(url: string): Promise<void> {
    await call(this.#path('/url'), 'POST', { url });
  }

  async url(): Promise<string> {
    return (await call(this.#path('/url'), 'GET')) as string;
  }

  /** @param script the body of a function in the page; what it returns must survive JSON */
  async execute<Result>(script: string): Promise<Result> {
    return (await call(this.#path('/execute/sync'), 'POST', { script, args: [] })) as Result;
  }

  async resizeWindow(width: number, height: number): Promise<void> {
    await call(this.#path('/window/rect'), 'POST', { x: 0, y: 0, width, height });
  }

  async pointer(...actions: InputAction[]): Promise<void> {
    await this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async keys(...actions: InputAction[]): Promise<void> {
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async #perform(source: Json): Promise<void> {
    await call(this.#path('/actions'), 'POST', { actions: [source] });
  }

  #path(end: string): string {
    return `${this.base}/session/${this.id}${end}`;
  }
}

async function call(url: string, method: string, body?: Json): Promise<unknown> {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}
