import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

interface RequestSeen {
  readonly address: string;
  readonly message: string;
  readonly answers: readonly string[];
}

interface RequestsSeen {
  readonly requests: readonly RequestSeen[];
  /** What became of the one that was answered last. */
  readonly notice: string;
  readonly error: string;
}

/** The requests above `<xmpp-roster>`, as seen and answered by a person. */
export class RequestsObject {
  constructor(
    private readonly page: Page,
    private readonly within: string,
  ) {}

  seen(): Promise<RequestsSeen> {
    return this.page.$eval(`${this.within} xmpp-roster`, (roster) => {
      const root = roster.shadowRoot?.querySelector('xmpp-subscription-requests')?.shadowRoot;
      const text = (part: string, element: ParentNode | null | undefined = root) => element?.querySelector(`[part="${part}"]`)?.textContent.trim() ?? '';
      return {
        requests: [...(root?.querySelectorAll('[part="request"]') ?? [])].map((request) => ({
          address: text('address', request),
          message: text('message', request),
          answers: [...request.querySelectorAll('[part="answer"]')].map((answer) => answer.textContent),
        })),
        notice: text('notice'),
        error: text('error'),
      };
    });
  }

  shows(check: (seen: RequestsSeen) => void): Promise<RequestsSeen> {
    return eventually(() => this.seen(), check);
  }

  /** Waits until just these addresses ask. */
  async areOf(...addresses: string[]): Promise<void> {
    await this.shows(({ requests }) => assert.deepEqual(requests.map(({ address }) => address), addresses));
  }

  /** Clicks on the button of that name. */
  async answer(label: string, address: string): Promise<void> {
    await this.page.locator(`${this.within} xmpp-roster >>> [part="answer"][aria-label="${label}: ${address}"]`).click();
  }
}
