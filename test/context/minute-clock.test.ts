import { expect } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MinuteClock } from '../../src/context/minute-clock.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

/** An element that shows the time, or does not. */
class Host implements ReactiveControllerHost {
  isShown = true;
  isConnected = true;
  renders = 0;
  readonly environment = new MockEnvironment(Date.parse('2026-03-02T09:00:20Z'));
  readonly clock = new MinuteClock(this);
  readonly updateComplete = Promise.resolve(true);

  addController(_controller: ReactiveController): void {}
  removeController(_controller: ReactiveController): void {}

  requestUpdate(): void {
    this.clock.hostUpdate();
    this.renders++;
    if (this.isShown) this.clock.now(this.environment);
    this.clock.hostUpdated();
  }
}

describe('the minute clock', () => {
  it('has its element rendered at each full minute, once', () => {
    const host = new Host();
    host.requestUpdate();
    host.requestUpdate();
    host.environment.advance(39_000);
    expect(host.renders).to.equal(2);
    host.environment.advance(1_000);
    expect(host.renders).to.equal(3);
    host.environment.advance(60_000);
    expect(host.renders).to.equal(4);
  });

  it('rests while nothing of the time is shown, or the element is gone', () => {
    const host = new Host();
    host.requestUpdate();
    host.isShown = false;
    host.requestUpdate();
    host.environment.advance(600_000);
    expect(host.renders).to.equal(2);
    host.isShown = true;
    host.requestUpdate();
    host.isConnected = false;
    host.clock.hostDisconnected();
    host.requestUpdate();
    host.environment.advance(600_000);
    expect(host.renders, 'with the one that was still on its way').to.equal(4);
    host.isConnected = true;
    host.clock.hostConnected();
    expect(host.renders, 'what it showed is old').to.equal(5);
  });
});
