import { parseFrame } from '../../../demo/server/xml.js';
import type { XmlElement } from '../../../src/protocol/xml.js';
import { serverCommand } from './server-command.js';
import type { ControlMessage, Script, ServerReport } from './server-script.js';

type ReportOf<Kind> = Extract<ServerReport, { kind: Kind }>;

/** A real WebSocket server of the test's own, in the test runner's process; what it does is scripted from here. */
export class ScriptedServer {
  /** Everything that happened at the server so far, oldest first. */
  readonly reports: ServerReport[] = [];
  #taken = 0;
  #told = 0;
  #waiting: (() => void)[] = [];

  private constructor(private readonly control: WebSocket) {
    control.onmessage = ({ data }) => {
      this.reports.push(JSON.parse(String(data)) as ServerReport);
      for (const look of this.#waiting.splice(0)) look();
    };
  }

  static async start(script: Partial<Script> = {}): Promise<ScriptedServer> {
    const { url } = await serverCommand('scripted-server', {});
    const server = new ScriptedServer(new WebSocket(url));
    await server.next('scene');
    await server.set(script);
    return server;
  }

  /** Where a client connects to. */
  get service(): string {
    return this.reports.flatMap((report) => (report.kind === 'scene' ? report.service : []))[0] ?? '';
  }

  /** Changes the script; settles when the server knows it. */
  set(script: Partial<Script>): Promise<void> {
    return this.#tell({ kind: 'script', script });
  }

  /** Sends the newest connection a raw frame. */
  send(frame: string): Promise<void> {
    return this.#tell({ kind: 'send', frame });
  }

  /** Sends the newest connection that many raw frames, with `{n}` in each as 0, 1, 2 … */
  flood(frame: string, count: number): Promise<void> {
    return this.#tell({ kind: 'flood', frame, count });
  }

  /** Ends the newest connection without farewell. */
  cut(): Promise<void> {
    return this.#tell({ kind: 'cut' });
  }

  /** Settles when everything that had reached the server by now is among the reports. */
  settle(): Promise<void> {
    return this.#tell({ kind: 'nothing' });
  }

  /** The next report of that kind, of those not yet taken; those before it are skipped. */
  async next<Kind extends ServerReport['kind']>(kind: Kind): Promise<ReportOf<Kind>> {
    for (;;) {
      while (this.#taken < this.reports.length) {
        const report = this.reports[this.#taken++];
        if (report?.kind === kind) return report as ReportOf<Kind>;
      }
      await this.#change();
    }
  }

  /** The next stanza the client sent. */
  async nextStanza(): Promise<XmlElement> {
    return parseFrame((await this.next('stanza')).frame);
  }

  /** How many of the client's frames so far contain the text. */
  count(text: string): number {
    return this.reports.filter((report) => 'frame' in report && report.frame.includes(text)).length;
  }

  /** How many sockets were opened so far. */
  get connections(): number {
    return this.reports.filter(({ kind }) => kind === 'connected').length;
  }

  end(): void {
    this.control.close();
  }

  async #tell(message: ControlMessage): Promise<void> {
    const number = ++this.#told;
    this.control.send(JSON.stringify(message));
    while (this.reports.filter(({ kind }) => kind === 'done').length < number) await this.#change();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
