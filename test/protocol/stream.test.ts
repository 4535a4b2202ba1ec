import { parseFrame } from '../../demo/server/xml.js';
import { startClientStream } from '../support/browser/client-stream-fixture.js';
import { MockStream } from '../support/browser/mock-stream.js';
import { describeStream, type StreamHarness } from '../support/browser/stream-acceptance.js';

/** The test is the server: what is sent is there at once. */
function startMockStream(): Promise<StreamHarness> {
  const stream = new MockStream();
  return Promise.resolve({
    stream,
    environment: stream.environment,
    async goOnline() {
      stream.connect();
      await stream.comeOnline('george@im.example/office');
    },
    receive: (stanza) => Promise.resolve(stream.receive(parseFrame(stanza))),
    nextSent: () => Promise.resolve(stream.sent.shift()!),
    cut: () => Promise.resolve(stream.lose()),
    end: () => stream.disconnect(),
  });
}

describeStream('MockStream', startMockStream);
describeStream('ClientStream', () => startClientStream());
